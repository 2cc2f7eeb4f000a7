"use strict";
exports.id = 740;
exports.ids = [740];
exports.modules = {

/***/ 8523:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ longJobsPage),
/* harmony export */   r: () => (/* binding */ helpPage)
/* harmony export */ });
/* harmony import */ var _secret_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1071);

/** Where the action is published: for steps that use a local copy (`uses: ./`). */
const HOME = { repository: 'OWNER/github-app-token', ref: 'v1' };
/** The page of explanations that belongs to the very version in use. */
function helpPage(env) {
    return page(env, 'docs/TROUBLESHOOTING.md');
}
/** What to do if a job is longer than a token lives. */
function longJobsPage(env) {
    return page(env, 'README.md#a-job-is-longer-than-an-hour');
}
function page(env, path) {
    const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
    const ref = env['GITHUB_ACTION_REF'] ?? '';
    const isKnown = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]{1,100}$/.test(ref);
    const source = isKnown && (0,_secret_text__WEBPACK_IMPORTED_MODULE_0__/* .secretKindIn */ .qk)(`${repository} ${ref}`) === undefined ? { repository, ref } : HOME;
    return `https://github.com/${source.repository}/blob/${source.ref}/${path}`;
}


/***/ }),

/***/ 1302:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fz: () => (/* binding */ annotate),
  TM: () => (/* binding */ folded),
  pq: () => (/* binding */ log_info),
  dK: () => (/* binding */ mask)
});

// UNUSED EXPORTS: error

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js + 1 modules
var command = __webpack_require__(2227);
;// CONCATENATED MODULE: ./src/bundle/actions-core.ts


// Replaces `@actions/core` inside the bundle (tsconfig `paths`) by the functions that this action uses.
// Workflow commands are still written by the package itself, in `command.js`. Its `core.js` also loads
// the job summary, which needs `fs.promises`, and a client for OpenID Connect: that takes time.
/** Prints a line. */
function info(message) {
    process.stdout.write(message + external_node_os_.EOL);
}
/** Adds a notice to the step. */
function notice(message) {
    (0,command/* issueCommand */.L)('notice', {}, message);
}
/** Adds a warning to the step. */
function warning(message) {
    (0,command/* issueCommand */.L)('warning', {}, message);
}
/** Adds an error to the step. */
function error(message, properties) {
    issueCommand('error', { ...properties }, message);
}
/** Starts a group of lines that can be folded. */
function startGroup(name) {
    (0,command/* issue */.s)('group', name);
}
/** Ends the group. */
function endGroup() {
    (0,command/* issue */.s)('endgroup');
}
/** Asks the runner to hide a text in the log. */
function setSecret(secret) {
    (0,command/* issueCommand */.L)('add-mask', {}, secret);
}

;// CONCATENATED MODULE: ./src/action/log.ts

/** Prints a line. */
function log_info(line) {
    info(harmless(line));
}
/** Annotates the step with something the reader should know. */
function annotate({ level, message }) {
    if (level === 'notice')
        notice(harmless(message));
    else
        warning(harmless(message));
}
/** Prints lines that are folded away. */
function folded(title, lines) {
    startGroup(harmless(title));
    for (const line of lines)
        log_info(line);
    endGroup();
}
/** Annotates the step with why it failed. */
function log_error(title, message) {
    core.error(harmless(message), { title: harmless(title) });
}
/** Hides a text, and what the runner derives from it, in the log from here on. */
function mask(secret) {
    if (secret.trim() !== '')
        setSecret(secret);
}
/**
 * The last guard before the log: no line begins like a command, and none holds the marker of the old
 * syntax, which the runner obeys anywhere in a line. Foreign text has passed `printable` before.
 */
function harmless(text) {
    return text.replace(/##(?=\[)/g, '## ').replace(/^(\s*):(?=:)/gm, '$1: ');
}


/***/ }),

/***/ 484:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  postStep: () => (/* binding */ postStep)
});

// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problem = __webpack_require__(6147);
// EXTERNAL MODULE: ./src/http/request-parts.ts
var request_parts = __webpack_require__(2962);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/github/github-client.ts


const EFFECTS = {
    GET: 'none',
    POST: 'creates-token',
    DELETE: 'revokes-token'
};
/** Calls GitHub's REST API at one address: https://docs.github.com/en/rest */
class GitHubClient {
    http;
    #apiUrl;
    /** @param apiUrl the API's base address without a trailing slash */
    constructor(apiUrl, http) {
        this.#apiUrl = apiUrl;
        this.http = http;
    }
    /** Returns data for GET, a token for POST, 204 for DELETE. Raises what `HttpClient.send` raises. */
    async call({ method, path, bearer, bearerExpires, body }) {
        return this.http.send({
            method,
            url: this.#apiUrl + path,
            headers: {
                accept: 'application/vnd.github+json',
                'x-github-api-version': '2022-11-28'
            },
            body: body === undefined ? undefined : (0,request_parts/* jsonBody */.J9)(body),
            authorize: async () => (0,request_parts/* bearerAuthorization */.Dv)(await bearer()),
            authorizationExpires: bearerExpires,
            effect: EFFECTS[method],
            followsRedirects: method === 'GET',
            isUsable: (reply) => isUsable(method, reply)
        });
    }
    /** Returns `data` of a GraphQL query, which only reads. Raises what `HttpClient.send` raises. */
    async query({ query, bearer }) {
        const { reply } = await this.http.send({
            method: 'POST',
            // Enterprise Server has it beside its REST API, not in it.
            url: `${this.#apiUrl.replace(/\/v3$/, '')}/graphql`,
            headers: { accept: 'application/vnd.github+json' },
            body: (0,request_parts/* jsonBody */.J9)({ query }),
            authorize: async () => (0,request_parts/* bearerAuthorization */.Dv)(await bearer()),
            effect: 'none',
            followsRedirects: false,
            isUsable: ({ status, body }) => status === 200 && typeof (0,json/* field */.ZZ)(body, 'data') === 'object'
        });
        return (0,json/* field */.ZZ)(reply.body, 'data');
    }
}
function isUsable(method, { status, body }) {
    const isSuccess = status >= 200 && status < 300;
    switch (method) {
        case 'GET':
            return isSuccess && typeof body === 'object';
        case 'POST':
            return isSuccess && (0,json/* textField */.M8)(body, 'token') !== '';
        case 'DELETE':
            return status === 204;
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./src/http/attempt.ts
var attempt = __webpack_require__(8461);
// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/http/reply.ts
var reply = __webpack_require__(2656);
// EXTERNAL MODULE: ./src/http/retry.ts
var http_retry = __webpack_require__(8902);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js
var lib = __webpack_require__(2779);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./src/http/early-agent.ts

/**
 * Opens direct connections with TLS as any agent does, but the first is the early one, if that leads
 * where the request goes.
 */
class EarlyAgent extends external_node_https_.Agent {
    #early;
    constructor(early) {
        super({ keepAlive: true });
        this.#early = early;
    }
    createConnection(options, callback) {
        // Node's own name for an address and TLS options: it decides which connections can be used again.
        const leadsThere = this.getName(options) === this.getName(this.#early.address);
        void this.#early.take(leadsThere).then((early) => {
            // Without a callback, Node's agent returns a socket at once.
            callback?.(null, early ?? super.createConnection(options));
        });
    }
    destroy() {
        this.#early.close();
        super.destroy();
    }
}

// EXTERNAL MODULE: ./src/http/early-connection.ts
var early_connection = __webpack_require__(1228);
// EXTERNAL MODULE: ./src/http/name-lookup.ts + 1 modules
var name_lookup = __webpack_require__(8262);
;// CONCATENATED MODULE: ./src/http/transport.ts








const LIMITS = {
    ETIMEDOUT: 'no answer in time',
    ENOTIME: "the step's time was over before the request could be sent",
    ETOOLARGE: 'the answer is too large'
};
/** No answer arrived, or none that could be read to its end. The message is Node's, or one of `LIMITS`. */
class TransportError extends Error {
    name = 'TransportError';
    /** Node's error code, such as `ECONNREFUSED`, or one of our own limits; empty if there is none. */
    code;
    /** @param cause a limit that was reached, or what Node raised */
    constructor(cause) {
        if (typeof cause === 'string') {
            super(LIMITS[cause]);
            this.code = cause;
            return;
        }
        // Node tries all addresses of a host. If none works, it raises one error for all of them.
        const [first = cause] = (0,json/* listField */.FZ)(cause, 'errors');
        super((0,json/* textField */.M8)(first, 'message'), { cause });
        this.code = (0,json/* textField */.M8)(first, 'code');
    }
}
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/**
 * Sends requests over connections that stay open: one after another over the same one, side by side
 * over one each, so that one that fails takes no other with it. Uses `HttpClient` of
 * `@actions/http-client` for its proxy support, without what it does badly: its redirects re-send
 * credentials, and its `readBody()` never settles if an answer is cut off.
 */
class HttpTransport {
    #userAgent;
    #early;
    /** Those that wait for their next request. */
    #idle = [];
    /** @param early a connection for the first request; undefined if none was opened */
    constructor(userAgent, early) {
        this.#userAgent = userAgent;
        this.#early = early;
    }
    /**
     * Sends a request and reads the whole answer within a time limit, in milliseconds. Raises
     * {@link TransportError}. A redirect is an answer like any other.
     */
    async exchange(request, limit) {
        const connection = this.#takeIdle(request.url) ?? this.#connect(request.url);
        let timer;
        const timeUp = new Promise((_, reject) => {
            timer = setTimeout(() => {
                reject(new TransportError('ETIMEDOUT'));
            }, limit);
        });
        const answer = send(connection.client, request);
        // If the time is up first, the answer fails later, and nobody listens.
        answer.catch(() => undefined);
        try {
            const reply = await Promise.race([answer, timeUp]);
            // If the answer was very fast, its connection is free for another request only after this.
            await (0,time/* handlePendingEvents */.lp)();
            this.#idle.push(connection);
            return reply;
        }
        catch (error) {
            destroy(connection);
            throw isNetworkFailure(error) ? new TransportError(error) : error;
        }
        finally {
            clearTimeout(timer);
        }
    }
    /** Closes the connections that wait for a next request. */
    close() {
        for (const connection of this.#idle.splice(0))
            destroy(connection);
    }
    #takeIdle(address) {
        const { origin } = new URL(address);
        const at = this.#idle.findLastIndex((one) => new URL(one.address).origin === origin);
        return at === -1 ? undefined : this.#idle.splice(at, 1)[0];
    }
    #connect(address) {
        const agent = this.#early?.leadsTo(address) === true ? new EarlyAgent(this.#early) : undefined;
        if (agent !== undefined)
            this.#early = undefined;
        const options = connectionOptions(agent);
        const client = new lib/* HttpClient */.Qq(this.#userAgent, [options], {
            allowRedirects: false,
            allowRetries: false,
            keepAlive: true
        });
        return { client, address, agent };
    }
}
/** Whether an error comes from the network. Any other is a mistake in a program. */
function isNetworkFailure(error) {
    if (error instanceof TransportError)
        return false;
    return error instanceof Error && !PROGRAM_ERRORS.some((kind) => error instanceof kind);
}
const PROGRAM_ERRORS = [TypeError, RangeError, ReferenceError, SyntaxError];
/** Closes every socket of a connection, also those that still wait for a proxy. */
function destroy({ client, address, agent }) {
    // `dispose()` destroys the agent of direct connections only, not the one that goes through a proxy.
    client.getAgent(address).destroy();
    client.dispose();
    agent?.destroy();
}
/** Sets what `HttpClient` has no option for. */
function connectionOptions(agent) {
    return {
        prepareRequest: (options) => {
            options.lookup = name_lookup/* lookup */.$;
            // The CONNECT of a proxy needs the brackets of an IPv6 address.
            if (options.agent instanceof external_node_http_.Agent)
                options.host = (0,early_connection/* hostToConnect */._)(String(options.host));
            // Any other agent is for plain http or a proxy, where the early connection does not lead.
            if (agent !== undefined && options.agent instanceof external_node_https_.Agent)
                options.agent = agent;
        },
        canHandleAuthentication: () => false
    };
}
async function send(client, request) {
    const { method, url, headers, body } = request;
    const { message } = body === undefined
        ? await client.request(method, url, null, { ...headers })
        : await client.request(method, url, body.text, {
            ...headers,
            'content-type': body.contentType
        });
    const text = await readText(message, request.maxBytes);
    const { statusCode, statusMessage } = message;
    const received = Object.entries(message.headers).map(([name, value]) => [name, String(value)]);
    return {
        status: statusCode,
        statusText: statusMessage,
        headers: Object.fromEntries(received),
        text
    };
}
async function readText(message, maxBytes = MAX_ANSWER_BYTES) {
    const chunks = [];
    let size = 0;
    // Iterating rejects if the connection breaks before the answer is complete.
    for await (const chunk of message) {
        size += chunk.length;
        if (size > maxBytes)
            throw new TransportError('ETOOLARGE');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./src/http/http-client.ts








const USER_AGENT = 'github-app-token';
const TOTAL_TIMEOUT_MS = 50_000;
/** What a revocation gets at least. */
const MIN_REVOCATION_TIMEOUT_MS = 1_000;
const MAX_REDIRECTS = 3;
/**
 * Sends all requests of a step: over connections that stay open, with a time limit for each request
 * and for all together, retries as {@link decideRetry} decides, and redirects only for requests that
 * allow it, and only within the same scheme, host and port. While a request waits because GitHub
 * says that a rate limit is reached, no other one is sent, except to revoke a token, and the time limit
 * for all together does not run.
 */
class HttpClient {
    /** Every request of this step, in order: the details of a bug report. */
    journal = [];
    #cancelled;
    #rateLimitWaits;
    #transport;
    #deadline = (0,time/* monotonicTime */.wI)() + TOTAL_TIMEOUT_MS;
    #creationsUnderWay = 0;
    constructor({ cancelled, rateLimitWaits, early }) {
        this.#cancelled = cancelled;
        this.#rateLimitWaits = rateLimitWaits;
        this.#transport = new HttpTransport(USER_AGENT, early);
        // Each request that is under way listens. Node warns about more than ten.
        (0,external_node_events_.setMaxListeners)(0, cancelled);
    }
    /**
     * Sends a request until its answer is usable. Raises {@link RefusedError} for any other answer,
     * {@link UnreachableError} if none came, {@link InterruptedError} if the job is cancelled.
     */
    async send(request) {
        const attempts = [];
        let rateLimitHits = 0;
        for (;;) {
            this.#checkCancelled(request);
            if (request.effect !== 'revokes-token')
                await this.#waitForRateLimit();
            const authorized = await authorize(request);
            this.#checkCancelled(request);
            const result = await this.#attempt(authorized, attempts);
            if (result.kind === 'done')
                return { reply: result.reply, attempts };
            const { outcome, error } = result;
            if (outcome.kind === 'answered' && outcome.isRateLimited)
                rateLimitHits += 1;
            const retry = (0,http_retry/* decideRetry */.tE)({
                outcome,
                attempts: attempts.length,
                rateLimitHits,
                remaining: Math.min(this.remaining(), longestDelay(request)),
                remainingForRateLimits: Math.min(this.#rateLimitWaits.budgetLeft((0,time/* monotonicTime */.wI)()), longestDelay(request)),
                // GitHub has been seen to answer such a request with a temporary 400; other services not.
                createsToken: request.effect === 'creates-token' && request.refusals === undefined,
                random: Math.random()
            });
            if (retry === undefined)
                throw error;
            if (retry.kind === 'rate-limit') {
                this.#rateLimitWaits.begin((0,time/* monotonicTime */.wI)(), retry);
                await this.#waitForRateLimit();
            }
            else
                await this.#pause(retry.delay, request);
        }
    }
    /** Closes the connections that wait for a next request, if there is none. */
    close() {
        this.#transport.close();
    }
    /** How many requests may have created a token although no usable answer has arrived. */
    get lostTokens() {
        return this.journal.filter(attempt/* mayHaveLostToken */.Xe).length + this.#creationsUnderWay;
    }
    /** How many milliseconds of the step's time limit are left; negative when it is over. */
    remaining() {
        const now = (0,time/* monotonicTime */.wI)();
        return this.#deadline + this.#rateLimitWaits.waited(now) - now;
    }
    async #attempt(request, attempts) {
        try {
            const reply = await this.#follow(request, (attempt) => {
                attempts.push(attempt);
                this.journal.push(attempt);
            });
            if (request.isUsable(reply))
                return { kind: 'done', reply };
            const waited = this.#rateLimitWaits.waited((0,time/* monotonicTime */.wI)());
            const error = new errors/* RefusedError */.fk(reply, attempts, waited);
            return { kind: 'failed', error, outcome: outcomeOf(request, reply) };
        }
        catch (error) {
            if (!(error instanceof TransportError))
                throw error;
            const attempt = unanswered(request, error);
            attempts.push(attempt);
            this.journal.push(attempt);
            const failure = new errors/* UnreachableError */.Jk(attempt, attempts, { cause: error });
            return { kind: 'failed', error: failure, outcome: attempt };
        }
    }
    /** Sends a request, and again to where it is redirected, if it may be. */
    async #follow(request, record) {
        let { url } = request;
        for (let redirects = 0;; redirects++) {
            const reply = await this.#exchange(request, url);
            const next = redirectOf(request, reply);
            if (next === undefined || redirects === MAX_REDIRECTS) {
                record(answered(request, reply));
                return reply;
            }
            this.journal.push(answered(request, reply));
            url = next;
        }
    }
    async #exchange(request, url) {
        const limit = this.#requestTimeout(request);
        if (limit <= 0)
            throw new TransportError('ENOTIME');
        const exchange = this.#transport.exchange({ ...request, url }, limit);
        if (request.effect === 'none') {
            return (0,reply/* readReply */.X)(url, await this.#unlessCancelled(exchange), request.secrets);
        }
        const creations = request.effect === 'creates-token' ? 1 : 0;
        this.#creationsUnderWay += creations;
        try {
            return (0,reply/* readReply */.X)(url, await exchange, request.secrets);
        }
        finally {
            this.#creationsUnderWay -= creations;
        }
    }
    async #unlessCancelled(work) {
        return new Promise((resolve, reject) => {
            const stop = () => {
                reject(new errors/* InterruptedError */.p4());
            };
            this.#cancelled.addEventListener('abort', stop);
            work.then(resolve, reject).finally(() => {
                this.#cancelled.removeEventListener('abort', stop);
            });
        });
    }
    async #pause(delay, { effect }) {
        if (effect === 'revokes-token') {
            await (0,time/* sleep */.yy)(delay);
            return;
        }
        try {
            await (0,time/* sleep */.yy)(delay, this.#cancelled);
        }
        catch {
            throw new errors/* InterruptedError */.p4();
        }
    }
    /**
     * Waits until the current wait for a rate limit is over. A cancelled job ends the wait at once, also
     * before a revocation: post tries again.
     */
    async #waitForRateLimit() {
        for (let left = this.#rateLimitLeft(); left > 0; left = this.#rateLimitLeft()) {
            try {
                await (0,time/* sleep */.yy)(left, this.#cancelled);
            }
            catch {
                throw new errors/* InterruptedError */.p4();
            }
        }
    }
    #rateLimitLeft() {
        return this.#rateLimitWaits.currentWaitLeft((0,time/* monotonicTime */.wI)());
    }
    #checkCancelled({ effect }) {
        if (effect !== 'revokes-token' && this.#cancelled.aborted)
            throw new errors/* InterruptedError */.p4();
    }
    /** How long a request may take; nothing or less if the step's time is over. */
    #requestTimeout({ effect }) {
        const limit = Math.min(http_retry/* REQUEST_TIMEOUT_MS */.j2, this.remaining());
        return effect === 'revokes-token' ? Math.max(MIN_REVOCATION_TIMEOUT_MS, limit) : limit;
    }
}
/** How many milliseconds a request may wait, so that its authorization does not end while it is sent. */
function longestDelay({ authorizationExpires = Infinity }) {
    return authorizationExpires - http_retry/* REQUEST_TIMEOUT_MS */.j2 - Date.now();
}
async function authorize(request) {
    const { headers, secrets } = await request.authorize();
    return { ...request, headers: { ...request.headers, ...headers }, secrets };
}
/** The part of an answer that decides whether to try again. */
function outcomeOf({ refusals }, reply) {
    const { status, wait } = reply;
    return refusals === undefined
        ? { kind: 'answered', status, isRateLimited: reply.isRateLimited, wait }
        : {
            kind: 'answered',
            status,
            isRateLimited: false,
            isTemporary: refusals.isTemporary(reply),
            wait
        };
}
function answered(request, reply) {
    const message = request.refusals?.codeOf(reply) ?? reply.message;
    return {
        kind: 'answered',
        method: request.method,
        effect: request.effect,
        url: (0,request_parts/* withoutQuery */.j$)(reply.url),
        status: reply.status,
        message: message === '' ? reply.statusText : message,
        requestId: reply.requestId,
        isUsable: request.isUsable(reply)
    };
}
function unanswered({ method, effect, url }, error) {
    const { code, message } = error;
    return { kind: 'unanswered', method, effect, url: (0,request_parts/* withoutQuery */.j$)(url), code, message };
}
/** Where to go instead, if the answer says so and the request may be repeated there. */
function redirectOf({ followsRedirects }, reply) {
    if (!followsRedirects || ![301, 302, 307, 308].includes(reply.status))
        return undefined;
    if (reply.location === undefined || !URL.canParse(reply.location, reply.url))
        return undefined;
    const next = new URL(reply.location, reply.url);
    return next.origin === new URL(reply.url).origin ? next.href : undefined;
}

;// CONCATENATED MODULE: ./src/http/rate-limit-waits.ts

/** Answers to parallel requests that meet one limit differ by less than this, in milliseconds. */
const SAME_RATE_LIMIT_MS = 1_000;
/**
 * The waits of a step for GitHub's rate limits. All requests share them: requests that meet a limit
 * together wait until the same moment, and their waits do not add up. Together, the waits of a step
 * never take longer than its `longest`. Moments (`now`) are those of one monotonic clock.
 */
class RateLimitWaits {
    #longest;
    #announce;
    #isClosed = false;
    /** How long the waits before the latest one took. */
    #before = 0;
    /** The latest wait. */
    #start = 0;
    #end = 0;
    /**
     * @param longest how long all waits may take together, in milliseconds
     * @param announce called with a line for the log when a wait begins, and when it becomes longer
     */
    constructor(longest, announce) {
        this.#longest = longest;
        this.#announce = announce;
    }
    /** How long the step has waited so far, in milliseconds. */
    waited(now) {
        return this.#before + Math.min(now, this.#end) - this.#start;
    }
    /** How long the step may still wait, in milliseconds. */
    budgetLeft(now) {
        return this.#isClosed ? 0 : this.#longest - this.waited(now);
    }
    /** How long the wait that is under way still takes, in milliseconds; 0 if there is none. */
    currentWaitLeft(now) {
        return Math.max(0, this.#end - now);
    }
    /** Begins a wait, or joins the one that is under way. */
    begin(now, wait) {
        const isUnderWay = now < this.#end;
        const asksNothingNew = now + wait.asked < this.#end + SAME_RATE_LIMIT_MS;
        const delay = isUnderWay && asksNothingNew ? wait.asked : wait.delay;
        const end = now + Math.min(delay, this.budgetLeft(now));
        if (isUnderWay) {
            this.#end = Math.max(this.#end, end);
            if (asksNothingNew)
                return;
        }
        else {
            this.#before = this.waited(now);
            this.#start = now;
            this.#end = end;
        }
        this.#announce(describeWait(wait));
    }
    /** From now on, no wait is begun. */
    close() {
        this.#isClosed = true;
    }
}
/** What the log says when a wait begins. */
function describeWait({ delay, asked }) {
    const least = Math.round(asked / 1000);
    const request = least === 0 ? '' : ` (GitHub asks for at least ${least})`;
    return `GitHub's rate limit is reached. The step tries again in ${(0,time/* inSeconds */.F7)(delay)}${request}.`;
}

// EXTERNAL MODULE: ./src/tokens/revoke.ts
var revoke = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/action/help.ts
var help = __webpack_require__(8523);
// EXTERNAL MODULE: ./src/action/log.ts + 1 modules
var log = __webpack_require__(1302);
;// CONCATENATED MODULE: ./src/action/end-process.ts

/** How long to wait until the runner has read the output. */
const FLUSH_TIMEOUT_MS = 2_000;
/** Ends the process when its output is written: no open connection or timer can keep it alive. */
async function endProcess(exitCode) {
    const isWritten = Promise.all([process.stdout, process.stderr].map(flush));
    await Promise.race([isWritten, new Promise((resolve) => setTimeout(resolve, FLUSH_TIMEOUT_MS))]);
    endProcessNow(exitCode);
}
async function flush(stream) {
    return new Promise((resolve) => {
        stream.write('', () => {
            resolve();
        });
    });
}
/** Ends the process at once. */
function endProcessNow(exitCode) {
    // `process.exit` waits for a name lookup, which cannot be stopped and may take a minute. A new
    // program in the same process does not wait.
    if ((0,name_lookup/* isLookingUp */.l)())
        replaceProgram(`process.exit(${exitCode})`);
    process.exit(exitCode);
}
function replaceProgram(script) {
    try {
        process.execve?.(process.execPath, [process.execPath, '-e', script], {});
    }
    catch {
        // Windows cannot do this: the process then ends when the lookup does.
    }
}

;// CONCATENATED MODULE: ./src/action/time-limits.ts

/** How long all waits of a step for rate limits take at most together, in milliseconds. */
const MAX_RATE_LIMIT_WAITS_MS = { main: 10 * 60_000, post: 2 * 60_000 };
/**
 * The last resort: longer than the 50 seconds of `HttpClient`, which all other limits fit into. Waits for
 * rate limits do not count.
 */
const STEP_TIMEOUT_MS = 60_000;
/** What to say then. */
const TIME_OVER = {
    main: 'The step was not done after a minute of work, and was stopped.',
    post: 'The post step was not done after a minute of work, and was stopped. Tokens that it did not revoke are valid until they expire.'
};
/**
 * Calls `act` when the step has worked for a minute. Its waits for rate limits do not count. Does not keep
 * the process alive.
 */
function onTimeOver(rateLimitWaits, act) {
    const check = (limit, counted) => {
        setTimeout(() => {
            const waited = rateLimitWaits.waited((0,time/* monotonicTime */.wI)());
            if (waited > counted)
                check(waited - counted, waited);
            else
                act();
        }, limit).unref();
    };
    check(STEP_TIMEOUT_MS, 0);
}

// EXTERNAL MODULE: ./src/http/proxy.ts + 2 modules
var http_proxy = __webpack_require__(8045);
// EXTERNAL MODULE: ./src/action/saved-state.ts
var saved_state = __webpack_require__(2789);
// EXTERNAL MODULE: ./src/tokens/token-life.ts
var token_life = __webpack_require__(2706);
;// CONCATENATED MODULE: ./src/action/post-step.ts














/**
 * The post step: revokes what main output. Warns if it cannot, and never fails the job.
 *
 * @param early a connection to GitHub that is being opened; undefined if there is none
 */
async function postStep(early) {
    const { env } = process;
    const rateLimitWaits = new RateLimitWaits(MAX_RATE_LIMIT_WAITS_MS.post, log/* info */.pq);
    const http = new HttpClient({ cancelled: new AbortController().signal, rateLimitWaits, early });
    onTimeOver(rateLimitWaits, () => {
        log/* annotate */.fz({ level: 'warning', message: TIME_OVER.post });
        endProcessNow(0);
    });
    // A job can be cancelled a second time. Without a handler, the signal would end this process.
    process.on('SIGINT', goOn);
    process.on('SIGTERM', goOn);
    const state = (0,saved_state/* loadState */.C)(env);
    // The early connection goes on now.
    await (0,time/* handlePendingEvents */.lp)();
    let renewal;
    await warnIfItFails('The process that renews the token was not ended', async () => {
        renewal = await endRenewal(state, env);
    });
    if (renewal === undefined) {
        await warnIfItFails('The file with git credentials was not removed', () => removeGit(state, env));
    }
    await warnIfItFails('The token was not revoked', () => revokeSaved(state, renewal, env, http));
    await warnIfItFails('The renewal was not reported', () => renewal?.report());
    await endProcess(0);
}
/** Post ends by itself within its time limit. */
function goOn() {
    // Nothing.
}
/** One duty that fails does not keep the other from being done. */
async function warnIfItFails(failure, duty) {
    try {
        await duty();
    }
    catch (error) {
        log/* annotate */.fz({ level: 'warning', message: `${failure}: ${await reasonOf(error)}` });
    }
}
/** Comes first, since it takes no network: a killed job has only seconds. */
async function removeGit({ gitFile }, env) {
    if (gitFile === '')
        return;
    // Loaded late: most steps do nothing for git.
    const { removeGitFile } = await __webpack_require__.e(/* import() */ 814).then(__webpack_require__.bind(__webpack_require__, 8814));
    reportRemoval(removeGitFile(gitFile, env));
}
function reportRemoval(removal) {
    if (removal.kind === 'removed')
        log/* info */.pq('Git credentials removed');
    if (removal.kind !== 'failed')
        return;
    const message = `The file with git credentials was not removed: ${removal.reason}.`;
    log/* annotate */.fz({ level: 'warning', message });
}
/** Comes before the tokens are revoked, because only the renewer knows the renewed ones. */
async function endRenewal(state, env) {
    const { renewal, gitFile, tokens } = state;
    if (renewal === undefined)
        return undefined;
    // Loaded late: most steps renew nothing.
    const { endRenewal: end } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(517)]).then(__webpack_require__.bind(__webpack_require__, 7517));
    const [{ subject } = { subject: '' }] = tokens;
    return end(renewal, { subject, gitFile, onGitFileRemoved: reportRemoval }, env);
}
async function revokeSaved(saved, renewal, env, http) {
    const state = { ...saved, tokens: withRenewed(saved.tokens, renewal) };
    for (const { token } of state.tokens)
        log/* mask */.dK(token);
    if (state.keepToken) {
        log/* info */.pq('The token was kept: skip-token-revoke is true.');
        return;
    }
    if (state.tokens.length === 0) {
        log/* info */.pq(state.isFallback
            ? 'Nothing to revoke: the fallback token is not revoked.'
            : 'Nothing to revoke: this step output no token.');
        return;
    }
    const results = await post_step_revoke(state, env, http);
    for (const result of results)
        await report(result);
    // That a renewed token ends is no news.
    if (renewal === undefined)
        reportExpired(results, env);
}
function withRenewed(tokens, renewal) {
    const known = new Set(tokens.map(({ token }) => token));
    return [...tokens, ...(renewal?.tokens ?? []).filter(({ token }) => !known.has(token))];
}
async function post_step_revoke(state, env, http) {
    // The proxy may have been set after main.
    const proxy = (0,http_proxy/* normalizeProxy */.G)(env, state.apiUrl);
    if (!proxy.ok) {
        const error = new problem/* ProblemError */.M(proxy.problems, { nothingSent: true });
        return state.tokens.map((saved) => saved.isForeign === true ? { kind: 'foreign', saved } : { kind: 'failed', saved, error });
    }
    proxy.value.forEach(log/* mask */.dK);
    return (0,revoke/* revokeAll */.i)(new GitHubClient(state.apiUrl, http), state.tokens);
}
async function report(result) {
    const { subject, expiresAt } = result.saved;
    switch (result.kind) {
        case 'revoked':
            log/* info */.pq(`Token for ${subject} revoked${requestsLeft(result.rateLimit)}`);
            break;
        case 'not-accepted':
            log/* info */.pq(`GitHub no longer accepts the token for ${subject}`);
            break;
        case 'expired':
            // Said once for all tokens.
            break;
        case 'foreign':
            log/* annotate */.fz({
                level: 'warning',
                message: `The token for ${subject} cannot be revoked: it does not begin with ghs_, so it is not a token of a GitHub App. It ends when its token service says.`
            });
            break;
        case 'failed':
            log/* annotate */.fz({
                level: 'warning',
                message: `The token for ${subject} was not revoked: ${await reasonOf(result.error)} ${endOf(expiresAt)}`
            });
    }
}
/** The limit is shared by all tokens of the installation. Enterprise Server has none by default. */
function requestsLeft(rateLimit) {
    if (rateLimit === undefined)
        return '';
    const [remaining, limit] = [rateLimit.remaining, rateLimit.limit].map(withCommas);
    return ` (${remaining} of ${limit} requests left this hour)`;
}
/** `14,988`. Without `Intl`, which takes some milliseconds to load. */
function withCommas(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function endOf(expiresAt) {
    const isOver = Date.parse(expiresAt) <= Date.now();
    return isOver
        ? `By this runner's clock, it expired at ${(0,token_life/* tokenEnd */.$)(expiresAt)}.`
        : `It expires by itself at ${(0,token_life/* tokenEnd */.$)(expiresAt)}.`;
}
/** A notice, since many do not know why their requests fail after an hour. */
function reportExpired(results, env) {
    const expired = results.filter((result) => result.kind === 'expired');
    const [first] = expired;
    if (first === undefined)
        return;
    const [which, named] = [expired.length === 1 ? 'The token' : 'The tokens', subjects(expired)];
    const end = `at ${(0,token_life/* tokenEnd */.$)(first.saved.expiresAt)}, ${(0,time/* amountOfTime */.RI)(first.ago)} before this job ended`;
    log/* annotate */.fz({
        level: 'notice',
        message: `${which} for ${named} expired ${end}: see "A job is longer than an hour", ${(0,help/* longJobsPage */.c)(env)}`
    });
}
/** At most this many are named. */
const MAX_NAMED = 3;
function subjects(results) {
    const named = results.slice(0, MAX_NAMED).map(({ saved }) => saved.subject);
    const more = results.length - named.length;
    return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`;
}
/** At most this many characters of an answer are shown. */
const MAX_QUOTE_LENGTH = 120;
/** What went wrong, in one line. */
async function reasonOf(error) {
    // Loaded late: a step that succeeds does not wait for what explains failures.
    const { explain } = await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.bind(__webpack_require__, 6978));
    const [{ problem }] = explain({ error: shortened(error) });
    return problem.replace(/\n\s*/g, ' ');
}
function shortened(error) {
    if (!(error instanceof errors/* RefusedError */.fk))
        return error;
    const { reply, attempts, rateLimitWaited } = error;
    const message = reply.message.slice(0, MAX_QUOTE_LENGTH);
    return new errors/* RefusedError */.fk({ ...reply, message }, attempts, rateLimitWaited);
}


/***/ }),

/***/ 2856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ httpsOverHttp),
/* harmony export */   aQ: () => (/* binding */ httpOverHttps),
/* harmony export */   vX: () => (/* binding */ httpsOverHttps),
/* harmony export */   xj: () => (/* binding */ httpOverHttp)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _http_name_lookup__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8262);


/**
 * Replaces the package `tunnel` inside the bundle (tsconfig `paths`) by the real one, which is loaded
 * only if a proxy is used: loading it, and `assert`, which it needs, takes time.
 */
const httpOverHttp = (options) => open('httpOverHttp', options);
const httpsOverHttp = (options) => open('httpsOverHttp', options);
const httpOverHttps = (options) => open('httpOverHttps', options);
const httpsOverHttps = (options) => open('httpsOverHttps', options);
function open(kind, options) {
    return destroyable(load()[kind](corrected(options)));
}
/**
 * The agent of `tunnel` has no `destroy()`, and keeps no list of the connections that wait for the
 * proxy. A proxy that does not answer would keep the process alive.
 */
function destroyable(agent) {
    const opened = new Set();
    const connect = agent.request;
    agent.request = (options) => {
        const request = connect(options);
        opened.add(request);
        request.once('connect', (_, socket) => opened.add(socket));
        return request;
    };
    agent.destroy = () => {
        for (const one of opened)
            one.destroy();
    };
    return agent;
}
/**
 * The proxy as Node needs it: an IPv6 address without the brackets of a URL, and the name that the
 * certificate of a proxy with TLS must have. By default, Node takes that name from the `Host` header
 * of CONNECT, which is GitHub's.
 */
function corrected(options) {
    const host = options.proxy.host.replace(/^\[(.*)\]$/, '$1');
    // An address is no server name (RFC 6066); the certificate is then checked for the address.
    const servername = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 ? host : '';
    return { ...options, proxy: { ...options.proxy, host, servername, lookup: _http_name_lookup__WEBPACK_IMPORTED_MODULE_1__/* .lookup */ .$ } };
}
function load() {
    // It uses `new Buffer()` for a proxy's credentials, and Node would warn about it in the log.
    process.noDeprecation = true;
    return __webpack_require__(218);
}


/***/ }),

/***/ 1628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kT: () => (/* binding */ ProxyAgent)
/* harmony export */ });
/* unused harmony exports satisfies, getExecOutput */
/**
 * Replaces three packages inside the bundle (tsconfig `paths`) that our own packages load and that
 * this action never uses. Loading them takes longer than all else before the first request.
 */
/** `undici`: `@actions/http-client` loads it for `getAgentDispatcher()` only. */
const ProxyAgent = undefined;
/** `semver`: `jsonwebtoken` asks it only whether this Node is at least 6.12, 15.7 and 16.9. */
function satisfies() {
    return true;
}
/** `@actions/exec`: `@actions/core` loads it for `platform.getDetails()` only. */
const getExecOutput = (/* unused pure expression or super */ null && (undefined));


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTunnelFailure),
/* harmony export */   Xe: () => (/* binding */ mayHaveLostToken),
/* harmony export */   fb: () => (/* binding */ isUntrusted)
/* harmony export */ });
/* unused harmony export mayHaveCreatedTokenDespiteError */
/** Errors that occur before any byte of a request is sent. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOTIME)$/;
/**
 * Whether a token may have been created although its answer never arrived: the connection broke, the
 * time was up, a gateway gave up, or the answer made no sense.
 */
function mayHaveLostToken(attempt) {
    if (attempt.effect !== 'creates-token')
        return false;
    switch (attempt.kind) {
        case 'unanswered':
            return (!BEFORE_SENDING.test(attempt.code) && !isTunnelFailure(attempt) && !isUntrusted(attempt));
        case 'answered':
            if (attempt.status === 502 || attempt.status === 504)
                return true;
            return attempt.status >= 200 && attempt.status < 300 && !attempt.isUsable;
    }
}
/** Whether GitHub may have created a token although it answered that it failed: 500 or 503. */
function mayHaveCreatedTokenDespiteError(attempt) {
    return (attempt.kind === 'answered' &&
        attempt.effect === 'creates-token' &&
        (attempt.status === 500 || attempt.status === 503));
}
/** Whether the proxy refused or failed to connect to GitHub (the words are those of `tunnel`). */
function isTunnelFailure(attempt) {
    return attempt.message.includes('tunneling socket could not be established');
}
/** Whether the other side's certificate was not trusted: https://nodejs.org/api/tls.html */
function isUntrusted(attempt) {
    return /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|HOSTNAME_MISMATCH/.test(attempt.code);
}


/***/ }),

/***/ 8549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   fk: () => (/* binding */ RefusedError),
/* harmony export */   p4: () => (/* binding */ InterruptedError)
/* harmony export */ });
/** A server answered with something other than what was asked for. */
class RefusedError extends Error {
    name = 'RefusedError';
    reply;
    /** Every time the request was sent, the refusal last. */
    attempts;
    /** How long the step had waited for rate limits until then, in milliseconds. */
    rateLimitWaited;
    constructor(reply, attempts, rateLimitWaited = 0) {
        super(`${reply.status} ${reply.message}`);
        this.reply = reply;
        this.attempts = attempts;
        this.rateLimitWaited = rateLimitWaited;
    }
}
/** No answer arrived. The message is that of the last attempt: Node's, or one of the transport's limits. */
class UnreachableError extends Error {
    name = 'UnreachableError';
    /** The address that did not answer, without its query. */
    url;
    /** Node's error code, such as `ECONNREFUSED`; empty if it gave none. */
    code;
    /** Every time the request was sent, the last failure last. */
    attempts;
    constructor(failure, attempts, options) {
        super(failure.message, options);
        this.url = failure.url;
        this.code = failure.code;
        this.attempts = attempts;
    }
}
/** The job was cancelled, so the request was not sent, or its answer not waited for. */
class InterruptedError extends Error {
    name = 'InterruptedError';
    constructor() {
        super('interrupted');
    }
}


/***/ }),

/***/ 2656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isWebPage),
/* harmony export */   X: () => (/* binding */ readReply)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/**
 * Reads what an answer says. Never throws.
 *
 * @param secrets what was sent with the request. An answer may repeat it, also in the escapes of
 *   JSON, and the log could then show a piece that no mask matches: it is removed.
 */
function readReply(url, received, secrets) {
    const remove = remover(secrets);
    const raw = withoutSecrets(received, remove);
    const body = parseJson(raw.text, remove);
    const message = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .messageField */ .iO)(body, 'message');
    const date = parseDate(header(raw, 'date'));
    const isRateLimited = isLimit(raw, message);
    return {
        url,
        status: raw.status,
        statusText: raw.statusText,
        body,
        text: raw.text,
        isNotJson: body === undefined && raw.text.trim() !== '',
        message,
        requestId: header(raw, 'x-github-request-id'),
        date,
        location: header(raw, 'location'),
        isRateLimited,
        rateLimit: rateLimitOf(raw),
        wait: waitOf(raw, date, isRateLimited)
    };
}
/** Shorter parts of a secret occur in ordinary answers. */
const MIN_PART_LENGTH = 16;
/** A function that replaces secrets, and each part of them between dots, by asterisks. */
function remover(secrets) {
    const parts = secrets
        .flatMap((secret) => [secret, ...secret.split('.')])
        .filter((part) => part.length >= MIN_PART_LENGTH);
    return (text) => parts.reduce((rest, part) => rest.replaceAll(part, '***'), text);
}
function withoutSecrets(raw, remove) {
    const headers = Object.entries(raw.headers).map(([name, value]) => [name, remove(value)]);
    return {
        status: raw.status,
        statusText: remove(raw.statusText),
        headers: Object.fromEntries(headers),
        text: remove(raw.text)
    };
}
/** Cleans every string of a JSON value, names of fields included. */
function removeDeep(value, remove) {
    if (typeof value === 'string')
        return remove(value);
    if (Array.isArray(value))
        return value.map((item) => removeDeep(item, remove));
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([name, item]) => [remove(name), removeDeep(item, remove)]);
    return Object.fromEntries(entries);
}
function header(raw, name) {
    return raw.headers[name];
}
function parseJson(text, remove) {
    try {
        return removeDeep(JSON.parse(text), remove);
    }
    catch {
        return undefined;
    }
}
function parseDate(text) {
    const date = Date.parse(text ?? '');
    return Number.isNaN(date) ? undefined : date;
}
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimit(raw, message) {
    if (raw.status === 429)
        return true;
    if (raw.status !== 403)
        return false;
    return (header(raw, 'retry-after') !== undefined ||
        header(raw, 'x-ratelimit-remaining') === '0' ||
        /\brate limit\b/i.test(message));
}
function rateLimitOf(raw) {
    const [remaining, limit] = ['remaining', 'limit'].map((name) => {
        const text = header(raw, `x-ratelimit-${name}`) ?? '';
        return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    });
    return remaining === undefined || limit === undefined ? undefined : { remaining, limit };
}
function waitOf(raw, date, isRateLimited) {
    const after = header(raw, 'retry-after');
    if (after !== undefined && /^\d{1,9}$/.test(after))
        return Number(after) * 1000;
    const until = parseDate(after);
    if (until !== undefined && date !== undefined)
        return Math.max(0, until - date);
    const reset = header(raw, 'x-ratelimit-reset');
    if (!isRateLimited || header(raw, 'x-ratelimit-remaining') !== '0')
        return undefined;
    if (reset === undefined || !/^\d{1,12}$/.test(reset) || date === undefined)
        return undefined;
    return Math.max(0, Number(reset) * 1000 - date);
}
/** Whether an answer is a web page: it then comes from another server than an API. */
function isWebPage({ isNotJson, text }) {
    return isNotJson && /^\s*<(?:!doctype html|html)/i.test(text);
}


/***/ }),

/***/ 2962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ bearerAuthorization),
/* harmony export */   J9: () => (/* binding */ jsonBody),
/* harmony export */   j$: () => (/* binding */ withoutQuery)
/* harmony export */ });
/* unused harmony export formBody */
/** `Authorization: Bearer`, as RFC 6750 has it. */
function bearerAuthorization(credential) {
    return { headers: { authorization: `Bearer ${credential}` }, secrets: [credential] };
}
/** A body in JSON. */
function jsonBody(value) {
    return { contentType: 'application/json', text: JSON.stringify(value) };
}
/** A body as HTML forms send it. */
function formBody(fields) {
    return {
        contentType: 'application/x-www-form-urlencoded',
        text: new URLSearchParams(fields).toString()
    };
}
/** An address without its query, which can have secrets in it. */
function withoutQuery(url) {
    return url.replace(/\?.*$/s, '');
}


/***/ }),

/***/ 8902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ RATE_LIMIT_DELAY_MS),
/* harmony export */   j2: () => (/* binding */ REQUEST_TIMEOUT_MS),
/* harmony export */   tE: () => (/* binding */ decideRetry)
/* harmony export */ });
/* unused harmony export MAX_ATTEMPTS */
/* harmony import */ var _attempt__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8461);

/** How long a request may take, in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
/** A request is sent at most this many times, without those that meet a limit. */
const MAX_ATTEMPTS = 4;
const FIRST_DELAY_MS = 500;
/**
 * GitHub's documentation asks for at least a minute if the answer does not say how long to wait:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
const RATE_LIMIT_DELAY_MS = 60_000;
/**
 * The shortest wait for a limit. It is doubled each time, up to a minute, so that a GitHub that asks for
 * no wait is not asked again and again.
 */
const MIN_RATE_LIMIT_DELAY_MS = 1_000;
/**
 * Decides what is tried again, and after how long; undefined to give up. Network errors, 408, 5xx and
 * what another service calls temporary are tried again with growing delays, or as GitHub asks. A 400
 * for a new token is tried again once. Anything else is not tried again. If GitHub says that a limit is
 * reached, the wait is as long as GitHub asks, and up to twice as long by chance, so that jobs that met the
 * limit together do not meet it again. A wait that does not fit into the remaining time is not started.
 */
function decideRetry(input) {
    const { outcome, remaining } = input;
    if (outcome.kind === 'answered' && outcome.isRateLimited)
        return afterLimit(input, outcome.wait);
    if (triesOf(input) >= MAX_ATTEMPTS || !isTemporary(input))
        return undefined;
    const delay = (outcome.kind === 'answered' ? outcome.wait : undefined) ?? backoff(input);
    return delay < remaining ? { kind: 'failure', delay } : undefined;
}
function afterLimit({ rateLimitHits, remainingForRateLimits, random }, asked = RATE_LIMIT_DELAY_MS) {
    const shortest = Math.min(MIN_RATE_LIMIT_DELAY_MS * 2 ** (rateLimitHits - 1), RATE_LIMIT_DELAY_MS);
    const least = Math.max(asked, shortest);
    if (least > remainingForRateLimits)
        return undefined;
    const delay = Math.min(Math.round(least * (1 + random)), remainingForRateLimits);
    return { kind: 'rate-limit', delay, asked };
}
function triesOf({ attempts, rateLimitHits }) {
    return attempts - rateLimitHits;
}
function isTemporary(input) {
    const { outcome, createsToken } = input;
    switch (outcome.kind) {
        case 'unanswered':
            return (!(0,_attempt__WEBPACK_IMPORTED_MODULE_0__/* .isUntrusted */ .fb)(outcome) && !((0,_attempt__WEBPACK_IMPORTED_MODULE_0__/* .isTunnelFailure */ .D)(outcome) && /=4\d\d\b/.test(outcome.message)));
        case 'answered':
            if (outcome.isTemporary === true)
                return true;
            if (outcome.status === 400)
                return createsToken && triesOf(input) === 1;
            return outcome.status === 408 || outcome.status >= 500;
    }
}
/** Half a second, doubled each time, give or take a quarter. */
function backoff(input) {
    return Math.round(FIRST_DELAY_MS * 2 ** (triesOf(input) - 1) * (0.75 + input.random / 2));
}


/***/ }),

/***/ 6147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ ProblemError)
/* harmony export */ });
/** Thrown if the action itself found out what is wrong. */
class ProblemError extends Error {
    name = 'ProblemError';
    problems;
    /** Whether GitHub has been asked anything yet. */
    nothingSent;
    constructor(problems, options) {
        super(problems.map(({ kind }) => kind).join('; '));
        this.problems = problems;
        this.nothingSent = options.nothingSent;
    }
}


/***/ }),

/***/ 7934:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ revokeAll)
/* harmony export */ });
/* unused harmony export revokeToken */
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8549);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1968);


/** How long to wait before each further try, in milliseconds: three tries within three seconds. */
const RETRY_DELAYS_MS = [1_000, 2_000];
/**
 * Revokes a token with itself. GitHub answers 401 for a token that has ended, but also, for some
 * seconds, for one that is new: so a 401 is asked again, unless the token is past its end. Only 204
 * means that the token is revoked. A foreign token is not sent. Raises what `HttpClient.send` raises, also for a 401 that is not
 * GitHub's own. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token
 */
async function revokeToken(github, { token, expiresAt, isForeign }) {
    if (isForeign === true)
        return { kind: 'foreign' };
    for (let tries = 0;; tries++) {
        try {
            const bearer = () => token;
            const { reply } = await github.call({ method: 'DELETE', path: '/installation/token', bearer });
            return { kind: 'revoked', rateLimit: reply.rateLimit };
        }
        catch (error) {
            if (!(error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk) || error.reply.status !== 401)
                throw error;
            const { message, date = Date.now() } = error.reply;
            const isGitHubs = message === 'Bad credentials';
            const ago = date - Date.parse(expiresAt);
            if (isGitHubs && ago >= 0)
                return { kind: 'expired', ago };
            const delay = RETRY_DELAYS_MS[tries];
            if (delay !== undefined)
                await (0,_time__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .yy)(delay);
            else if (isGitHubs)
                return { kind: 'not-accepted' };
            else
                throw error;
        }
    }
}
/**
 * Revokes every token, all at once, because a job that is cancelled has only seconds. Never rejects: a
 * failure does not keep another token alive.
 */
async function revokeAll(github, tokens) {
    return Promise.all(tokens.map((saved) => revokeSaved(github, saved)));
}
async function revokeSaved(github, saved) {
    try {
        return { ...(await revokeToken(github, saved)), saved };
    }
    catch (error) {
        return { kind: 'failed', saved, error };
    }
}


/***/ }),

/***/ 2706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ tokenEnd),
/* harmony export */   w: () => (/* binding */ TOKEN_LIFE_MS)
/* harmony export */ });
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1968);

/** How long GitHub's installation tokens live, in milliseconds. */
const TOKEN_LIFE_MS = 60 * 60_000;
/**
 * When a token ends, for sentences: `14:03 UTC`, or `the end of its hour`.
 *
 * @param expiresAt ISO 8601; empty, or anything else, if GitHub gave no time
 */
function tokenEnd(expiresAt) {
    return Number.isNaN(Date.parse(expiresAt)) ? 'the end of its hour' : (0,_time__WEBPACK_IMPORTED_MODULE_0__/* .clockTime */ .qo)(expiresAt);
}


/***/ })

};
;