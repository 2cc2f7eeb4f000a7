"use strict";
exports.id = 28;
exports.ids = [28];
exports.modules = {

/***/ 1302:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fz: () => (/* binding */ annotate),
  z3: () => (/* binding */ log_error),
  TM: () => (/* binding */ folded),
  pq: () => (/* binding */ log_info),
  dK: () => (/* binding */ mask)
});

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
    (0,command/* issueCommand */.L)('error', { ...properties }, message);
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
    error(harmless(message), { title: harmless(title) });
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

/***/ 4308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mainStep: () => (/* binding */ mainStep)
});

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

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/config/app-key.ts
var app_key = __webpack_require__(335);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
// EXTERNAL MODULE: ./src/github/jwt.ts
var github_jwt = __webpack_require__(3106);
;// CONCATENATED MODULE: ./src/github/app-client.ts



/** A JWT is sent for at most so many milliseconds: a minute less than it is valid. */
const MAX_USE_MS = github_jwt/* LIFETIME_SECONDS */.sr * 1000 - 60_000;
/**
 * Calls GitHub as the App, with a JWT that is made when it is first needed, and again before it ends.
 * If GitHub refuses the JWT for its times, and GitHub's own `Date` explains why, the JWT is made again
 * by GitHub's clock, and the call is repeated once. A JWT that was made elsewhere cannot be made again.
 */
class AppClient {
    #options;
    #jwt;
    #skew;
    constructor(options) {
        this.#options = options;
    }
    /** GitHub's clock less the runner's, in milliseconds, if it had to be corrected. */
    get clockSkew() {
        return this.#skew;
    }
    /** The key service's clock less the runner's, in milliseconds, if it had to be corrected. */
    get signerClockSkew() {
        return this.#options.signer.clockSkew?.();
    }
    /** GitHub's time as far as known, in milliseconds since 1970. */
    now() {
        return Date.now() + (this.#skew ?? 0);
    }
    /** Calls GitHub. Raises what `HttpClient.send` and `Signer.jwt` raise. */
    async call(call) {
        const { github, signer } = this.#options;
        let sent;
        const bearer = () => {
            sent = this.#currentJwt();
            return sent.text;
        };
        const authorized = { ...call, bearer, bearerExpires: signer.expiresMs };
        try {
            return await github.call(authorized);
        }
        catch (error) {
            const isFinal = signer.expiresMs !== undefined;
            if (isFinal || !(error instanceof errors/* RefusedError */.fk) || !(0,github_jwt/* isClockRefusal */.Xg)(error.reply))
                throw error;
            this.#correctClock(error.reply);
            // Another call at the same time may have corrected the clock before this one.
            if (this.#jwt === sent)
                throw error;
            return await github.call(authorized);
        }
    }
    /** Asks a key service which key it has; undefined if the key is not in one. Never rejects. */
    async lookUpKey() {
        return this.#options.signer.lookUpKey?.();
    }
    #currentJwt() {
        const now = (0,time/* monotonicTime */.wI)();
        // A wait for a rate limit can be longer than a JWT is valid.
        if (this.#jwt === undefined || now - this.#jwt.madeAt > MAX_USE_MS) {
            this.#jwt = { text: this.#makeJwt(), madeAt: now };
        }
        return this.#jwt;
    }
    async #makeJwt() {
        const { signer, issuer, mask } = this.#options;
        const jwt = await signer.jwt((0,github_jwt/* appClaims */.JS)(issuer, this.now()));
        mask(jwt);
        return jwt;
    }
    #correctClock(reply) {
        if (this.#skew !== undefined)
            return;
        const skew = (0,time/* clockSkew */.nW)(reply.date, Date.now());
        if (skew === undefined)
            return;
        this.#skew = skew;
        this.#jwt = undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/jsonwebtoken/sign.js
var sign = __webpack_require__(4912);
var sign_default = /*#__PURE__*/__webpack_require__.n(sign);
;// CONCATENATED MODULE: ./src/signers/open.ts

/** Opens the signer for a kind of key. A key service's is loaded late, because most steps have a PEM. */
async function openSigner(key, options) {
    switch (key.kind) {
        case 'pem':
            return pemSigner(key);
        case 'jwt':
            return jwtSigner(key);
        case 'key-service': {
            const { openKeyServiceSigner } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 3046));
            return openKeyServiceSigner(key, options);
        }
    }
}
/** Signs with a private key that is on the runner. */
function pemSigner({ pem }) {
    return {
        expiresMs: undefined,
        jwt: (claims) => Promise.resolve(sign_default()({ ...claims }, pem, { algorithm: 'RS256' }))
    };
}
/** Signs nothing: it has one JWT, which was made elsewhere. */
function jwtSigner({ jwt, expires }) {
    return { expiresMs: expires * 1000, jwt: () => Promise.resolve(jwt) };
}

// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __webpack_require__(6234);
// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var config_targets = __webpack_require__(5237);
// EXTERNAL MODULE: ./src/github/api.ts
var api = __webpack_require__(8943);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problems_problem = __webpack_require__(6147);
// EXTERNAL MODULE: ./src/config/permissions.ts
var permissions = __webpack_require__(2262);
;// CONCATENATED MODULE: ./src/tokens/plan.ts


/** At most this many repositories are named in a line of the log; the others are counted. */
const MAX_NAMED = 10;
/** Turns what the workflow wants into what to ask GitHub for: one request for each owner. Pure. */
function planRequests(targets, requestedPermissions) {
    const [first, ...others] = targets;
    return [
        planRequest(first, requestedPermissions),
        ...others.map((target) => planRequest(target, requestedPermissions))
    ];
}
function planRequest(target, requestedPermissions) {
    return { target, requestedPermissions, lookup: lookupFor(target), subject: subjectOf(target) };
}
function lookupFor(target) {
    switch (target.kind) {
        case 'repositories': {
            const { owner } = target;
            const [repository] = target.names;
            return repository === undefined
                ? { kind: 'account', owner }
                : { kind: 'repository', owner, repository };
        }
        case 'owner':
            return { kind: 'account', owner: target.owner };
        case 'enterprise':
            return { kind: 'enterprise', enterprise: target.enterprise };
        case 'installation':
            return { kind: 'installation', id: target.id };
    }
}
function subjectOf(target) {
    switch (target.kind) {
        case 'repositories':
            return nameRepositories(target.owner, target);
        case 'owner':
            return target.owner;
        case 'enterprise':
            return `the enterprise ${target.enterprise}`;
        case 'installation':
            return subjectOfInstallation(target.id, target.owner, target);
    }
}
function subjectOfInstallation(id, owner, repositories) {
    const installation = `installation ${id}`;
    if ((0,config_targets/* namesNone */.l8)(repositories)) {
        return owner === '' ? installation : `${owner} (${installation})`;
    }
    if (owner !== '')
        return nameRepositories(owner, repositories);
    return `${nameRepositories('', repositories)} of ${installation}`;
}
function nameRepositories(owner, { names, ids }) {
    const shown = names.slice(0, MAX_NAMED).map((name) => (owner === '' ? name : `${owner}/${name}`));
    const more = names.length - shown.length;
    const parts = [
        ...(shown.length === 0 ? [] : [shown.join(', ')]),
        ...(more === 0 ? [] : [`${more} more`]),
        ...(ids.length === 0 ? [] : [nameIds(owner, ids, names.length === 0)])
    ];
    return parts.join(' and ');
}
function nameIds(owner, ids, isAlone) {
    const what = ids.length === 1 ? `repository ${String(ids[0])}` : `${ids.length} repositories by id`;
    return isAlone && owner !== '' ? `${what} in ${owner}` : what;
}
/**
 * The scope to ask for. What is left out of it means everything.
 *
 * @param granted what the installation was granted: needed for `read-all` alone
 */
function scopeOf({ target, requestedPermissions }, granted) {
    const { names, ids } = target.kind === 'repositories' || target.kind === 'installation'
        ? target
        : { names: [], ids: [] };
    return {
        ...(names.length > 0 && { repositories: names }),
        ...(ids.length > 0 && { repositoryIds: ids }),
        ...permissionsFor(requestedPermissions, granted)
    };
}
function permissionsFor(requestedPermissions, granted) {
    switch (requestedPermissions.kind) {
        case 'everything':
            return {};
        case 'read-all':
            return { permissions: (0,permissions/* readLevels */.II)(granted) };
        case 'listed':
            return { permissions: requestedPermissions.permissions };
    }
}

// EXTERNAL MODULE: ./src/sources/token-source.ts
var token_source = __webpack_require__(7325);
;// CONCATENATED MODULE: ./src/sources/app-source.ts








/** Creates tokens as the App: finds the installation, and asks GitHub for a token. */
class AppSource {
    name;
    app;
    #cancelled;
    /**
     * @param name a short name of the key
     * @param cancelled aborted when the job is cancelled: no token is returned after that
     */
    constructor(name, app, cancelled) {
        this.name = name;
        this.app = app;
        this.#cancelled = cancelled;
    }
    async create(request, save) {
        const { lookup, requestedPermissions } = request;
        const isKnown = lookup.kind === 'installation' && requestedPermissions.kind !== 'read-all';
        return isKnown
            ? this.#createById(request, lookup.id, save)
            : this.#createAfterLookup(request, save);
    }
    async #createAfterLookup(request, save) {
        let installation;
        try {
            installation = await (0,api/* findInstallation */.Qs)(this.app, request.lookup);
            checkAccount(request, installation);
            const scope = scopeFor(request, installation);
            const issued = await this.#createAndSave(installation.id, scope, request, save);
            return { ...issued, request, owner: installation.owner, installation, scope };
        }
        catch (error) {
            throw failure(error, installation);
        }
    }
    /** The id is known, so the token is requested while the installation is looked up. */
    async #createById(request, id, save) {
        const scope = scopeOf(request, {});
        const [lookup, creation] = await Promise.allSettled([
            (0,api/* findInstallation */.Qs)(this.app, request.lookup),
            this.#createAndSave(id, scope, request, save)
        ]);
        const installation = lookup.status === 'fulfilled' ? lookup.value : undefined;
        try {
            // If the installation is on another account, that is reported, and not GitHub's refusal.
            if (creation.status === 'rejected' && !(creation.reason instanceof errors/* RefusedError */.fk)) {
                throw creation.reason;
            }
            if (installation !== undefined)
                checkAccount(request, installation);
            if (creation.status === 'rejected')
                throw creation.reason;
            if (lookup.status === 'rejected')
                throw lookup.reason;
            const { owner } = lookup.value;
            return { ...creation.value, request, owner, installation: lookup.value, scope };
        }
        catch (error) {
            throw failure(error, installation);
        }
    }
    async #createAndSave(installationId, scope, request, save) {
        const issued = await (0,api/* createToken */.Ey)(this.app, installationId, scope);
        await save(issued, request);
        if (this.#cancelled.aborted)
            throw new errors/* InterruptedError */.p4();
        return issued;
    }
}
/** Adds the installation to an error, if it was found. */
function failure(error, installation) {
    const isKnown = installation !== undefined && !(error instanceof errors/* InterruptedError */.p4);
    return isKnown ? new token_source/* SourceError */.c(error, installation) : error;
}
/** Refuses an installation on another account than the workflow names. */
function checkAccount(request, installation) {
    const problem = accountProblem(request, installation);
    if (problem !== undefined)
        throw new problems_problem/* ProblemError */.M([problem], { nothingSent: false });
}
/** Why an installation is on another account than the workflow names, if it is. */
function accountProblem({ target, lookup }, installation) {
    const named = (0,config_targets/* accountOf */.XP)(target);
    if (named === '' || (0,config_names/* sameName */.q)(named, installation.owner))
        return undefined;
    if (lookup.kind === 'repository' && installation.movedRepositoryId !== undefined) {
        const repository = (0,printable/* printable */.g)(`${lookup.owner}/${lookup.repository}`);
        return { kind: 'repository-moved-away', repository };
    }
    const account = (0,printable/* printable */.g)(named);
    return target.kind === 'installation'
        ? { kind: 'installation-of-other-account', id: target.id, owner: account }
        : { kind: 'installation-found-elsewhere', account };
}
/** The scope to ask for. A repository that was renamed is asked for by its id. */
function scopeFor(request, installation) {
    const scope = scopeOf(request, installation.permissions);
    if (scope.permissions !== undefined && Object.keys(scope.permissions).length === 0) {
        const subject = (0,printable/* printable */.g)(request.subject);
        // GitHub would read an empty list as every permission.
        throw new problems_problem/* ProblemError */.M([{ kind: 'nothing-to-read', subject }], { nothingSent: false });
    }
    const id = installation.movedRepositoryId;
    if (id === undefined || request.lookup.kind !== 'repository')
        return scope;
    const { repository } = request.lookup;
    const { repositories = [], repositoryIds = [], ...rest } = scope;
    const others = repositories.filter((name) => !(0,config_names/* sameName */.q)(name, repository));
    const names = others.length === 0 ? {} : { repositories: others };
    return { ...rest, ...names, repositoryIds: [...new Set([id, ...repositoryIds])] };
}

;// CONCATENATED MODULE: ./src/sources/open.ts




/** Opens the source of tokens for a credential. Sends nothing. */
async function openTokenSource(credential, options) {
    switch (credential.kind) {
        case 'app':
            return openAppSource(credential, options);
        case 'token-service': {
            // Loaded late: most steps have a key.
            const { TokenServiceSource } = await __webpack_require__.e(/* import() */ 651).then(__webpack_require__.bind(__webpack_require__, 8651));
            return new TokenServiceSource(credential, options);
        }
    }
}
async function openAppSource({ app, key }, { github, cancelled, mask }) {
    const signer = await openSigner(key, { http: github.http, mask });
    const client = new AppClient({ github, signer, issuer: app.value, mask });
    return new AppSource((0,app_key/* keyName */.x)(key), client, cancelled);
}

// EXTERNAL MODULE: ./src/tokens/create.ts + 1 modules
var create = __webpack_require__(4199);
// EXTERNAL MODULE: ./src/tokens/describe.ts
var describe = __webpack_require__(2149);
// EXTERNAL MODULE: ./src/action/log.ts + 1 modules
var log = __webpack_require__(1302);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/action/inputs.ts
var action_inputs = __webpack_require__(1729);
;// CONCATENATED MODULE: ./src/action/runner-files.ts






/**
 * Refuses to work without a runner: outputs and state would be printed, and the
 * token with them. Problem: `no-runner`.
 */
function requireRunner(env) {
    const missing = (0,action_inputs/* missingRunnerFiles */.wt)(env);
    if (missing.length === 0)
        return;
    throw new problems_problem/* ProblemError */.M([{ kind: 'no-runner', missing, need: 'output' }], { nothingSent: true });
}
/**
 * Passes values to the runner, all of them or none: texts as they are, anything else as JSON. Raises
 * {@link ProblemError} with `runner-file-unwritable`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function appendToRunnerFile(file, values) {
    const text = [...values].map(([name, value]) => entry(name, value)).join('');
    try {
        appendWhole((0,action_inputs/* readVariable */.nt)(process.env, file), text);
    }
    catch (error) {
        const code = (0,json/* textField */.M8)(error, 'code');
        throw new problems_problem/* ProblemError */.M([{ kind: 'runner-file-unwritable', file, code }], { nothingSent: false });
    }
}
function entry(name, value) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [`${name}<<${delimiter}`, text, delimiter, ''].join(external_node_os_.EOL);
}
/**
 * Appends a text, or leaves the file as it was. If a disk fills up half-way, half an entry would
 * make the runner refuse the whole file, or take a part of the outputs for all of them.
 */
function appendWhole(path, text) {
    const { size } = (0,external_node_fs_.statSync)(path);
    try {
        (0,external_node_fs_.appendFileSync)(path, text);
    }
    catch (error) {
        (0,external_node_fs_.truncateSync)(path, size);
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/action/outputs.ts

/**
 * Sets the outputs. Those that describe one token are about the first. What is not known is empty.
 * Problem: `runner-file-unwritable`.
 *
 * @param source what created the tokens
 * @param others outputs besides those of the tokens
 */
function setOutputs(tokens, source, others) {
    const [{ token, expiresAt, owner, installation, grant }] = tokens;
    writeOutputs({
        token,
        tokens: Object.fromEntries(tokens.map((one) => [one.owner, one.token])),
        'installation-id': installation?.id ?? '',
        'app-slug': installation?.appSlug ?? '',
        'expires-at': expiresAt,
        permissions: grant.permissions ?? '',
        'repository-selection': grant.repositorySelection ?? '',
        repositories: grant.repositories ?? '',
        owner,
        'token-source': source === 'app' ? 'app' : 'service',
        ...others
    });
}
/**
 * Outputs the fallback token. The outputs that describe the App's grant stay empty. Problem:
 * `runner-file-unwritable`.
 *
 * @param others outputs besides the token
 */
function setFallbackOutputs(token, others) {
    writeOutputs({ token, 'token-source': 'fallback', ...others });
}
function writeOutputs(outputs) {
    appendToRunnerFile('GITHUB_OUTPUT', Object.entries(outputs));
}
/** Sets variables for later steps. Problem: `runner-file-unwritable`. */
function setVariables(variables) {
    appendToRunnerFile('GITHUB_ENV', variables);
}

// EXTERNAL MODULE: ./src/parsed.ts
var src_parsed = __webpack_require__(5466);
// EXTERNAL MODULE: ./src/config/api-url.ts
var api_url = __webpack_require__(9898);
// EXTERNAL MODULE: ./src/config/app-id.ts
var app_id = __webpack_require__(6315);
;// CONCATENATED MODULE: ./src/config/event.ts


/** Events of pull requests that run without secrets when the pull request comes from a fork. */
const FORK_EVENTS = /^pull_request(_review|_review_comment)?$/;
/**
 * Whether the event proves that GitHub gives this run no secrets:
 * https://docs.github.com/en/actions/reference/security/secure-use and
 * https://docs.github.com/en/code-security/dependabot/working-with-dependabot/troubleshooting-dependabot-on-github-actions
 */
function secretlessRun(event) {
    if (event.actor === 'dependabot[bot]')
        return { kind: 'dependabot' };
    if (!FORK_EVENTS.test(event.name))
        return undefined;
    const pullRequest = (0,json/* field */.ZZ)(event.payload, 'pull_request');
    const head = (0,json/* field */.ZZ)(pullRequest, 'head');
    if (head === undefined)
        return undefined;
    const repository = (0,json/* field */.ZZ)(head, 'repo');
    // The repository of a head is null if the fork was deleted.
    if (repository === null)
        return { kind: 'fork', head: '' };
    const name = (0,json/* field */.ZZ)(repository, 'full_name');
    if (typeof name !== 'string' || name.toLowerCase() === event.repository.toLowerCase()) {
        return undefined;
    }
    return { kind: 'fork', head: name };
}
/** Whether the workflow's repository is a fork. It has none of the original's secrets and variables. */
function isInFork({ payload }) {
    return (0,json/* field */.ZZ)((0,json/* field */.ZZ)(payload, 'repository'), 'fork') === true;
}
/** The address of the repository's settings if Dependabot started the run; empty otherwise. */
function settingsForDependabot(event) {
    const isDependabot = secretlessRun(event)?.kind === 'dependabot';
    return isDependabot ? `${(0,printable/* printable */.g)(event.webUrl)}/${(0,printable/* printable */.g)(event.repository)}/settings` : '';
}
/**
 * Why the private key is missing, as far as the event shows.
 *
 * @param isIdEmpty whether the App's id is missing, too
 */
function missingKey(event, fallback, isIdEmpty) {
    const repository = (0,printable/* printable */.g)(event.repository);
    const run = secretlessRun(event);
    switch (run?.kind) {
        case 'fork':
            return { kind: 'key-empty-for-fork', fork: (0,printable/* printable */.g)(run.head), fallback };
        case 'dependabot': {
            const settings = settingsForDependabot(event);
            return { kind: 'key-empty-for-dependabot', settings, isIdEmpty, fallback };
        }
        case undefined: {
            if (isInFork(event))
                return { kind: 'key-empty-in-fork', repository, isIdEmpty, fallback };
            const origin = originOf(event);
            return { kind: 'key-empty', event: (0,printable/* printable */.g)(event.name), origin, repository, fallback };
        }
    }
}
function originOf({ name, payload }) {
    if (!FORK_EVENTS.test(name))
        return 'event-with-secrets';
    const head = (0,json/* field */.ZZ)((0,json/* field */.ZZ)(payload, 'pull_request'), 'head');
    return (0,json/* textField */.M8)((0,json/* field */.ZZ)(head, 'repo'), 'full_name') === '' ? 'unknown' : 'same-repository';
}

;// CONCATENATED MODULE: ./src/config/token-service-conflicts.ts

/**
 * Checks that the service can create what the workflow asks for: for each owner one repository, or the
 * owner. Problems: `token-service-with-others`, `token-service-with-repositories`.
 *
 * @param others inputs that have no effect on a token of a service
 * @param targets undefined if they cannot be read
 */
function tokenServiceConflicts(others, targets) {
    const inputs = [...others].filter(([, value]) => value !== '').map(([name]) => name);
    const named = inputs.length > 0 ? [] : (targets ?? []);
    return [
        ...(inputs.length === 0 ? [] : [{ kind: 'token-service-with-others', inputs }]),
        ...named.flatMap((target) => {
            if (target.kind !== 'repositories' || target.names.length < 2)
                return [];
            const { owner, names } = target;
            const count = names.length;
            return [{ kind: 'token-service-with-repositories', owner: (0,printable/* printable */.g)(owner), count }];
        })
    ];
}

;// CONCATENATED MODULE: ./src/config/credential.ts





/**
 * Decides what the token comes from. The fallback token is used only if the API is the workflow's own,
 * and either the event proves that GitHub gives the run no secrets and the credential is missing, or no
 * input for a credential is set: a misspelt secret stays an error.
 */
function chooseCredential(given, circumstances) {
    const { inputs, workflow, api } = circumstances;
    const { event, repository } = workflow;
    const { clientId, appId, fallbackToken: token } = inputs;
    const reason = fallbackReason(given, inputs, event);
    if (reason !== undefined && token !== '' && api.ok && api.value.isOwn) {
        return (0,src_parsed/* valid */.rZ)({ kind: 'fallback', token, reason, repository });
    }
    const fallback = whyUnused(token, api);
    if (given.parsed !== undefined) {
        return checkBesideOthers(mentionFallback(given.parsed, fallback), circumstances);
    }
    // If the event explains why all secrets are empty, a second explanation would only confuse.
    const isExplained = (reason?.kind === 'no-secrets' || isInFork(event)) && clientId === '' && appId === '';
    const missing = (0,src_parsed/* invalid */.Gq)(missingKey(event, fallback, isExplained));
    return isExplained ? missing : appCredential(inputs, missing, event);
}
/** Why the fallback token would be used, if there is one. */
function fallbackReason(given, { clientId, appId }, event) {
    const missing = missingPart(given);
    if (missing === undefined)
        return undefined;
    const run = secretlessRun(event);
    if (run !== undefined)
        return { kind: 'no-secrets', run, missing };
    const isNothingSet = clientId === '' && appId === '' && given.inputs.length === 0;
    return isNothingSet ? { kind: 'nothing-set' } : undefined;
}
/** What the credential lacks; undefined if it is there, or wrong in another way. */
function missingPart({ inputs, parsed }) {
    if (parsed === undefined)
        return 'private-key';
    if (parsed.ok || parsed.problems.length > 1)
        return undefined;
    const [{ kind }] = parsed.problems;
    if (kind === 'oidc-not-available')
        return 'oidc-token';
    if (inputs.length > 0)
        return undefined;
    if (kind === 'login-without-key')
        return 'kms-key';
    return kind === 'token-service-incomplete' ? 'token-service' : undefined;
}
function whyUnused(token, api) {
    if (token === '')
        return 'not-set';
    return api.ok && !api.value.isOwn ? 'other-github' : 'set';
}
/** Lets the problems with a credential say that there is a fallback token. */
function mentionFallback(parsed, fallback) {
    if (parsed.ok || fallback === 'not-set')
        return parsed;
    const [first, ...others] = parsed.problems;
    return (0,src_parsed/* invalid */.Gq)(withFallback(first), ...others.map(withFallback));
}
function withFallback(problem) {
    const isAboutKey = problem.kind === 'key-unusable' ||
        problem.kind === 'key-file-unusable' ||
        problem.kind === 'jwt-unusable' ||
        problem.kind === 'oidc-not-available';
    return isAboutKey ? { ...problem, isFallbackSet: true } : problem;
}
function checkBesideOthers(parsed, { inputs, workflow: { event }, targets }) {
    if (!parsed.ok) {
        const isForService = inputs.tokenService + inputs.trustPolicy !== '';
        return isForService
            ? tokenServiceCredential(inputs, parsed, targets)
            : appCredential(inputs, parsed, event);
    }
    const { value, messages } = parsed;
    return value.kind === 'token-service'
        ? tokenServiceCredential(inputs, (0,src_parsed/* valid */.rZ)(value, messages), targets)
        : appCredential(inputs, (0,src_parsed/* valid */.rZ)(value, messages), event);
}
/** A token service, if it can create what the workflow asks for. */
function tokenServiceCredential(inputs, service, targets) {
    const others = new Map([
        ['client-id', inputs.clientId],
        ['app-id', inputs.appId],
        ['repository-ids', inputs.repositoryIds],
        ['installation-id', inputs.installationId],
        ['enterprise', inputs.enterprise],
        ['permissions', inputs.permissions],
        ...inputs.permissionInputs
    ]);
    const beside = tokenServiceConflicts(others, targets.ok ? targets.value : undefined);
    const fits = (0,src_parsed/* invalidIfAny */.Rx)(beside) ?? (0,src_parsed/* valid */.rZ)(true);
    return (0,src_parsed/* map */.Tj)((0,src_parsed/* combine */.kg)({ service, fits }), (all) => {
        return all.service;
    });
}
/** The App's id and key. A JWT names its App, so the id can be left out then. Problem: `jwt-of-other-app`. */
function appCredential({ clientId, appId }, key, event) {
    if (clientId === '' && appId === '') {
        if (!key.ok && key.problems.some(isAboutJwt))
            return key;
        if (key.ok && key.value.kind === 'jwt')
            return (0,src_parsed/* valid */.rZ)(appOfJwt(key.value));
    }
    const app = (0,app_id/* parseAppId */.c_)(clientId, appId, event.repository, settingsForDependabot(event));
    const other = app.ok && key.ok && otherApp(app.value, key.value);
    if (other)
        return (0,src_parsed/* invalid */.Gq)(other);
    const credential = (0,src_parsed/* combine */.kg)({ app, key });
    return (0,src_parsed/* map */.Tj)(credential, (value) => ({ kind: 'app', ...value }));
}
function appOfJwt(key) {
    return { kind: 'app', app: { value: key.issuer, input: 'jwt' }, key };
}
function isAboutJwt(problem) {
    return (problem.kind === 'jwt-unusable' ||
        (problem.kind === 'key-twice' && problem.inputs.includes('jwt')));
}
function otherApp({ value, input }, key) {
    if (input === 'jwt' || key.kind !== 'jwt' || key.issuer === value)
        return undefined;
    return { kind: 'jwt-of-other-app', input, id: (0,printable/* printable */.g)(value), issuer: (0,printable/* printable */.g)(key.issuer) };
}

// EXTERNAL MODULE: ./src/secret-text.ts
var secret_text = __webpack_require__(1071);
// EXTERNAL MODULE: ./src/config/expression.ts
var expression = __webpack_require__(70);
;// CONCATENATED MODULE: ./src/config/fallback-token.ts



/** GitHub's tokens are longer. Their format can change, so little more is known of them. */
const MIN_TOKEN_LENGTH = 16;
/**
 * Reads `fallback-token`; empty for nothing. It is checked even if this run does not use it: otherwise a
 * mistake would be found only by the first pull request from a fork. Problems: `secret-in-input`,
 * `fallback-token-malformed`.
 */
function parseFallbackToken(text) {
    if ((0,secret_text/* secretKindIn */.qk)(text) === 'key') {
        return (0,src_parsed/* invalid */.Gq)({ kind: 'secret-in-input', input: 'fallback-token', secret: 'key' });
    }
    const found = text === '' ? undefined : recognize(text);
    return found === undefined ? (0,src_parsed/* valid */.rZ)(text) : (0,src_parsed/* invalid */.Gq)({ kind: 'fallback-token-malformed', found });
}
/**
 * What must be masked of `fallback-token`: each part that can be a token. If it is `true` by mistake, to
 * mask it would hide every "true" in the log.
 */
function maskableFallback(text) {
    return text.split(/\s+/).filter((word) => word.length >= MIN_TOKEN_LENGTH && !(0,expression/* isExpression */.B)(word));
}
function recognize(text) {
    if ((0,expression/* isExpression */.B)(text))
        return { is: 'expression' };
    if (/\s/.test(text))
        return { is: 'blanks' };
    if (!/^[\x21-\x7e]+$/.test(text))
        return { is: 'characters' };
    return text.length < MIN_TOKEN_LENGTH ? { is: 'short', length: text.length } : undefined;
}

// EXTERNAL MODULE: ./src/http/proxy-address.ts
var proxy_address = __webpack_require__(5693);
// EXTERNAL MODULE: ./src/config/address-credentials.ts
var address_credentials = __webpack_require__(7417);
// EXTERNAL MODULE: ./src/config/private-key/secrets.ts
var secrets = __webpack_require__(7777);
// EXTERNAL MODULE: ./src/config/private-key/unwrap.ts
var unwrap = __webpack_require__(1937);
;// CONCATENATED MODULE: ./src/config/misplaced-secrets.ts






/**
 * Looks at each input as a whole, before it is read: a list that is split into lines would leave
 * pieces of a key that do not look like one. `client-id` and `app-id` are checked by their own
 * parser, and `fallback-token` is a secret. Problems: `secret-in-input`, `key-in-input-name`.
 */
function findMisplacedSecrets(inputs) {
    const found = new Map();
    for (const [input, text] of valuesOf(inputs)) {
        const problem = CHECKED_ELSEWHERE.has(input) ? undefined : findMisplacedSecret(input, text);
        if (problem !== undefined)
            found.set(input, problem);
    }
    for (const name of inputs.permissionInputs.keys()) {
        if (misplacedSecretKind(name) === undefined && !LONG_NAME.test(name))
            continue;
        found.set(name, { kind: 'key-in-input-name' });
    }
    return found;
}
/** The problems with some inputs. Such an input must not be read. Undefined if there is no problem. */
function refuseMisplacedSecrets(found, names) {
    return (0,src_parsed/* invalidIfAny */.Rx)(names.flatMap((name) => found.get(name) ?? []));
}
/** Inputs whose parsers find a password in an address themselves. */
const INPUTS_WITH_OWN_LOGIN_CHECK = new Set([
    'github-api-url',
    'token-service'
]);
/** A secret in an input, if there is one. Problem: `secret-in-input`. */
function findMisplacedSecret(input, text) {
    const secret = misplacedSecretKind(text);
    if (secret === 'address-with-credentials' && INPUTS_WITH_OWN_LOGIN_CHECK.has(input))
        return undefined;
    return secret === undefined ? undefined : { kind: 'secret-in-input', input, secret };
}
/** What must be masked before anything is said about the inputs, wherever in them a secret is. */
function secretsInInputs(inputs) {
    const values = valuesOf(inputs).map(([, text]) => text);
    return [...values, ...inputs.permissionInputs.keys()].flatMap(maskable);
}
/** What must be masked of a text that holds a secret; nothing of any other text. */
function maskable(text) {
    const kind = misplacedSecretKind(text);
    if (kind === 'address-with-credentials')
        return (0,address_credentials/* addressesWithCredentials */.f)(text).flatMap(proxy_address/* guessSecrets */.F);
    return kind === undefined ? [] : (0,secrets/* textsToMask */.a)((0,unwrap/* unwrap */.oA)(text));
}
/** Inputs in which {@link findMisplacedSecrets} looks for no secret. */
const CHECKED_ELSEWHERE = new Set(['client-id', 'app-id', 'fallback-token']);
/** The name of each such input in the workflow. All are here, because a secret is looked for in each. */
const INPUT_NAMES = {
    clientId: 'client-id',
    appId: 'app-id',
    owner: 'owner',
    repositories: 'repositories',
    repositoryIds: 'repository-ids',
    installationId: 'installation-id',
    enterprise: 'enterprise',
    permissions: 'permissions',
    skipTokenRevoke: 'skip-token-revoke',
    githubApiUrl: 'github-api-url',
    fallbackToken: 'fallback-token',
    gitCredentials: 'git-credentials',
    gitIdentity: 'git-identity',
    tokenService: 'token-service',
    trustPolicy: 'trust-policy',
    renew: 'renew'
};
function valuesOf(inputs) {
    const fields = Object.keys(INPUT_NAMES);
    const texts = fields.map((field) => [INPUT_NAMES[field], inputs[field]]);
    return [...texts, ...inputs.permissionInputs, ...Object.entries(inputs.keyService)];
}
/** The runner changes the letters of a name to upper case, so that a key in it looks like a word. */
const LONG_NAME = /[a-z0-9+/=]{40}/;
function misplacedSecretKind(text) {
    // Most inputs are short: do not make every step wait for the rest.
    if (text.length < secrets/* MIN_SECRET_LENGTH */.v)
        return undefined;
    const { texts, core } = (0,unwrap/* unwrap */.oA)(text);
    if (typeof core !== 'string')
        return 'key';
    // The innermost text, because base64 of anything looks like part of a key.
    const kind = texts.map(secret_text/* secretKindIn */.qk).findLast((one) => one !== undefined);
    if (kind !== undefined)
        return kind;
    if ((0,address_credentials/* addressesWithCredentials */.f)(text).length > 0)
        return 'address-with-credentials';
    return wordsOf(text).some((word) => HEX_SECRET.test(word)) ? 'hex' : undefined;
}
/** What GitHub's client secrets and old tokens consist of. */
const HEX_SECRET = /^[0-9a-f]{40}$/i;
/** The entries of a list, however it is written. */
function wordsOf(text) {
    return text.split(/[\s,"'`[\]]+/);
}

// EXTERNAL MODULE: ./src/config/input-names.ts
var input_names = __webpack_require__(4523);
// EXTERNAL MODULE: ./src/config/permission-list.ts
var permission_list = __webpack_require__(9828);
;// CONCATENATED MODULE: ./src/config/parse-permissions.ts







/** GitHub has less than a hundred. */
const MAX_PERMISSIONS = 500;
/**
 * Reads what the tokens may do: `permissions: read-all` alone, or as {@link parsePermissions} does.
 * Problems: each `PermissionProblem`.
 */
function parseRequestedPermissions(permissions, inputs) {
    if (permissions.toLowerCase() !== 'read-all') {
        return (0,src_parsed/* map */.Tj)(parsePermissions(permissions, inputs), (listed) => listed === undefined ? { kind: 'everything' } : { kind: 'listed', permissions: listed });
    }
    const [other] = inputs.keys();
    return other === undefined
        ? (0,src_parsed/* valid */.rZ)({ kind: 'read-all' })
        : (0,src_parsed/* invalid */.Gq)({ kind: 'read-all-with-others', input: (0,printable/* printable */.g)(other) });
}
/**
 * Reads what permissions the token gets, from `permissions` and from every `permission-<name>`
 * input. Undefined: no permission is named, so the token gets all that the installation was granted.
 * A name or level outside GitHub's published list is sent, since GitHub may know it before the list
 * does; a name that is nearly a listed one is a problem.
 *
 * @param permissions the input `permissions`: lines or a comma list of `name: level`, or JSON
 * @param inputs every input that is set and is for permissions, except `permissions` itself, by its
 *   lower-case name as the workflow has it (`permission-contents`). Misspelt ones count: see
 *   `isForPermissions`.
 */
function parsePermissions(permissions, inputs) {
    if (inputs.size > MAX_PERMISSIONS)
        return tooMany(inputs.size);
    const list = parseList(permissions);
    const named = parseInputs(inputs);
    const requested = [...(list.ok ? list.value : []), ...named.requested];
    const combined = combinePermissions(requested);
    const problems = [
        ...(list.ok ? [] : list.problems),
        ...named.problems,
        ...(combined.ok ? [] : combined.problems)
    ];
    const hasOthers = requested.some((one) => readPermission(one).ok);
    return (0,src_parsed/* invalidIfAny */.Rx)(problems.map((one) => withOthers(one, hasOthers))) ?? combined;
}
/** What would happen without a permission depends on whether another one is requested. */
function withOthers(problem, hasOthers) {
    return 'hasOthers' in problem ? { ...problem, hasOthers } : problem;
}
/** Takes all permissions together: known names, known levels, no contradiction. */
function combinePermissions(requested) {
    if (requested.length > MAX_PERMISSIONS)
        return tooMany(requested.length);
    const problems = [];
    const messages = [];
    const usable = new Map();
    for (const one of requested) {
        const read = readPermission(one);
        if (!read.ok) {
            problems.push(...read.problems);
            continue;
        }
        const { name, level } = read.value;
        const earlier = usable.get(name);
        if (earlier !== undefined && earlier.level !== level) {
            problems.push(twoLevels(earlier, read.value));
        }
        else if (permission_list/* RETIRED_PERMISSIONS */.X.has(name)) {
            messages.push(retired(read.value));
        }
        else {
            usable.set(name, read.value);
        }
    }
    const refused = (0,src_parsed/* invalidIfAny */.Rx)(problems);
    if (refused !== undefined)
        return refused;
    if (requested.length === 0)
        return (0,src_parsed/* valid */.rZ)(undefined);
    // If only retired permissions were named, an empty request would mean "everything".
    if (usable.size === 0)
        return (0,src_parsed/* valid */.rZ)({ metadata: 'read' }, messages);
    const entries = [...usable].map(([name, { level }]) => [name, level]);
    return (0,src_parsed/* valid */.rZ)(Object.fromEntries(entries), messages);
}
function readPermission(requested) {
    const { input } = requested;
    const name = underscored(requested.name);
    const level = requested.level.toLowerCase();
    if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) {
        const shown = (0,printable/* printable */.g)(requested.name);
        return (0,src_parsed/* invalid */.Gq)({ kind: 'permission-name-malformed', where: (0,printable/* printable */.g)(input), name: shown });
    }
    if (!(0,permissions/* isLevel */.NW)(level))
        return (0,src_parsed/* invalid */.Gq)(malformedLevel(requested));
    if (!permission_list/* KNOWN_PERMISSIONS */.x.has(name) && !permission_list/* RETIRED_PERMISSIONS */.X.has(name)) {
        const near = (0,config_names/* nearMiss */.bi)(name, permission_list/* KNOWN_PERMISSIONS */.x.keys());
        if (near !== undefined) {
            const meant = input === 'permissions' ? (0,permissions/* dashed */.Gg)(near) : `permission-${(0,permissions/* dashed */.Gg)(near)}`;
            const where = placeOf(requested);
            return (0,src_parsed/* invalid */.Gq)({
                kind: 'permission-unknown',
                what: 'permission',
                where,
                meant,
                hasOthers: false
            });
        }
    }
    return (0,src_parsed/* valid */.rZ)({ input, name, level });
}
function tooMany(count) {
    return (0,src_parsed/* invalid */.Gq)({ kind: 'too-many-permissions', count });
}
function twoLevels(one, other) {
    const asked = [one, other].map(({ level, input }) => ({ level, where: (0,printable/* printable */.g)(input) }));
    return { kind: 'permission-at-two-levels', name: (0,permissions/* dashed */.Gg)(one.name), asked };
}
function retired({ input }) {
    return {
        level: 'warning',
        message: `${input}: GitHub has removed this permission. The request leaves it out. Remove the line.`
    };
}
/** Reads the `permission-*` inputs. One misspelt name does not hide what else is wrong. */
function parseInputs(inputs) {
    const requested = [];
    const problems = [];
    for (const [input, level] of inputs) {
        const name = /^permission-(.+)$/.exec(input)?.[1];
        if (name !== undefined)
            requested.push({ input, name, level });
        else {
            const meant = (0,printable/* printable */.g)((0,input_names/* meantInput */.mO)(input, level) ?? 'permissions');
            const where = (0,printable/* printable */.g)(input);
            problems.push({ kind: 'permission-unknown', what: 'input', where, meant, hasOthers: false });
        }
    }
    return { requested, problems };
}
/** Where a permission is requested, for a message: its input, or the line of `permissions`. */
function placeOf({ input, name }) {
    return (0,printable/* printable */.g)(input === 'permissions' ? `permissions: ${(0,permissions/* dashed */.Gg)(name)}` : input);
}
/** No level is longer than this. A longer text may be a secret. */
const MAX_LEVEL_LENGTH = 15;
function malformedLevel(requested) {
    const { name, level } = requested;
    return {
        kind: 'permission-level-malformed',
        where: placeOf(requested),
        level: level.length > MAX_LEVEL_LENGTH ? undefined : (0,printable/* printable */.g)(level),
        length: level.length,
        isExpression: (0,expression/* isExpression */.B)(level),
        levels: permission_list/* KNOWN_PERMISSIONS */.x.get(underscored(name)) ?? permissions/* LEVELS */.A_
    };
}
function parseList(text) {
    if (text === '')
        return (0,src_parsed/* valid */.rZ)([]);
    const entries = text.startsWith('{') ? jsonEntries(text) : lineEntries(text);
    if (!Array.isArray(entries)) {
        return (0,src_parsed/* invalid */.Gq)({ kind: 'permissions-unreadable', mistake: entries });
    }
    if (entries.length === 0) {
        return (0,src_parsed/* invalid */.Gq)({ kind: 'permissions-name-none', text: (0,printable/* printable */.g)(text), hasOthers: false });
    }
    return (0,src_parsed/* valid */.rZ)(entries.map(([name, level]) => ({ input: 'permissions', name, level })));
}
function lineEntries(text) {
    const entries = [];
    const lines = text.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
        for (const item of (0,config_names/* splitList */.ry)(line)) {
            const match = /^([^:=\s]+)\s*:\s*([^:\s]+)$/.exec(item);
            const [, name, level] = match ?? [];
            if (name === undefined || level === undefined || SCOPES.test(item)) {
                return mistakeIn(text, item, lines.length > 1 ? index + 1 : undefined);
            }
            entries.push([name, level]);
        }
    }
    return entries;
}
/** Scopes of personal access tokens (classic). */
const SCOPES = /^(?:repo|workflow|gist|user|notifications|delete_repo|project|codespace|copilot|audit_log|(?:read|write|admin|delete|manage|repo|user):[a-z_]+)$/;
function mistakeIn(text, item, line) {
    if (text.startsWith('['))
        return { mistake: 'json-list', text: (0,printable/* printable */.g)(text) };
    if (/^(?:write|admin)-all$/i.test(text))
        return { mistake: 'every-level', text: (0,printable/* printable */.g)(text) };
    if (SCOPES.test(item))
        return { mistake: 'scopes', text: (0,printable/* printable */.g)(item) };
    return { mistake: 'entry', text: (0,printable/* printable */.g)(item), line, reason: entryMistake(item) };
}
function entryMistake(item) {
    if (/^[-*]\s/.test(item))
        return 'dash';
    if (/^#|\s#/.test(item))
        return 'comment';
    if (item.toLowerCase() === 'read-all')
        return 'read-all';
    if (/^\S+:\s*[^:\s]+\s+\S+:/.test(item))
        return 'several';
    return item.includes(':') ? 'other' : 'no-colon';
}
function jsonEntries(text) {
    try {
        // JSON that starts with a brace is an object.
        const parsed = JSON.parse(text);
        return Object.entries(parsed).map(([name, level]) => [
            name,
            typeof level === 'string' ? level : JSON.stringify(level)
        ]);
    }
    catch {
        return { mistake: 'json', text: (0,printable/* printable */.g)(text) };
    }
}
/** A permission's name as GitHub's API spells it: `pull_requests`. */
function underscored(name) {
    return name.toLowerCase().replace(/-/g, '_');
}

// EXTERNAL MODULE: ./src/config/key-service/kms-key.ts
var kms_key = __webpack_require__(1767);
;// CONCATENATED MODULE: ./src/config/renewal.ts

/**
 * Why the token cannot be renewed although the workflow wants it; empty if it can. The fallback token
 * is never renewed, so it is no problem. Problems: `renew-with-kept-token`, `renew-with-jwt`,
 * `renew-with-static-login`, `renew-with-owners`.
 */
function renewalProblems({ renew, keepToken, targets, credential }) {
    if (!renew || credential.kind === 'fallback')
        return [];
    const problems = [];
    if (keepToken)
        problems.push({ kind: 'renew-with-kept-token' });
    if (credential.kind === 'app')
        problems.push(...keyProblems(credential.key));
    if (targets.length > 1)
        problems.push({ kind: 'renew-with-owners', count: targets.length });
    return problems;
}
function keyProblems(key) {
    if (key.kind === 'pem')
        return [];
    if (key.kind === 'jwt')
        return [{ kind: 'renew-with-jwt' }];
    return (0,kms_key/* isLoginRepeatable */.xq)(key) ? [] : [{ kind: 'renew-with-static-login', service: key.service }];
}

;// CONCATENATED MODULE: ./src/config/switches.ts


/**
 * Reads a switch. Empty means off. What counts as true and false is YAML 1.2's core schema, as
 * `getBooleanInput` of `@actions/core` reads it. Problem: `boolean-malformed`.
 */
function parseBoolean(input, text) {
    if (['true', 'True', 'TRUE'].includes(text))
        return (0,src_parsed/* valid */.rZ)(true);
    if (['', 'false', 'False', 'FALSE'].includes(text))
        return (0,src_parsed/* valid */.rZ)(false);
    return (0,src_parsed/* invalid */.Gq)({ kind: 'boolean-malformed', input, text: (0,printable/* printable */.g)(text) });
}
/**
 * Reads `git-credentials` and `git-identity`. Problems: `boolean-malformed`,
 * `git-credentials-with-enterprise`.
 */
function parseGit(inputs) {
    const settings = (0,src_parsed/* combine */.kg)({
        credentials: parseBoolean('git-credentials', inputs.gitCredentials),
        identity: parseBoolean('git-identity', inputs.gitIdentity)
    });
    // A token of an enterprise reaches no repository.
    const isUseless = settings.ok && settings.value.credentials && inputs.enterprise !== '';
    return isUseless ? (0,src_parsed/* invalid */.Gq)({ kind: 'git-credentials-with-enterprise' }) : settings;
}

;// CONCATENATED MODULE: ./src/config/config.ts









/**
 * Reads what the workflow wants, or collects every problem with its inputs.
 *
 * @param given the App's key or the token service, as it was read
 */
function parseConfig(inputs, given, workflow) {
    const wrong = findMisplacedSecrets(inputs);
    const unless = (names, parse) => refuseMisplacedSecrets(wrong, names) ?? parse();
    const api = unless(['github-api-url'], () => (0,api_url/* parseApiUrl */.n)(inputs.githubApiUrl, workflow));
    const webHosts = api.ok ? api.value.webHosts : [];
    const targets = unless(TARGET_INPUTS, () => (0,config_targets/* parseTargets */.Sx)(inputs, { ...workflow, webHosts }));
    const settings = {
        credential: chooseCredential(given, { inputs, workflow, api, targets }),
        targets,
        requestedPermissions: unless(['permissions', ...inputs.permissionInputs.keys()], () => parseRequestedPermissions(inputs.permissions, inputs.permissionInputs)),
        api,
        keepToken: unless(['skip-token-revoke'], () => parseBoolean('skip-token-revoke', inputs.skipTokenRevoke)),
        renew: unless(['renew'], () => parseBoolean('renew', inputs.renew)),
        git: unless(['git-credentials', 'git-identity'], () => parseGit(inputs))
    };
    const parsed = (0,src_parsed/* combine */.kg)({
        config: (0,src_parsed/* combine */.kg)(settings),
        fallback: parseFallbackToken(inputs.fallbackToken)
    });
    if (!parsed.ok)
        return parsed;
    const { config } = parsed.value;
    return (0,src_parsed/* invalidIfAny */.Rx)(renewalProblems(config)) ?? (0,src_parsed/* valid */.rZ)(config, parsed.messages);
}
/** The inputs that say together what the token is for. */
const TARGET_INPUTS = ['owner', 'repositories', 'repository-ids', 'installation-id', 'enterprise'];

// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(7856);
// EXTERNAL MODULE: ./src/config/key-service/facts.ts
var facts = __webpack_require__(1927);
// EXTERNAL MODULE: ./src/config/private-key/fingerprint.ts
var fingerprint = __webpack_require__(9132);
// EXTERNAL MODULE: ./src/config/private-key/formats.ts
var formats = __webpack_require__(3620);
// EXTERNAL MODULE: ./src/config/private-key/mistakes.ts
var mistakes = __webpack_require__(7467);
;// CONCATENATED MODULE: ./src/config/private-key/read.ts







/**
 * Reads the App's RSA private key in every form that people store it in: PEM (RFC 7468) of PKCS#1,
 * PKCS#8 or OpenSSH, or its base64 alone; escaped, quoted, indented, on one line, in base64 or
 * base64url once or twice, beside a public key or certificate. If there is no usable key, says what
 * the text is instead, and shows none of it.
 */
function readPrivateKey(text, input) {
    const unwrapped = (0,unwrap/* unwrap */.oA)(text);
    const key = findKey(unwrapped);
    return {
        secrets: (0,secrets/* textsToMask */.a)(unwrapped),
        result: (0,mistakes/* isMistake */.VF)(key)
            ? (0,src_parsed/* invalid */.Gq)({ kind: 'key-unusable', input, mistake: key })
            : (0,src_parsed/* valid */.rZ)({ kind: 'pem', ...key, input })
    };
}
function findKey({ texts, core }) {
    if (typeof core !== 'string') {
        return keyFromBytes(core);
    }
    // Such a text is not unwrapped either.
    if (core.length > mistakes/* MAX_TEXT_LENGTH */.Gt) {
        return { mistake: 'too-long', length: core.length };
    }
    const blocks = (0,unwrap/* pemBlocks */.PQ)(core);
    return blocks.length === 0 ? (0,mistakes/* recognize */.vA)(texts) : keyFromPem(core, blocks);
}
/** Labels of what people keep in the same file as the key. */
const LABELS_BESIDE_KEY = /PUBLICKEY$|CERTIFICATE$|REQUEST$|PARAMETERS$|CRL$/;
/** The one private key among the PEM blocks of a text. */
function keyFromPem(text, blocks) {
    const keys = blocks.filter((block) => !LABELS_BESIDE_KEY.test(block.label));
    const whole = keys.filter((block) => block.missing !== 'first-line' && hasBody(block));
    // A lone END line, or a BEGIN line pasted twice, does no harm beside a key.
    const candidates = whole.length > 0 ? whole : keys;
    const [first, ...others] = candidates.map((block) => keyFromBlock(text, block));
    if (first === undefined) {
        return blocks[0]?.label.endsWith('PUBLICKEY') ? (0,mistakes/* notAKey */.s5)('public-key') : (0,mistakes/* notAKey */.s5)('certificate');
    }
    return onlyKey([first, ...others]);
}
function hasBody(block) {
    return /[A-Za-z0-9]/.test(block.body);
}
/** The same key twice is one key. If the keys differ, it is not clear which one to use. */
function onlyKey(found) {
    const fingerprints = new Set(found.map((key) => ((0,mistakes/* isMistake */.VF)(key) ? undefined : key.fingerprint)));
    const hasKey = found.some((key) => !(0,mistakes/* isMistake */.VF)(key));
    return hasKey && fingerprints.size > 1
        ? { mistake: 'several', keys: fingerprints.size }
        : found[0];
}
/** Labels of private keys that GitHub does not accept, whatever is in the block. */
const REFUSED = new Map([
    ['ECPRIVATEKEY', (0,mistakes/* notRsa */.a4)('EC')],
    ['DSAPRIVATEKEY', (0,mistakes/* notRsa */.a4)('DSA')],
    ['ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
    ['SSH2ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
    ['PGPPRIVATEKEYBLOCK', (0,mistakes/* notAKey */.s5)('pgp')],
    ['PGPPUBLICKEYBLOCK', (0,mistakes/* notAKey */.s5)('pgp')]
]);
function keyFromBlock(text, block) {
    const mistake = REFUSED.get(block.label) ?? mistakeInLayout(block);
    if (mistake !== undefined) {
        return mistake;
    }
    const body = withoutHeaders(block.body);
    const bytes = (0,unwrap/* base64Bytes */.f5)(body);
    const key = bytes === undefined ? mistakes/* DAMAGED */.Ax : keyFromBytes(bytes);
    return (0,mistakes/* isMistake */.VF)(key) ? (0,mistakes/* withOddLine */.gp)(key, text, body, block.at) : key;
}
/** Replaces headers (RFC 1421) with blanks, so that every other character keeps its index. */
function withoutHeaders(body) {
    return body.includes(':')
        ? body.replace(/^[ \t]*[A-Za-z-]{1,40}:.*$/gm, (line) => ' '.repeat(line.length))
        : body;
}
/** What is wrong with a block before its base64 is decoded. */
function mistakeInLayout(block) {
    if (/Proc-Type:\s{0,9}4,\s{0,9}ENCRYPTED/.test(block.body)) {
        return { mistake: 'encrypted' };
    }
    if (block.missing === 'nothing') {
        return hasBody(block) ? undefined : { mistake: 'no-body' };
    }
    if (block.missing === 'first-line') {
        return { mistake: 'no-first-line' };
    }
    return { mistake: hasBody(block) ? 'no-last-line' : 'only-first-line' };
}
function keyFromBytes(bytes) {
    const importable = (0,formats/* importableKey */.z)(bytes);
    if ((0,mistakes/* isMistake */.VF)(importable)) {
        return importable;
    }
    const key = importKey(importable);
    if (key === undefined) {
        return mistakes/* DAMAGED */.Ax;
    }
    return key.asymmetricKeyType === 'rsa'
        ? checkRsaKey(key, bytes.length)
        : (0,mistakes/* notRsa */.a4)(algorithmName(String(key.asymmetricKeyType)));
}
/** Object identifier of rsaEncryption (RFC 8017, appendix A.1). */
const RSA_ENCRYPTION = Buffer.from('2a864886f70d010101', 'hex');
/**
 * OpenSSL computes the public half of a DSA or DH key when it imports the key. Above this number of
 * bytes, that can take minutes.
 */
const MAX_OTHER_KEY_BYTES = 4096;
function importKey(importable) {
    if (importable.format === 'der' && importable.type === 'pkcs8') {
        const { key } = importable;
        if (key.length > MAX_OTHER_KEY_BYTES && !key.includes(RSA_ENCRYPTION)) {
            return undefined;
        }
    }
    try {
        return (0,external_node_crypto_.createPrivateKey)(importable);
    }
    catch {
        return undefined;
    }
}
/** `Ed25519` and `Ed448` are written like this, all others in capitals. */
function algorithmName(type) {
    return type.startsWith('ed') ? `E${type.slice(1)}` : type.toUpperCase();
}
/** GitHub creates keys of 2048 bits; RFC 7518, section 3.3, requires as many for RS256. */
const MIN_BITS = 2048;
/** To sign with a key of this size takes seconds; with one of six times the size, minutes. */
const MAX_BITS = 16_384;
/** Checks the size first: with numbers that are too long, one signature takes minutes. */
function checkRsaKey(key, length) {
    const bits = Number(key.asymmetricKeyDetails?.modulusLength);
    if (bits > MAX_BITS) {
        return { mistake: 'too-many-bits', bits };
    }
    // The numbers of a key take up less than five times the bytes of its modulus.
    if (length > 5 * (bits / 8) + 1024 || !canSign(key)) {
        return mistakes/* DAMAGED */.Ax;
    }
    return bits >= MIN_BITS
        ? { pem: pemOf(key), fingerprint: (0,fingerprint/* fingerprintOf */.a)(key) }
        : { mistake: 'too-few-bits', bits };
}
/**
 * Whether a signature of the key is correct. OpenSSL imports almost any numbers, and GitHub answers
 * a wrong signature as it answers the signature of another App's key.
 */
function canSign(key) {
    const data = Buffer.from('GitHub App');
    try {
        return (0,external_node_crypto_.verify)('sha256', data, key, (0,external_node_crypto_.sign)('sha256', data, key));
    }
    catch {
        return false;
    }
}
function pemOf(key) {
    return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

// EXTERNAL MODULE: ./src/action/read-file.ts
var read_file = __webpack_require__(9055);
;// CONCATENATED MODULE: ./src/action/read-credential.ts










/** No private key is anywhere near as large. */
const MAX_KEY_FILE_BYTES = 64 * 1024;
/** Reads the file that `private-key-file` names. Problem: `key-file-unusable`. */
function readKeyFile(path) {
    try {
        const file = (0,read_file/* readGivenFile */.M)(path, MAX_KEY_FILE_BYTES);
        switch (file.kind) {
            case 'not-a-file':
                return unusable(path, { mistake: 'not-a-file' });
            case 'too-large':
                return unusable(path, { mistake: 'too-large', bytes: file.bytes });
            case 'read':
                return file.text.trim() === '' ? unusable(path, { mistake: 'empty' }) : (0,src_parsed/* valid */.rZ)(file.text);
        }
    }
    catch (error) {
        return unusable(path, { mistake: 'unreadable', code: (0,json/* textField */.M8)(error, 'code') });
    }
}
function unusable(path, mistake) {
    return (0,src_parsed/* invalid */.Gq)({ kind: 'key-file-unusable', path: (0,printable/* printable */.g)(path), mistake });
}
/** Reads the inputs for a credential, and hides the secrets among them. */
async function readCredential(sources) {
    const { privateKey, jwt, env, inputs } = sources;
    const path = (0,action_inputs/* readInput */.R5)(env, 'private-key-file');
    const texts = {
        'private-key': privateKey,
        'private-key-file': path,
        'kms-key': inputs.keyService['kms-key'],
        jwt,
        'token-service': inputs.tokenService
    };
    const set = Object.keys(texts).filter((name) => texts[name] !== '');
    // All are read, even if only one may be set, so that all are masked.
    const key = privateKey === '' ? undefined : readPem(privateKey, 'private-key');
    const appJwt = jwt === '' ? undefined : await readJwt(jwt);
    const kmsKey = await readKmsKey(sources);
    const tokenService = await readTokenServiceInputs(sources);
    maskable(path).forEach(log/* mask */.dK);
    const wrong = findMisplacedSecret('private-key-file', path);
    if (wrong !== undefined)
        return { inputs: set, parsed: (0,src_parsed/* invalid */.Gq)(wrong) };
    if (set.length > 1)
        return { inputs: set, parsed: (0,src_parsed/* invalid */.Gq)({ kind: 'key-twice', inputs: set }) };
    // A login without `kms-key`, or a policy without `token-service`, is wrong also beside a key.
    if (kmsKey?.ok === false)
        return { inputs: set, parsed: kmsKey };
    const parsed = tokenService ?? kmsKey ?? key ?? appJwt;
    return { inputs: set, parsed: parsed ?? (path === '' ? undefined : readPemFile(path)) };
}
/** The inputs for a key service. `audience` is also one for a token service. */
function keyServiceInputs({ keyService, tokenService }) {
    return tokenService === '' ? keyService : { ...keyService, audience: '' };
}
/** The key of a key service; undefined if no input for one is set. A secret in one is found later. */
async function readKmsKey({ env, inputs, workflow }) {
    const keyService = keyServiceInputs(inputs);
    const set = Object.entries(keyService).filter(([, value]) => value !== '');
    if (set.length === 0)
        return undefined;
    const wrong = set.flatMap(([name, value]) => findMisplacedSecret(name, value) ?? []);
    const refused = (0,src_parsed/* invalidIfAny */.Rx)(wrong);
    if (refused !== undefined)
        return refused;
    // Loaded late: most steps have the key itself.
    const { parseKmsKey } = await __webpack_require__.e(/* import() */ 408).then(__webpack_require__.bind(__webpack_require__, 408));
    const variables = (0,action_inputs/* readKeyServiceVariables */.kj)(env);
    (0,facts/* secretsOfLogin */.ob)(variables).forEach(log/* mask */.dK);
    const isForkRun = secretlessRun(workflow.event)?.kind === 'fork';
    return parseKmsKey({ inputs: keyService, variables, isForkRun });
}
/** The token service; undefined if no input for one is set. */
async function readTokenServiceInputs({ env, inputs, workflow }) {
    const { tokenService, trustPolicy, keyService } = inputs;
    if (tokenService + trustPolicy === '')
        return undefined;
    const { audience } = keyService;
    const set = { 'token-service': tokenService, 'trust-policy': trustPolicy, audience };
    const wrong = Object.entries(set).flatMap(([name, value]) => findMisplacedSecret(name, value) ?? []);
    const refused = (0,src_parsed/* invalidIfAny */.Rx)(wrong);
    if (refused !== undefined)
        return refused;
    // Loaded late: most steps have a key.
    const { readTokenService } = await __webpack_require__.e(/* import() */ 793).then(__webpack_require__.bind(__webpack_require__, 6793));
    const variables = (0,action_inputs/* readKeyServiceVariables */.kj)(env);
    (0,facts/* secretsOfLogin */.ob)(variables).forEach(log/* mask */.dK);
    const isForkRun = secretlessRun(workflow.event)?.kind === 'fork';
    return readTokenService({ tokenService, trustPolicy, audience, variables, isForkRun });
}
function readPemFile(path) {
    const file = readKeyFile(path);
    return file.ok ? readPem(file.value, 'private-key-file') : file;
}
async function readJwt(text) {
    // Loaded late: most steps have a key.
    const { readAppJwt } = await __webpack_require__.e(/* import() */ 693).then(__webpack_require__.bind(__webpack_require__, 2693));
    const { secrets, result } = readAppJwt(text, Date.now());
    secrets.forEach(log/* mask */.dK);
    return result;
}
function readPem(text, input) {
    const { secrets, result } = readPrivateKey(text, input);
    secrets.forEach(log/* mask */.dK);
    return result;
}

;// CONCATENATED MODULE: ./src/action/read-config.ts










/**
 * Reads the inputs, and what decides which GitHub and which App the step uses, once. Hides the
 * secrets among it before anything is said. Raises one {@link ProblemError} for all problems.
 */
async function readConfig(env) {
    // The secrets among the inputs leave the environment first.
    const secrets = { privateKey: (0,action_inputs/* takeSecret */.uP)(env, 'private-key'), jwt: (0,action_inputs/* takeSecret */.uP)(env, 'jwt') };
    const inputs = (0,action_inputs/* readInputs */.Ko)(env);
    maskableFallback(inputs.fallbackToken).forEach(log/* mask */.dK);
    secretsInInputs(inputs).forEach(log/* mask */.dK);
    const workflow = (0,action_inputs/* readWorkflow */.S6)(env);
    const given = await readCredential({ ...secrets, env, inputs, workflow });
    const config = parseConfig(inputs, given, workflow);
    const proxy = config.ok ? proxyFor(config.value, env) : (0,src_parsed/* valid */.rZ)([]);
    if (proxy.ok)
        proxy.value.forEach(log/* mask */.dK);
    const checked = (0,src_parsed/* combine */.kg)({ config, proxy });
    if (!checked.ok)
        throw new problems_problem/* ProblemError */.M(checked.problems, { nothingSent: true });
    for (const message of [...checked.messages, ...unsafeTls(env)])
        log/* annotate */.fz(message);
    return checked.value.config;
}
/** Normalizes the proxy variables for all addresses that the step asks. The value: what must be masked. */
function proxyFor({ credential, api }, env) {
    const urls = addressesBefore(credential);
    if (urls === undefined)
        return (0,src_parsed/* valid */.rZ)([]);
    const proxies = [...urls, api.url].map((url) => (0,proxy/* normalizeProxy */.G)(env, url));
    return (0,src_parsed/* map */.Tj)((0,src_parsed/* combineList */.ws)(proxies), (secrets) => secrets.flat());
}
/** What is asked before GitHub is; undefined if GitHub is not asked, either. */
function addressesBefore(credential) {
    switch (credential.kind) {
        case 'app':
            return (0,app_key/* addressesOf */.s)(credential.key);
        case 'token-service':
            return [credential.oidc.url, credential.url];
        case 'fallback':
            return undefined;
    }
}
function unsafeTls(env) {
    if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0')
        return [];
    return [
        {
            level: 'warning',
            message: 'NODE_TLS_REJECT_UNAUTHORIZED is 0: anyone between this runner and GitHub can read the token. For a private certificate authority, set NODE_EXTRA_CA_CERTS instead.'
        }
    ];
}

;// CONCATENATED MODULE: ./src/action/report-success.ts



/**
 * Says what the tokens can do, until when, and what to know about them.
 *
 * @param created every token that was created
 */
function reportSuccess(passedOn, work, created) {
    reportTokens(passedOn, work);
    if (work.source.app !== undefined)
        reportSkew(work.source.app);
    log/* folded */.TM('Details for the audit log', (0,describe/* describeHashes */.cZ)(created));
    reportGit(passedOn.gitResult);
    passedOn.startedRenewal?.messages.forEach(log/* annotate */.fz);
}
function reportTokens({ tokens, gitResult, startedRenewal }, { config, source }) {
    const renewal = startedRenewal && {
        delay: startedRenewal.delay,
        isForGit: gitResult?.file !== undefined
    };
    const facts = { keepToken: config.keepToken, source: source.name, renewal };
    (0,describe/* describeTokens */.k2)(tokens, facts, source.app?.now() ?? Date.now()).forEach(log/* info */.pq);
    tokens.flatMap(describe/* messagesOnToken */.Zs).forEach(log/* annotate */.fz);
}
function reportSkew({ clockSkew, signerClockSkew }) {
    const skew = clockSkew ?? signerClockSkew;
    if (skew === undefined)
        return;
    const server = clockSkew === undefined ? 'the key service' : 'GitHub';
    log/* annotate */.fz({ level: 'warning', message: (0,describe/* describeSkew */.mp)(skew, server) });
}
/** An input of another action is ignored, so the token may reach more than the workflow means. */
async function warnOfOtherInputs(env) {
    if (!(0,action_inputs/* hasOtherInputs */.uF)(env))
        return;
    // Loaded late: most steps set only inputs of this action.
    const { describeOtherInputs } = await __webpack_require__.e(/* import() */ 731).then(__webpack_require__.bind(__webpack_require__, 7731));
    const message = describeOtherInputs((0,action_inputs/* readAllInputs */.vv)(env));
    if (message !== undefined)
        log/* annotate */.fz({ level: 'warning', message });
}
/** Says what is set up for git. */
function reportGit(result) {
    result?.lines.forEach(log/* info */.pq);
    result?.messages.forEach(log/* annotate */.fz);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./src/http/attempt.ts
var attempt = __webpack_require__(8461);
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

;// CONCATENATED MODULE: ./src/action/run-main-step.ts







/** How long a cancelled step may still save a token that is on its way; the runner kills after 10 s. */
const CANCEL_GRACE_MS = 5_000;
/**
 * Runs the main step to its end, and ends the process. The process fails unless the work is done: a promise
 * that never settles must not look like success.
 */
async function runMainStep({ early, run, reportFailure }) {
    process.exitCode = 1;
    const cancellation = new AbortController();
    const rateLimitWaits = new RateLimitWaits(MAX_RATE_LIMIT_WAITS_MS.main, log/* info */.pq);
    const http = new HttpClient({ cancelled: cancellation.signal, rateLimitWaits, early });
    let isSettled = false;
    const giveUp = (report) => {
        isSettled = true;
        report();
        reportLostTokens(http);
        endProcessNow(1);
    };
    const cancel = () => {
        // A second signal changes nothing: the timer of the first one ends the process earlier.
        cancellation.abort();
        setTimeout(() => {
            giveUp(() => {
                log/* info */.pq('The job was cancelled, and GitHub did not answer in time.');
            });
        }, CANCEL_GRACE_MS).unref();
    };
    // Each time, not once: a second signal would kill the step, and the token would live on.
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    process.once('exit', () => {
        if (!isSettled)
            log/* error */.z3('The step ended too early', 'The step ended before its work was done.');
    });
    onTimeOver(rateLimitWaits, () => {
        giveUp(() => {
            log/* error */.z3('The step took too long', TIME_OVER.main);
        });
    });
    let exitCode = 1;
    try {
        await run(http, cancellation.signal);
        exitCode = 0;
    }
    catch (error) {
        if (error instanceof errors/* InterruptedError */.p4) {
            log/* info */.pq('The job was cancelled: no token is output.');
            reportLostTokens(http);
        }
        else {
            // What is looked up to explain a failure must not delay the explanation.
            rateLimitWaits.close();
            await reportFailure(error);
        }
    }
    isSettled = true;
    await endProcess(exitCode);
}
/** Says that a step that was stopped may leave tokens at GitHub that nobody knows. */
function reportLostTokens({ lostTokens }) {
    if (lostTokens > 0)
        log/* annotate */.fz({ level: 'warning', message: (0,describe/* describeLost */.Uk)(lostTokens) });
}

// EXTERNAL MODULE: ./src/tokens/token-life.ts
var token_life = __webpack_require__(2706);
// EXTERNAL MODULE: ./src/action/saved-state.ts
var saved_state = __webpack_require__(2789);
;// CONCATENATED MODULE: ./src/action/state.ts






const EMPTY = {
    apiUrl: '',
    keepToken: false,
    tokens: [],
    isFallback: false,
    gitFile: ''
};
/**
 * The runner passes the state to post in one variable of its environment. If it is longer than this,
 * in characters, post cannot even be started. Linux takes 128 KiB, Windows 32,767 characters.
 */
const MAX_STATE_LENGTH = { windows: 30_000, others: 120_000 };
/**
 * What main saves for post. Every change except `setApi` is saved at once. What saves raises
 * {@link ProblemError} with `state-too-large` or `runner-file-unwritable`.
 */
class PostState {
    #state;
    #created = [];
    #tokens = new Map();
    constructor() {
        this.#state = EMPTY;
    }
    /** Saves that there is nothing to revoke: a state that an earlier step planted no longer counts. */
    static saveEmpty() {
        const state = new PostState();
        state.#save({});
        return state;
    }
    /** Every token of this step, also those that are revoked. */
    get created() {
        return this.#created;
    }
    /** Says which API the tokens belong to. It is saved with the next change. */
    setApi(apiUrl) {
        this.#state = { ...this.#state, apiUrl };
    }
    /** Hides a token in the log, and saves it. */
    addToken({ token, expiresAt, isForeign = false }, { subject }) {
        log/* mask */.dK(token);
        this.#created.push({ token, subject });
        const end = expiresAt === '' && !isForeign ? (0,time/* isoTime */.Ly)(Date.now() + token_life/* TOKEN_LIFE_MS */.w) : expiresAt;
        this.#tokens.set(token, { token, expiresAt: end, subject, ...(isForeign && { isForeign }) });
        this.#save({ tokens: [...this.#tokens.values()] });
    }
    /** Takes a revoked token out. */
    removeToken({ token }) {
        this.#tokens.delete(token);
        this.#save({ tokens: [...this.#tokens.values()] });
    }
    /** Leaves git's file to post, which removes it. */
    setGitFile(gitFile) {
        this.#save({ gitFile });
    }
    /** Leaves the renewal to post, which ends it. */
    setRenewal(renewal) {
        this.#save({ renewal });
    }
    /**
     * Ends the process that renews, if there is one. Post then does not wait for it.
     *
     * @param kill kills the process; returns whether it did
     */
    killRenewer(kill) {
        const { renewal } = this.#state;
        if (renewal?.process !== undefined && kill(renewal.process)) {
            this.#save({ renewal: { ...renewal, process: undefined } });
        }
    }
    /** Lets the tokens outlive the job. */
    keepAfterJob() {
        this.#save({ apiUrl: '', keepToken: true, tokens: [] });
    }
    /** Lets post say that the fallback token is not revoked. */
    setFallback() {
        this.#save({ isFallback: true });
    }
    #save(change) {
        this.#state = { ...this.#state, ...change };
        const text = JSON.stringify(this.#state);
        const most = MAX_STATE_LENGTH[process.platform === 'win32' ? 'windows' : 'others'];
        if (text.length > most) {
            const { length } = text;
            const problem = { kind: 'state-too-large', tokens: this.#tokens.size, length, most };
            throw new problems_problem/* ProblemError */.M([problem], { nothingSent: false });
        }
        appendToRunnerFile('GITHUB_STATE', [[saved_state/* STATE_NAME */.s, text]]);
    }
}

;// CONCATENATED MODULE: ./src/action/main-step.ts














/**
 * The main step: creates the tokens, and outputs them.
 *
 * @param early a connection to GitHub that is being opened; undefined if there is none
 */
async function mainStep(early) {
    const { env } = process;
    let work;
    let state;
    await runMainStep({
        early,
        run: async (http, cancelled) => {
            requireRunner(env);
            const saved = PostState.saveEmpty();
            state = saved;
            // The early connection goes on now: to read the inputs and the key keeps the process busy.
            await (0,time/* handlePendingEvents */.lp)();
            const config = await readConfig(env);
            const { credential } = config;
            saved.setApi(config.api.url);
            const git = await prepareGitIfAsked(config, saved, env);
            const renewal = await prepareRenewalIfAsked(config, saved, env);
            await discardFilesIfItFails({ git, renewal }, saved, async () => {
                switch (credential.kind) {
                    case 'fallback':
                        await outputFallback(credential, config, saved, { git, renewal });
                        break;
                    case 'app':
                    case 'token-service':
                        work = await openWork(config, credential, http, cancelled);
                        await outputTokens(work, saved, { git, renewal });
                }
            });
            await warnOfOtherInputs(env);
        },
        reportFailure: async (error) => {
            // Loaded late: a step that succeeds does not wait for what explains failures.
            const { reportFailure } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(691)]).then(__webpack_require__.bind(__webpack_require__, 8691));
            await reportFailure(error, work, { env, created: state?.created ?? [] });
        }
    });
}
async function openWork(config, credential, http, cancelled) {
    const github = new GitHubClient(config.api.url, http);
    const source = await openTokenSource(credential, { github, cancelled, mask: log/* mask */.dK });
    return { config, credential, github, source, cancelled };
}
async function outputTokens(work, state, { git, renewal }) {
    const { config, github, source } = work;
    const requests = planRequests(config.targets, config.requestedPermissions);
    const options = { source, github, store: state };
    const tokens = await (0,create/* createTokens */.jC)(requests, options);
    const passedOn = await revokeIfItFails(tokens, options, async () => {
        const gitResult = await git?.setUp(tokens, github, log/* mask */.dK);
        const toRenew = { created: tokens[0], gitFile: gitResult?.file };
        const startedRenewal = await startRenewalIfAsked(renewal, toRenew, work, state);
        if (gitResult !== undefined)
            setVariables(gitResult.variables);
        const outputs = { ...gitResult?.outputs, ...tokenFileOutput(startedRenewal?.tokenFile) };
        setOutputs(tokens, work.credential.kind, outputs);
        if (config.keepToken)
            state.keepAfterJob();
        return { tokens, gitResult, startedRenewal };
    });
    await updateEarlierGitFiles(git);
    reportSuccess(passedOn, work, state.created);
}
async function startRenewalIfAsked(renewal, toRenew, work, state) {
    if (renewal === undefined)
        return undefined;
    const { startRenewal } = await Promise.all(/* import() */[__webpack_require__.e(316), __webpack_require__.e(819)]).then(__webpack_require__.bind(__webpack_require__, 3819));
    return startRenewal(renewal, toRenew, work, state, process.env);
}
function tokenFileOutput(path) {
    return path === undefined ? {} : { 'token-file': path };
}
/** Passes tokens on. If that fails, revokes them: a failed step must not leave a living token. */
async function revokeIfItFails(tokens, options, passOn) {
    try {
        return await passOn();
    }
    catch (error) {
        if (error instanceof errors/* InterruptedError */.p4)
            throw error;
        const [{ request, installation }] = tokens;
        const unused = await (0,create/* revokeUnused */.d)(tokens, options);
        throw new create/* CreateError */.rF([{ error, request, installation }], unused);
    }
}
async function outputFallback({ token, reason, repository }, { targets, requestedPermissions }, state, { git, renewal }) {
    const result = git?.setUpForFallback(token, repository, log/* mask */.dK);
    const tokenFile = await writeFallbackIfAsked(renewal, token);
    if (result !== undefined)
        setVariables(result.variables);
    state.setFallback();
    setFallbackOutputs(token, tokenFileOutput(tokenFile));
    await updateEarlierGitFiles(git);
    log/* annotate */.fz((0,describe/* describeFallback */.Mw)(reason, targets, requestedPermissions));
    if (tokenFile !== undefined)
        log/* annotate */.fz(describe/* FALLBACK_NOT_RENEWED */.uV);
    reportGit(result);
}
async function writeFallbackIfAsked(renewal, token) {
    if (renewal === undefined)
        return undefined;
    const { writeTokenFile } = await Promise.all(/* import() */[__webpack_require__.e(316), __webpack_require__.e(819)]).then(__webpack_require__.bind(__webpack_require__, 3819));
    return writeTokenFile(renewal, token);
}
async function prepareRenewalIfAsked(config, state, env) {
    if (!config.renew)
        return undefined;
    // Loaded late: most steps renew nothing.
    const { prepareRenewal } = await Promise.all(/* import() */[__webpack_require__.e(316), __webpack_require__.e(819)]).then(__webpack_require__.bind(__webpack_require__, 3819));
    return prepareRenewal(state, env);
}
async function prepareGitIfAsked(config, state, env) {
    if (!config.git.credentials && !config.git.identity)
        return undefined;
    // Loaded late: most steps do nothing for git.
    const { prepareGit } = await Promise.all(/* import() */[__webpack_require__.e(316), __webpack_require__.e(260)]).then(__webpack_require__.bind(__webpack_require__, 2879));
    return prepareGit(config, state, env);
}
/** Removes the files of the step if it fails, because they may contain a token, and ends a renewal. */
async function discardFilesIfItFails({ git, renewal }, state, act) {
    try {
        await act();
    }
    catch (error) {
        git?.discardFile();
        if (renewal !== undefined)
            (await Promise.all(/* import() */[__webpack_require__.e(316), __webpack_require__.e(819)]).then(__webpack_require__.bind(__webpack_require__, 3819))).discardRenewal(renewal, state);
        throw error;
    }
}
/**
 * Call it after the outputs are written: a step that fails must not change what earlier steps set
 * up.
 */
async function updateEarlierGitFiles(git) {
    const message = await git?.updateEarlierFiles();
    if (message !== undefined)
        log/* annotate */.fz(message);
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ProxyAgent: () => (/* binding */ ProxyAgent),
/* harmony export */   getExecOutput: () => (/* binding */ getExecOutput),
/* harmony export */   satisfies: () => (/* binding */ satisfies)
/* harmony export */ });
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
const getExecOutput = undefined;


/***/ }),

/***/ 7417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ addressesWithCredentials)
/* harmony export */ });
/** The addresses in a text that contain a user name or password. The user `git` is no secret. */
function addressesWithCredentials(text) {
    return text.split(/[\s"'`[\]]+|,(?=[a-z][a-z0-9+.-]*:\/\/)/i).filter(hasCredentials);
}
/** How policies of Google name a service account. */
const GOOGLE_ACCOUNT = /^serviceAccount:[\w.-]+@[\w.-]+\.gserviceaccount\.com$/;
function hasCredentials(word) {
    if (GOOGLE_ACCOUNT.test(word))
        return false;
    const { scheme, rest } = /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<rest>.*)$/i.exec(word)?.groups ?? {};
    // No dot before the colon: it is a user name, not a host. At least two characters: it is not a drive of Windows.
    if (scheme === undefined || rest === undefined)
        return /^[^/:@.\\]{2,}:[^@\\]+@./.test(word);
    const [authority = ''] = rest.split('/');
    const end = authority.lastIndexOf('@');
    // A slash in a password ends the authority before its `@`.
    if (end < 0)
        return /:(?!\d*$)/.test(authority) && rest.includes('@');
    const user = authority.slice(0, end);
    return /ssh$/i.test(scheme) ? user.includes(':') : user !== 'git' && user !== '';
}


/***/ }),

/***/ 6315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ appIdName),
/* harmony export */   P7: () => (/* binding */ notAnAppId),
/* harmony export */   c_: () => (/* binding */ parseAppId),
/* harmony export */   tq: () => (/* binding */ isAppId)
/* harmony export */ });
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5466);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _secret_text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1071);
/* harmony import */ var _expression__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70);
/* harmony import */ var _address_credentials__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7417);





/** The App as the log names it: `client-id Iv23…`. */
function appIdName({ value, input }) {
    return `${input === 'jwt' ? 'iss' : input} ${value}`;
}
/**
 * Reads the App's id from `client-id` or `app-id`; `client-id` wins, and either takes either kind.
 * Problems: `app-id-missing`, `app-id-malformed`.
 *
 * @param repository the workflow's, as `owner/name`
 * @param settings the address of its settings if Dependabot started the run; empty otherwise
 */
function parseAppId(clientId, appId, repository, settings = '') {
    const input = clientId === '' ? 'app-id' : 'client-id';
    const value = clientId === '' ? appId : clientId;
    if (value === '') {
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ kind: 'app-id-missing', repository: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(repository), settings });
    }
    if (!isAppId(value))
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ kind: 'app-id-malformed', input, found: notAnAppId(value) });
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ value, input }, appId === '' || appId === value ? [] : [TWO_IDS]);
}
const TWO_IDS = {
    level: 'notice',
    message: 'client-id and app-id are both set, and differ. The step uses client-id. Remove one of them.'
};
/** Whether a text can be a Client ID or an App ID. */
function isAppId(text) {
    return hasShapeOfId(text) && !(0,_expression__WEBPACK_IMPORTED_MODULE_2__/* .isExpression */ .B)(text);
}
function hasShapeOfId(text) {
    return /^(\d{1,20}|[A-Za-z][A-Za-z0-9._-]{2,38})$/.test(text);
}
/** What a text is that cannot be an App's id. */
function notAnAppId(value) {
    const secret = recognizeSecret(value);
    if (secret !== undefined)
        return { is: secret };
    if (/^SHA256:/i.test(value))
        return { is: 'fingerprint' };
    if ((0,_expression__WEBPACK_IMPORTED_MODULE_2__/* .isExpression */ .B)(value))
        return { is: 'expression' };
    if (/^https?:\/\//i.test(value))
        return { is: 'address' };
    if (hasShapeOfId(/^(["'`])(.*)\1$/.exec(value)?.[2] ?? ''))
        return { is: 'quoted' };
    if (value.length >= 40)
        return { is: 'long-text', length: value.length };
    const text = (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(value);
    const character = /[^A-Za-z0-9._-]/u.exec(value)?.[0];
    return character === undefined ? { is: 'text', text } : { is: 'odd-character', text, character };
}
function recognizeSecret(value) {
    if (/^[0-9a-f]{40}$/i.test(value))
        return 'client-secret';
    if (value.includes('-----BEGIN'))
        return 'private-key';
    const kind = (0,_secret_text__WEBPACK_IMPORTED_MODULE_3__/* .secretKindIn */ .qk)(value);
    if (kind === 'token' || kind === 'jwt')
        return kind;
    return (0,_address_credentials__WEBPACK_IMPORTED_MODULE_4__/* .addressesWithCredentials */ .f)(value).length > 0 ? 'address-with-credentials' : undefined;
}


/***/ }),

/***/ 335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ addressesOf),
/* harmony export */   x: () => (/* binding */ keyName)
/* harmony export */ });
/* harmony import */ var _key_service_kms_key__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1767);

/** A short name of the key for the log: the fingerprint if it is known. Not secret. */
function keyName(key) {
    switch (key.kind) {
        case 'pem':
            return `key ${key.fingerprint}`;
        case 'jwt':
            return 'JWT from the input jwt';
        case 'key-service':
            return (0,_key_service_kms_key__WEBPACK_IMPORTED_MODULE_0__/* .kmsKeyName */ .GX)(key);
    }
}
/** The addresses that a step with this key asks before it asks GitHub. */
function addressesOf(key) {
    switch (key.kind) {
        case 'pem':
        case 'jwt':
            return [];
        case 'key-service':
            return (0,_key_service_kms_key__WEBPACK_IMPORTED_MODULE_0__/* .kmsKeyAddresses */ .Fn)(key);
    }
}


/***/ }),

/***/ 70:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isExpression)
/* harmony export */ });
/** What GitHub or a shell would have replaced: `${{ vars.NAME }}`, `vars.NAME`, `$NAME`, `%NAME%`. */
const EXPRESSION = /^(?:\$|%\w+%$|(?:vars|secrets|env|inputs|github|needs|steps|matrix|strategy|jobs?|runner)\.)/;
/** Whether a text looks like an expression or a variable that was not evaluated. */
function isExpression(text) {
    return EXPRESSION.test(text);
}


/***/ }),

/***/ 8976:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Us: () => (/* binding */ googleAddress),
/* harmony export */   Ws: () => (/* binding */ googleProviderPath),
/* harmony export */   lH: () => (/* binding */ googlePoolPath),
/* harmony export */   q3: () => (/* binding */ googleKeyPath)
/* harmony export */ });
/** The name of a key version, as Google's API has it. */
function googleKeyPath({ project, location, ring, name, version }) {
    return `projects/${project}/locations/${location}/keyRings/${ring}/cryptoKeys/${name}/cryptoKeyVersions/${version}`;
}
/** The name of a provider's pool, as Google's API has it. */
function googlePoolPath({ project, pool }) {
    return `projects/${project}/locations/global/workloadIdentityPools/${pool}`;
}
/** The name of a provider, as Google's API has it. */
function googleProviderPath(provider) {
    return `${googlePoolPath(provider)}/providers/${provider.name}`;
}
/** The address of one of Google's services, without a trailing slash. */
function googleAddress({ server }, api) {
    return server === '' ? `https://${api}.googleapis.com` : server;
}


/***/ }),

/***/ 1767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ kmsKeyAddresses),
/* harmony export */   GX: () => (/* binding */ kmsKeyName),
/* harmony export */   xq: () => (/* binding */ isLoginRepeatable)
/* harmony export */ });
/* harmony import */ var _google_paths__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8976);

/** A short name of the key for the log. Not secret. */
function kmsKeyName(key) {
    switch (key.service) {
        case 'aws': {
            const login = key.login.kind === 'variables' ? ', login with AWS_ACCESS_KEY_ID' : '';
            return `key ${key.resource.replace(/^key\//, '')} in AWS KMS (${key.region}${login})`;
        }
        case 'azure':
            return `key ${key.vault}/${key.name} in Azure Key Vault`;
        case 'google':
            return `key ${key.ring}/${key.name} version ${key.version} in Google Cloud KMS`;
        case 'vault': {
            const login = key.login.kind === 'token' ? ` (login with ${key.login.variable})` : '';
            return `key ${key.mount}/${key.name} in ${key.product}${login}`;
        }
    }
}
/** The addresses that a step with this key asks before it asks GitHub. */
function kmsKeyAddresses(key) {
    switch (key.service) {
        case 'aws':
            return [
                key.kmsUrl,
                ...(key.login.kind === 'oidc' ? [key.stsUrl] : []),
                ...oidcAddress(key.login)
            ];
        case 'azure':
            return [key.address, key.login.address, ...oidcAddress(key.login)];
        case 'google':
            return [...googleAddresses(key), ...oidcAddress(key.login)];
        case 'vault':
            return [key.address, ...oidcAddress(key.login)];
    }
}
function googleAddresses(key) {
    const { serviceAccount } = key.login;
    const apis = serviceAccount === '' ? ['sts', 'cloudkms'] : ['sts', 'iamcredentials', 'cloudkms'];
    return apis.map((api) => (0,_google_paths__WEBPACK_IMPORTED_MODULE_0__/* .googleAddress */ .Us)(key, api));
}
/**
 * Whether the login inside the step can be repeated. Credentials that were there before the step end,
 * and the step cannot get new ones.
 */
function isLoginRepeatable({ login }) {
    return login.kind === 'oidc';
}
function oidcAddress(login) {
    return login.kind === 'oidc' ? [login.oidc.url] : [];
}


/***/ }),

/***/ 9132:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The fingerprint of a key, as GitHub shows it in the App's settings: `SHA256:` and the hash of the public
 * half in base64. Raises an error if the text is not a key.
 *
 * @param key a private or a public key; a text is PEM
 */
function fingerprintOf(key) {
    const publicKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(publicKey).digest('base64')}`;
}


/***/ }),

/***/ 3620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ looksLikeKey),
/* harmony export */   z: () => (/* binding */ importableKey)
/* harmony export */ });
/* harmony import */ var _mistakes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7467);

/** Finds out in which format a key is, or what the bytes are instead. */
function importableKey(bytes) {
    return isOpenSsh(bytes) ? openSshKey(bytes) : derKey(bytes);
}
/**
 * Whether bytes start like a key or a certificate: OpenSSH's magic, or a DER SEQUENCE that starts
 * with an INTEGER or a SEQUENCE. A password that happens to be base64 does not.
 */
function looksLikeKey(bytes) {
    const outer = elementAt(bytes, 0);
    if (outer?.tag !== SEQUENCE) {
        return isOpenSsh(bytes);
    }
    const first = elementAt(bytes, outer.start);
    return (first?.tag === INTEGER || first?.tag === SEQUENCE) && first.end <= outer.end;
}
const INTEGER = 0x02;
const SEQUENCE = 0x30;
/** A letter for the type of each element that the structures below are made of (X.690). */
const LETTERS = new Map([
    [INTEGER, 'i'],
    [0x03, 'b'], // BIT STRING
    [0x04, 'o'], // OCTET STRING
    [SEQUENCE, 's']
]);
/**
 * What a DER structure is, by the types of the elements in it: RFC 8017 (PKCS#1), RFC 5958 (PKCS#8,
 * plain and encrypted), RFC 5915 (EC), OpenSSL's DSA, RFC 5280 (public key and certificate) and
 * RFC 7292 (PKCS#12) all differ in these.
 */
const OUTLINES = [
    [/^i{9}s?$/, 'pkcs1'],
    [/^iso/, 'pkcs8'],
    [/^so$/, { mistake: 'encrypted' }],
    [/^io/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notRsa */ .a4)('EC')],
    [/^i{6}$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notRsa */ .a4)('DSA')],
    [/^(?:sb|ii)$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notAKey */ .s5)('public-key')],
    [/^ssb$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notAKey */ .s5)('certificate')],
    [/^iss?$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notAKey */ .s5)('pkcs12')]
];
function derKey(bytes) {
    const outer = elementAt(bytes, 0);
    if (outer?.tag !== SEQUENCE || outer.end > _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .MAX_TEXT_LENGTH */ .Gt) {
        return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
    }
    if (outer.end > bytes.length) {
        return { mistake: 'cut-short', bytes: bytes.length, announced: outer.end };
    }
    const key = bytes.subarray(0, outer.end);
    const outline = outlineOf(key, outer.start);
    const type = OUTLINES.find(([pattern]) => pattern.test(outline))?.[1] ?? _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
    return typeof type === 'string' ? { format: 'der', type, key } : type;
}
/** The types of the elements up to the end, a letter each; empty if they do not end there. */
function outlineOf(der, start) {
    let outline = '';
    let at = start;
    while (at < der.length) {
        const element = elementAt(der, at);
        if (element === undefined || element.end > der.length) {
            return '';
        }
        outline += LETTERS.get(element.tag) ?? '?';
        at = element.end;
    }
    return outline;
}
/** A longer length than three bytes can hold does not fit into the longest text. */
const MAX_LENGTH_BYTES = 3;
/** The head of a DER element: its type, then its length. Undefined if there is no such head. */
function elementAt(der, at) {
    const tag = der[at];
    const first = der[at + 1];
    if (tag === undefined || first === undefined) {
        return undefined;
    }
    if (first < 0x80) {
        return { tag, start: at + 2, end: at + 2 + first };
    }
    const count = first - 0x80;
    const start = at + 2 + count;
    if (count === 0 || count > MAX_LENGTH_BYTES || start > der.length) {
        return undefined;
    }
    return { tag, start, end: start + der.readUIntBE(at + 2, count) };
}
const OPENSSH_MAGIC = Buffer.from('openssh-key-v1\0', 'latin1');
function isOpenSsh(bytes) {
    return bytes.subarray(0, OPENSSH_MAGIC.length).equals(OPENSSH_MAGIC);
}
/**
 * Reads OpenSSH's own format, which OpenSSL does not know: the magic, cipher, KDF and its options,
 * the number of keys, the public key, the private part (OpenSSH, PROTOCOL.key).
 */
function openSshKey(bytes) {
    const head = fieldsAt(bytes, OPENSSH_MAGIC.length, 3);
    if ((0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(head)) {
        return head;
    }
    if (String(head.fields[0]) !== 'none') {
        return { mistake: 'encrypted' };
    }
    const body = fieldsAt(bytes, head.end + 4, 2);
    if ((0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(body)) {
        return body;
    }
    const privatePart = body.fields[1];
    return privatePart !== undefined && bytes.readUInt32BE(head.end) === 1
        ? openSshPrivatePart(privatePart)
        : _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
}
/** Key types of OpenSSH that are not RSA, and the names that people know them by. */
const OPENSSH_ALGORITHMS = [
    [/ed25519/, 'Ed25519'],
    [/ecdsa/, 'EC'],
    [/dss/, 'DSA']
];
/** The private part: a number twice (with a passphrase, it is a check), the key type, the key. */
function openSshPrivatePart(bytes) {
    const type = fieldsAt(bytes, 8, 1);
    if ((0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(type) || !bytes.subarray(0, 4).equals(bytes.subarray(4, 8))) {
        return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
    }
    const name = String(type.fields[0]);
    if (name !== 'ssh-rsa') {
        const algorithm = OPENSSH_ALGORITHMS.find(([pattern]) => pattern.test(name))?.[1];
        return algorithm === undefined ? _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax : (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notRsa */ .a4)(algorithm);
    }
    const numbers = fieldsAt(bytes, type.end, 6);
    return (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(numbers) ? _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax : jwkOf(numbers.fields);
}
/** The key as RFC 7518, section 6.3, writes it. OpenSSH leaves out dp and dq, so they are computed. */
function jwkOf(numbers) {
    const [n, e, d, qi, p, q] = numbers.map((bytes) => BigInt(`0x0${bytes.toString('hex')}`));
    if (!n || !e || !d || !qi || !p || !q || p < 3n || q < 3n) {
        return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
    }
    return {
        format: 'jwk',
        key: {
            kty: 'RSA',
            n: base64url(n),
            e: base64url(e),
            d: base64url(d),
            p: base64url(p),
            q: base64url(q),
            dp: base64url(d % (p - 1n)),
            dq: base64url(d % (q - 1n)),
            qi: base64url(qi)
        }
    };
}
function base64url(number) {
    const hex = number.toString(16);
    return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
/** Reads fields that follow each other, each after its length in four bytes (RFC 4251, section 5). */
function fieldsAt(bytes, from, count) {
    const fields = [];
    let at = from;
    while (fields.length < count) {
        const start = at + 4;
        const end = start > bytes.length ? start : start + bytes.readUInt32BE(at);
        if (end > _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .MAX_TEXT_LENGTH */ .Gt) {
            return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
        }
        if (end > bytes.length) {
            return { mistake: 'cut-short', bytes: bytes.length, announced: end };
        }
        fields.push(bytes.subarray(start, end));
        at = end;
    }
    return { fields, end: at };
}


/***/ }),

/***/ 7467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ DAMAGED),
/* harmony export */   Gt: () => (/* binding */ MAX_TEXT_LENGTH),
/* harmony export */   VF: () => (/* binding */ isMistake),
/* harmony export */   ZR: () => (/* binding */ lookalikeOf),
/* harmony export */   a4: () => (/* binding */ notRsa),
/* harmony export */   gp: () => (/* binding */ withOddLine),
/* harmony export */   s5: () => (/* binding */ notAKey),
/* harmony export */   vA: () => (/* binding */ recognize)
/* harmony export */ });
/** The longest text that is read as a key, in characters. The largest usable key needs a third. */
const MAX_TEXT_LENGTH = 64 * 1024;
/** Tells a mistake from what was looked for. */
function isMistake(found) {
    return 'mistake' in found;
}
/** It looks like a key, but its numbers do not fit together. */
const DAMAGED = { mistake: 'damaged' };
/** A private key that is not an RSA key. */
function notRsa(algorithm) {
    return { mistake: 'not-rsa', algorithm };
}
/** Something that people store instead of a private key. */
function notAKey(looksLike) {
    return { mistake: 'not-a-key', looksLike };
}
const LINE_END = /\r\n|\r|\n/;
/**
 * The first line of a base64 body that cannot be right: it has a character that is not base64, or is
 * not as long as the first (RFC 7468, section 2: only the last line may be shorter).
 *
 * @param at index of the body in the text, whose lines are counted
 */
function findOddLine(text, body, at) {
    const stray = strayCharacter(body);
    if (stray !== -1)
        return { line: lineOf(text, at + stray), reason: 'invalid-character' };
    const lengths = body.split(LINE_END).map((line) => line.trim().length);
    const full = lengths.find((length) => length > 0);
    const last = lengths.findLastIndex((length) => length > 0);
    const odd = lengths.findIndex((length, index) => length > 0 && index < last && length !== full);
    return odd === -1 ? undefined : { line: lineOf(text, at) + odd, reason: 'length' };
}
/**
 * Adds the first odd line of a body to a mistake in its bytes, if the line can be the reason.
 *
 * @param at index of the body in the text, whose lines are counted
 */
function withOddLine(mistake, text, body = text, at = 0) {
    if (mistake.mistake !== 'damaged' && mistake.mistake !== 'cut-short')
        return mistake;
    const oddLine = findOddLine(text, body, at);
    return oddLine === undefined ? mistake : { ...mistake, oddLine };
}
/** Index of the first character that is invalid in base64, or -1. */
function strayCharacter(text) {
    const stray = text.search(/[^A-Za-z0-9+/_=\s-]/);
    const padding = text.indexOf('=');
    if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) {
        return stray;
    }
    return stray === -1 ? padding : Math.min(stray, padding);
}
function lineOf(text, index) {
    return text.slice(0, index).split(LINE_END).length;
}
/**
 * What people store instead of a private key. The first pattern that matches decides, so narrow
 * patterns come first. Every pattern takes linear time.
 */
const LOOKALIKES = [
    ['asterisks', /^[*•●\s]+$/],
    ['expression', /^\$\{\{/, /^(?:secrets|vars|env|inputs|github)\.\w+$/i],
    ['variable', /^\$(?:\w+|env:\w+|\{[^}]*\}|\([^)]*\))$/i, /^%\w+%$/],
    ['name', /^[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,6}$/],
    ['client-secret', /^[0-9a-f]{40}$/i],
    ['fingerprint', /^SHA256:\s*\S+$/i, /^(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}$/i],
    // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
    ['token', /^(?:gh[a-z]_|github_pat_)\S+$/, /^v1\.[0-9a-f]{40}$/],
    ['jwt', /^(?:bearer\s+)?ey[\w+/=\s-]*\.[\w+/=\s-]+\.[\w+/=\s-]*$/i],
    ['client-id', /^Iv\d[\w.]{6,30}$/],
    ['app-id', /^\d{1,12}$/],
    // An OpenSSH public key: its type, and base64 that starts with the type again (RFC 4253).
    ['public-key', /^(?:ssh|ecdsa|sk)-\S+\s+AAAA/, /^AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/],
    ['putty', /^PuTTY-User-Key-File-/],
    ['json', /^[[{]/],
    [
        'path',
        /^(?=[^\r\n]{1,255}$)(?:file:|[a-z]:[\\/]|~[\\/]|\.{0,2}\\|\.{1,2}\/)\S/i,
        /^(?=[^\r\n]{1,255}$)\/(?:[\w.@~ +-]+\/|[\w ~+-]*\.\w)\S/,
        /^[^\r\n"'<>|]{1,255}\.(?:pem|key|der|p8|pk8|p12|pfx|ppk|crt|cer|txt|rsa)$/i
    ],
    ['binary', /[^\P{Cc}\s]|\ufffd/u]
];
/** What a text looks like, if it looks like something that people store instead of a key. */
function lookalikeOf(text) {
    return LOOKALIKES.find(([, ...patterns]) => patterns.some((one) => one.test(text)))?.[0];
}
/** A BEGIN line without some of its dashes. */
const BROKEN_BEGIN = /BEGIN\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/;
/** Base64 of what a key starts with: DER, its PEM, that in base64 again, OpenSSH's magic. */
const STARTS = /^(?:MII[A-Za-z0-9+/_-]{60}|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt)/;
/** Says what a text without a key is. The outermost text comes first, and decides. */
function recognize(texts) {
    for (const text of texts) {
        if (text === '')
            return { mistake: 'empty' };
        const look = lookalikeOf(text);
        if (look !== undefined)
            return notAKey(look);
    }
    if (texts.some((text) => BROKEN_BEGIN.test(text)))
        return { mistake: 'broken-dashes' };
    const start = texts.find((text) => STARTS.test(text));
    return start === undefined
        ? { mistake: 'no-begin-line', length: texts[0].length }
        : withOddLine(DAMAGED, start);
}


/***/ }),

/***/ 7777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ textsToMask),
/* harmony export */   v: () => (/* binding */ MIN_SECRET_LENGTH)
/* harmony export */ });
/* harmony import */ var _unwrap__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1937);

/**
 * The runner masks any text it is told to, even `}`, and then the log is unreadable and unrelated
 * job outputs are dropped. Shorter parts are therefore not masked.
 */
const MIN_SECRET_LENGTH = 16;
/** The width of PEM's lines (RFC 7468, section 2), in which other tools print a key again. */
const LINE_WIDTH = 64;
/**
 * What must be masked before anything is logged about a text: each of its lines after each step of
 * {@link unwrap}, each word outside of the BEGIN and END lines, and each PEM body as one line and in
 * lines of 64, because other tools may print it wrapped differently.
 */
function textsToMask({ texts, core }) {
    const secrets = new Set();
    for (const text of texts) {
        addText(secrets, text);
    }
    if (typeof core !== 'string') {
        addBody(secrets, core.toString('base64'));
    }
    return [...secrets];
}
function addText(secrets, text) {
    for (const line of text.split(/[\r\n]+/)) {
        add(secrets, line.trim());
    }
    for (const word of (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutBoundaries */ .FQ)(text).split(/\s+/)) {
        add(secrets, word);
    }
    const blocks = (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .pemBlocks */ .PQ)(text);
    if (blocks.length === 0) {
        add(secrets, (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutSpace */ .BB)(text));
    }
    for (const block of blocks) {
        addBody(secrets, (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutSpace */ .BB)(block.body));
    }
}
function addBody(secrets, body) {
    add(secrets, body);
    // A body that is still escaped is cut into lines after the step that removes the escapes.
    if (body.includes('\\'))
        return;
    for (let at = 0; at < body.length; at += LINE_WIDTH) {
        add(secrets, body.slice(at, at + LINE_WIDTH));
    }
}
function add(secrets, text) {
    if (text.length >= MIN_SECRET_LENGTH && !secrets.has(text) && !isBoundary(text)) {
        secrets.add(text);
    }
}
/** Whether a line is a BEGIN or END line, at most with quotes or escapes around it. */
function isBoundary(line) {
    if (!line.includes('--')) {
        return false;
    }
    const rest = (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutBoundaries */ .FQ)(line);
    return rest !== line && !/[A-Za-z0-9+/=_]/.test(rest.replace(/\\[nrt]/g, ''));
}


/***/ }),

/***/ 1937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ withoutSpace),
/* harmony export */   FQ: () => (/* binding */ withoutBoundaries),
/* harmony export */   PQ: () => (/* binding */ pemBlocks),
/* harmony export */   f5: () => (/* binding */ base64Bytes),
/* harmony export */   oA: () => (/* binding */ unwrap)
/* harmony export */ });
/* harmony import */ var _formats__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3620);
/* harmony import */ var _mistakes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7467);


/** PEM with nothing around it, as GitHub creates it: there is no wrapping to look for. */
const CLEAN = /^-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END [A-Z ]+-----$/;
/** Two encodings, each quoted and escaped twice, and some more. */
const MAX_STEPS = 16;
/** Earlier steps first: quotes and escapes must be gone before a text can be base64. */
const STEPS = [
    withoutMarks,
    withoutQuotes,
    withoutEscapes,
    withoutPercents,
    decoded
];
/**
 * Removes, one at a time and in any order, the wrappings that people and tools put around a key:
 * invisible marks, quotes, escapes, percent-encoding, base64. A text that is too long stays as it is.
 */
function unwrap(text) {
    if (text.length > _mistakes__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TEXT_LENGTH */ .Gt) {
        return { texts: [text], core: text };
    }
    const texts = [text.trim()];
    let current = texts[0];
    for (let taken = 0; taken < MAX_STEPS; taken++) {
        const inner = CLEAN.test(current) ? undefined : unwrapOnce(current);
        if (inner === undefined) {
            break;
        }
        if (typeof inner !== 'string') {
            return { texts, core: inner };
        }
        current = inner;
        texts.push(current);
    }
    return { texts, core: current };
}
function unwrapOnce(text) {
    for (const step of STEPS) {
        const inner = step(text);
        if (inner !== undefined && inner !== text) {
            return inner;
        }
    }
    return undefined;
}
/** Byte-order marks, zero-width characters, and the NULs of UTF-16 (PowerShell's `>`) read as UTF-8. */
function withoutMarks(text) {
    return text.replace(/[\0\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}
/** Quotes and blanks at either end, in pairs or not; U+FFFD is a mark that was not UTF-8. */
function withoutQuotes(text) {
    const edge = /[\s"'`“”‘’\ufffd]/;
    let start = 0;
    let end = text.length;
    while (start < end && edge.test(text.charAt(start)))
        start++;
    while (end > start && edge.test(text.charAt(end - 1)))
        end--;
    return text.slice(start, end);
}
/** One level of backslash escapes, as JSON (RFC 8259, section 7) and shells write them. */
function withoutEscapes(text) {
    return text.replace(/\\(u[0-9A-Fa-f]{4}|[^]|$)/g, (_, escape) => unescapedCharacter(escape));
}
/** @param escape what follows the backslash: a character, `u` with its four digits, or nothing */
function unescapedCharacter(escape) {
    switch (escape) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return escape.length > 1 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : escape;
    }
}
/** A text in which each percent sign begins an encoded character. */
const PERCENT_ENCODED = /^(?:[\w.!~*'()+/=:;,?@&$#-]|%[0-9a-f]{2})+$/i;
/** Percent-encoding, as in a URL or a form. In a form, a blank is a plus sign, and `/` is encoded. */
function withoutPercents(text) {
    if (!text.includes('%') || !PERCENT_ENCODED.test(text))
        return undefined;
    const isForm = !/%20|[/=]/.test(text);
    try {
        return decodeURIComponent(isForm ? text.replace(/\+/g, ' ') : text);
    }
    catch {
        return undefined;
    }
}
/** Base64 of a text or of a key. Any word is base64 of something, so other bytes do not count. */
function decoded(text) {
    // Without its blanks, PEM consists of base64url characters, so BEGIN is looked for first.
    const bytes = text.search(BOUNDARY) === -1 ? base64Bytes(text) : undefined;
    if (bytes === undefined) {
        return undefined;
    }
    return (0,_formats__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeKey */ .S)(bytes) ? bytes : textIn(bytes);
}
/** The bytes as text, if they are text: UTF-8 without control characters. */
function textIn(bytes) {
    const text = withoutQuotes(withoutMarks(bytes.toString('utf8')));
    return text === '' || /[^\P{Cc}\s]|\ufffd/u.test(text) ? undefined : text;
}
/** Both alphabets of RFC 4648 (sections 4 and 5), with or without padding. */
const BASE64 = /^[A-Za-z0-9+/_-]+=*$/;
/** The bytes of a text that is base64 or base64url from start to end, with any white space in it. */
function base64Bytes(text) {
    const body = withoutSpace(text);
    return BASE64.test(body) ? Buffer.from(body, 'base64') : undefined;
}
/** The text without any white space: base64 is the same if it is wrapped or indented differently. */
function withoutSpace(text) {
    return text.replace(/\s+/g, '');
}
/**
 * The boundaries of PEM (RFC 7468), its BEGIN and END lines. White space in and around the label
 * does not matter, so that they are found if line ends became spaces, or if all blanks are gone.
 * Repetitions are bounded, so that every text takes linear time; at the end to five dashes, because
 * those of the next line may follow at once.
 */
const BOUNDARY = /-{2,9}\s{0,9}(BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/g;
/** The PEM blocks of a text, in its order. Anything outside of them is ignored. */
function pemBlocks(text) {
    const boundaries = [...text.matchAll(BOUNDARY)];
    const blocks = [];
    let at = 0;
    for (const [index, boundary] of boundaries.entries()) {
        const next = boundaries[index + 1];
        const label = boundary[0].replace(/[-\s]+/g, '').replace(/^(?:BEGIN|END)/, '');
        const end = boundary.index + boundary[0].length;
        if (boundary[1] === 'BEGIN') {
            const missing = next?.[1] === 'END' ? 'nothing' : 'last-line';
            blocks.push({ label, body: text.slice(end, next?.index), at: end, missing });
        }
        else if (boundaries[index - 1]?.[1] !== 'BEGIN') {
            const body = text.slice(at, boundary.index);
            blocks.push({ label, body, at, missing: 'first-line' });
        }
        at = end;
    }
    return blocks;
}
/** The text with a line end instead of each boundary. */
function withoutBoundaries(text) {
    return text.replace(BOUNDARY, '\n');
}


/***/ }),

/***/ 5237:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qL: () => (/* binding */ MAX_OWNERS),
  ar: () => (/* binding */ MAX_REPOSITORIES),
  XP: () => (/* binding */ accountOf),
  l8: () => (/* binding */ namesNone),
  Sx: () => (/* binding */ parseTargets)
});

// EXTERNAL MODULE: ./src/parsed.ts
var parsed = __webpack_require__(5466);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __webpack_require__(6234);
;// CONCATENATED MODULE: ./src/config/target-names.ts



/** As git, npm and pip take it. Only ssh has other users than `git`: GitHub's name an enterprise. */
const URL_FORM = /^(?:git\+)?(?:(?:https?|git):\/\/(?:git@)?|ssh:\/\/(?:[\w.-]+@)?)(?<host>[^/:@\s]+)(?::\d+)?\/(?<path>[^\s?#]*)$/;
/** As people write a web address. A login has no dot, so this is no `owner/name`. */
const BARE_FORM = /^(?<host>[\w-]+(?:\.[\w-]+)+)\/(?<path>[^\s?#]*)$/;
/** As git takes it for ssh: a path after a colon, and no port. */
const SCP_FORM = /^[\w.-]+@(?<host>[^/:@\s]+):(?<path>[^\s?#]*)$/;
/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), without slashes at its end; undefined if the text is no such
 * address.
 */
function pathOfAddress(text, webHosts) {
    const match = URL_FORM.exec(text) ?? SCP_FORM.exec(text) ?? BARE_FORM.exec(text);
    const { host, path } = match?.groups ?? {};
    if (host === undefined || path === undefined)
        return undefined;
    // GitHub answers at these, too: https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
    const main = host.replace(/^(?:www|ssh)\./i, '');
    if (![host, main].some((name) => webHosts.some((known) => (0,config_names/* sameName */.q)(known, name)))) {
        return undefined;
    }
    return path.replace(/^\/+|(?<!\/)\/+$/g, '');
}
/**
 * Reads `owner`: one account or several, separated by commas or lines, without duplicates.
 * Problems: `owner-names-none`, `owner-is-json`, `owner-has-repository`, `owner-malformed`,
 * `owner-too-long`.
 */
function parseOwners(text, webHosts) {
    if (text === '')
        return (0,parsed/* valid */.rZ)([]);
    const entries = (0,config_names/* splitList */.ry)(text);
    if (entries.length === 0)
        return (0,parsed/* invalid */.Gq)({ kind: 'owner-names-none', text: (0,printable/* printable */.g)(text) });
    if (text.startsWith('['))
        return (0,parsed/* invalid */.Gq)({ kind: 'owner-is-json', text: (0,printable/* printable */.g)(text) });
    return (0,parsed/* map */.Tj)((0,parsed/* combineList */.ws)(entries.map((entry) => parseOwner(entry, webHosts))), distinct);
}
function distinct(owners) {
    const byName = new Map();
    for (const owner of owners) {
        if (!byName.has(owner.toLowerCase()))
            byName.set(owner.toLowerCase(), owner);
    }
    return [...byName.values()];
}
function parseOwner(entry, webHosts) {
    const account = pathOfAddress(entry, webHosts) ?? entry;
    if (!(0,config_names/* isName */.Eo)(account))
        return malformedOwner((0,printable/* printable */.g)(entry), webHosts);
    if (account.length > MAX_OWNER_LENGTH)
        return tooLong('owner', account);
    if (account === entry)
        return (0,parsed/* valid */.rZ)(entry);
    const message = `owner is an address. Its account ${account} was used.`;
    return (0,parsed/* valid */.rZ)(account, [{ level: 'notice', message }]);
}
/** @param text the entry as it is shown: what looks like a secret is not repeated */
function malformedOwner(text, webHosts) {
    const [owner = '', name = '', ...rest] = (pathOfAddress(text, webHosts) ?? text).split('/');
    return (0,config_names/* isName */.Eo)(owner) && (0,config_names/* isName */.Eo)(name) && rest.length === 0
        ? (0,parsed/* invalid */.Gq)({ kind: 'owner-has-repository', text, owner, name })
        : (0,parsed/* invalid */.Gq)({ kind: 'owner-malformed', text });
}
/** GitHub has no longer names of accounts. */
const MAX_OWNER_LENGTH = 39;
/** It may be a secret, so it is not shown. */
function tooLong(input, { length }) {
    return (0,parsed/* invalid */.Gq)({ kind: 'owner-too-long', input, length, longest: MAX_OWNER_LENGTH });
}
/**
 * Reads `repositories`, entry by entry: names, or `owner/name`, separated by commas or lines, or a
 * JSON list of them. Problems: `repository-malformed`, `list-unreadable`,
 * `list-is-object`, `owner-too-long`.
 */
function parseRepositories(text, webHosts) {
    const entries = readList('repositories', text);
    return entries.ok ? entries.value.map((entry) => parseRepository(entry, webHosts)) : [entries];
}
function parseRepository(entry, webHosts) {
    const path = pathOfAddress(entry, webHosts) ?? entry;
    const slash = path.indexOf('/');
    const owner = slash === -1 ? '' : path.slice(0, slash);
    const name = path.slice(slash + 1).replace(/\.git$/, '');
    if (!(0,config_names/* isName */.Eo)(name) || (slash !== -1 && !(0,config_names/* isName */.Eo)(owner))) {
        return (0,parsed/* invalid */.Gq)({ kind: 'repository-malformed', text: (0,printable/* printable */.g)(entry) });
    }
    if (owner.length > MAX_OWNER_LENGTH)
        return tooLong('repositories', owner);
    const read = owner === '' ? name : `${owner}/${name}`;
    if (read === entry)
        return (0,parsed/* valid */.rZ)({ owner, name, entry });
    const message = `repositories contains "${(0,printable/* printable */.g)(entry)}". It was read as ${read}.`;
    return (0,parsed/* valid */.rZ)({ owner, name, entry }, [{ level: 'notice', message }]);
}
/**
 * Reads `repository-ids`: positive whole numbers. Problems: `repository-id-malformed`,
 * `list-unreadable`, `list-is-object`.
 */
function parseRepositoryIds(text) {
    const entries = readList('repository-ids', text);
    if (!entries.ok)
        return entries;
    // A list that is set and empty is no list of ids.
    const isSet = entries.value.length > 0 || text === '';
    return (0,parsed/* combineList */.ws)((isSet ? entries.value : [text]).map(parseRepositoryId));
}
function parseRepositoryId(entry) {
    return isId(entry)
        ? (0,parsed/* valid */.rZ)(Number(entry))
        : (0,parsed/* invalid */.Gq)({ kind: 'repository-id-malformed', text: (0,printable/* printable */.g)(entry) });
}
/** Reads `installation-id`. Undefined: not set. Problem: `installation-id-malformed`. */
function parseInstallationId(text) {
    if (text === '')
        return (0,parsed/* valid */.rZ)(undefined);
    return isId(text)
        ? (0,parsed/* valid */.rZ)(Number(text))
        : (0,parsed/* invalid */.Gq)({ kind: 'installation-id-malformed', text: (0,printable/* printable */.g)(text) });
}
/** Whether a text is an id as GitHub has them. */
function isId(text) {
    return /^[1-9]\d{0,14}$/.test(text);
}
/** Splits a list, or a JSON list, which some other actions take. No name or id begins with a bracket. */
function readList(input, text) {
    if (text.startsWith('{')) {
        return (0,parsed/* invalid */.Gq)({ kind: 'list-is-object', input, text: (0,printable/* printable */.g)(text) });
    }
    if (!text.startsWith('['))
        return (0,parsed/* valid */.rZ)((0,config_names/* splitList */.ry)(text));
    try {
        const list = JSON.parse(text);
        return (0,parsed/* valid */.rZ)(list.map((item) => (typeof item === 'string' ? item.trim() : JSON.stringify(item))));
    }
    catch {
        const isOpen = !text.trimEnd().endsWith(']');
        return (0,parsed/* invalid */.Gq)({ kind: 'list-unreadable', input, text: (0,printable/* printable */.g)(text), isOpen });
    }
}

;// CONCATENATED MODULE: ./src/config/targets.ts




/** GitHub takes at most this many repositories in one request for a token. */
const MAX_REPOSITORIES = 500;
/** One step creates tokens for at most this many owners. */
const MAX_OWNERS = 100;
/** The account or enterprise that a target is on; empty if the workflow names none. */
function accountOf(target) {
    return target.kind === 'enterprise' ? target.enterprise : target.owner;
}
/** Whether no repository is named: every repository of the installation is meant. */
function namesNone({ names, ids }) {
    return names.length + ids.length === 0;
}
/**
 * Decides what the tokens are for: one for each owner. Nothing set: the workflow's repository.
 * `owner` alone: everything its installation reaches. `repositories` alone: of the workflow's owner.
 * `enterprise`: alone. A token never covers an owner that is not named. Problems: each
 * `TargetProblem`.
 */
function parseTargets(inputs, context) {
    if (inputs.enterprise !== '')
        return enterpriseTarget(inputs);
    const entries = parseRepositories(inputs.repositories, context.webHosts);
    const repositories = (0,parsed/* combineList */.ws)(entries);
    const others = (0,parsed/* combine */.kg)({
        owners: parseOwners(inputs.owner, context.webHosts),
        ids: parseRepositoryIds(inputs.repositoryIds),
        installation: parseInstallationId(inputs.installationId)
    });
    if (!others.ok) {
        const more = repositories.ok ? [] : repositories.problems;
        return { ok: false, problems: [...others.problems, ...more] };
    }
    // If some entries are malformed, the rest may be wrong in another way: report both.
    const readable = entries.flatMap((entry) => (entry.ok ? [entry.value] : []));
    if (!repositories.ok && readable.length === 0)
        return repositories;
    const targets = decide({ ...others.value, repositories: readable }, inputs, context);
    return (0,parsed/* map */.Tj)((0,parsed/* combine */.kg)({ others, repositories, targets }), (all) => all.targets);
}
function decide(named, inputs, context) {
    const { owners, repositories, ids, installation } = named;
    if (owners.length > MAX_OWNERS) {
        return (0,parsed/* invalid */.Gq)({ kind: 'too-many-owners', count: owners.length });
    }
    const isEmptyList = inputs.repositories !== '' && repositories.length === 0;
    const text = (0,printable/* printable */.g)(inputs.repositories);
    if (isEmptyList && (owners.length > 0 || installation !== undefined)) {
        return (0,parsed/* invalid */.Gq)({ kind: 'repositories-name-none', text });
    }
    if (installation !== undefined)
        return installationTarget(installation, named);
    const [owner, ...others] = owners;
    if (owner !== undefined && others.length > 0)
        return severalOwners([owner, ...others], named);
    if (owner !== undefined)
        return only(oneOwner(owner, named));
    if (ids.length > 0)
        return (0,parsed/* invalid */.Gq)({ kind: 'repository-ids-without-owner' });
    return isEmptyList
        ? only(workflowOwner([], context, 'empty-list'), [emptyList(text)])
        : only(workflowOwner(repositories, context, 'nothing-set'));
}
function only(target, messages = []) {
    return target.ok ? (0,parsed/* valid */.rZ)([target.value], [...messages, ...target.messages]) : target;
}
function emptyList(text) {
    return {
        level: 'warning',
        message: `repositories is "${text}". It is set, but names no repository. The token is for this repository only.`
    };
}
function enterpriseTarget(inputs) {
    const others = {
        owner: inputs.owner,
        repositories: inputs.repositories,
        'repository-ids': inputs.repositoryIds,
        'installation-id': inputs.installationId
    };
    const set = Object.entries(others).flatMap(([name, value]) => (value === '' ? [] : [name]));
    if (set.length > 0)
        return (0,parsed/* invalid */.Gq)({ kind: 'enterprise-with-others', inputs: set });
    const { enterprise } = inputs;
    return (0,config_names/* isName */.Eo)(enterprise)
        ? (0,parsed/* valid */.rZ)([{ kind: 'enterprise', enterprise }])
        : (0,parsed/* invalid */.Gq)({ kind: 'enterprise-malformed', text: (0,printable/* printable */.g)(enterprise) });
}
function installationTarget(id, named) {
    const { owners, repositories, ids } = named;
    if (owners.length > 1) {
        return (0,parsed/* invalid */.Gq)({ kind: 'installation-id-with-owners', count: owners.length });
    }
    const accounts = [...owners.map((owner) => ({ owner, entry: owner })), ...repositories];
    const [first, ...others] = accounts.filter(({ owner }) => owner !== '');
    const owner = first?.owner ?? '';
    const other = others.find((one) => !(0,config_names/* sameName */.q)(one.owner, owner));
    if (first !== undefined && other !== undefined) {
        // Whole entries: a part of a key would not be recognized as one.
        const entries = [(0,printable/* printable */.g)(first.entry), (0,printable/* printable */.g)(other.entry)];
        return (0,parsed/* invalid */.Gq)({ kind: 'installation-id-with-accounts', named: entries });
    }
    const names = distinctNames(repositories.map(({ name }) => name));
    return only(limited({ kind: 'installation', id, owner, names, ids: [...new Set(ids)] }));
}
function severalOwners(owners, { repositories, ids }) {
    if (ids.length > 0) {
        return (0,parsed/* invalid */.Gq)({ kind: 'repository-ids-with-owners', count: owners.length });
    }
    const named = new Set(owners.map((owner) => owner.toLowerCase()));
    const strays = repositories.filter(({ owner }) => !named.has(owner.toLowerCase()));
    // An owner without a repository is most probably the one that a stray entry was meant for.
    const refused = (0,parsed/* invalidIfAny */.Rx)(strays.map((stray) => strayProblem(stray, owners)));
    if (refused !== undefined)
        return refused;
    const shares = namesByOwner(repositories);
    const targetOf = (owner) => repositories.length === 0
        ? (0,parsed/* valid */.rZ)({ kind: 'owner', owner })
        : shareOf(owner, shares.get(owner.toLowerCase()));
    const [first, ...others] = owners;
    const targets = (0,parsed/* combine */.kg)({ first: targetOf(first), others: (0,parsed/* combineList */.ws)(others.map(targetOf)) });
    return (0,parsed/* map */.Tj)(targets, (all) => [all.first, ...all.others]);
}
/** The names of the repositories by their owner, in lower case. */
function namesByOwner(repositories) {
    const found = new Map();
    for (const { owner, name } of repositories) {
        const names = found.get(owner.toLowerCase());
        if (names === undefined)
            found.set(owner.toLowerCase(), [name]);
        else
            names.push(name);
    }
    return found;
}
/** What of `repositories` belongs to one of several owners. */
function shareOf(owner, names) {
    return names === undefined
        ? (0,parsed/* invalid */.Gq)({ kind: 'owner-without-repository', owner: (0,printable/* printable */.g)(owner) })
        : limited(repositoriesTarget(owner, names, [], 'both-set'));
}
/** A repository that belongs to none of several owners, or does not say to which. */
function strayProblem(stray, owners) {
    const [first, ...others] = owners;
    const shown = [(0,printable/* printable */.g)(first), ...others.map((owner) => (0,printable/* printable */.g)(owner))];
    return stray.owner === ''
        ? { kind: 'repository-without-owner', name: (0,printable/* printable */.g)(stray.name), owners: shown }
        : otherOwnerProblem(stray, shown, true);
}
function otherOwnerProblem({ entry, owner }, owners, isOwnerSet) {
    const shown = (0,printable/* printable */.g)(entry);
    return {
        kind: 'repository-of-other-owner',
        entry: shown,
        owner: shown === entry ? owner : undefined,
        owners,
        isOwnerSet
    };
}
function oneOwner(owner, { repositories, ids }) {
    return repositories.length === 0 && ids.length === 0
        ? (0,parsed/* valid */.rZ)({ kind: 'owner', owner })
        : ownedRepositories(owner, repositories, ids, 'both-set');
}
/** `owner` is not set: the workflow's own owner, or its repository. */
function workflowOwner(repositories, context, reason) {
    if (repositories.length === 0)
        return workflowRepository(context.repository, reason);
    const owner = context.repositoryOwner;
    return (0,config_names/* isName */.Eo)(owner)
        ? ownedRepositories(owner, repositories, [], 'owner-not-set')
        : (0,parsed/* invalid */.Gq)({ kind: 'workflow-owner-missing', text: (0,printable/* printable */.g)(owner) });
}
function workflowRepository(repository, reason) {
    const [owner = '', name = '', ...rest] = repository.split('/');
    return (0,config_names/* isName */.Eo)(owner) && (0,config_names/* isName */.Eo)(name) && rest.length === 0
        ? (0,parsed/* valid */.rZ)(repositoriesTarget(owner, [name], [], reason))
        : (0,parsed/* invalid */.Gq)({ kind: 'workflow-repository-missing', text: (0,printable/* printable */.g)(repository), reason });
}
function ownedRepositories(owner, repositories, ids, reason) {
    const refused = (0,parsed/* invalidIfAny */.Rx)(repositories
        .filter((one) => one.owner !== '' && !(0,config_names/* sameName */.q)(one.owner, owner))
        .map((one) => otherOwnerProblem(one, [(0,printable/* printable */.g)(owner)], reason === 'both-set')));
    const names = repositories.map(({ name }) => name);
    return refused ?? limited(repositoriesTarget(owner, names, ids, reason));
}
function repositoriesTarget(owner, names, ids, reason) {
    const distinctIds = [...new Set(ids)];
    return { kind: 'repositories', owner, names: distinctNames(names), ids: distinctIds, reason };
}
function distinctNames(names) {
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
function limited(target) {
    const count = target.names.length + target.ids.length;
    return count <= MAX_REPOSITORIES
        ? (0,parsed/* valid */.rZ)(target)
        : (0,parsed/* invalid */.Gq)({ kind: 'too-many-repositories', count, owner: (0,printable/* printable */.g)(target.owner) });
}


/***/ }),

/***/ 8943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listAccounts),
/* harmony export */   Ey: () => (/* binding */ createToken),
/* harmony export */   Md: () => (/* binding */ findUserId),
/* harmony export */   Qs: () => (/* binding */ findInstallation),
/* harmony export */   Vg: () => (/* binding */ findReach),
/* harmony export */   _Y: () => (/* binding */ findViewer),
/* harmony export */   xW: () => (/* binding */ listRepositories)
/* harmony export */ });
/* unused harmony exports route, permissionsField */
/* harmony import */ var _config_permissions__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2262);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8549);
/* harmony import */ var _http_attempt__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8461);




/** Builds a path from a template; every inserted part is percent-encoded, so none can leave its place. */
function route(template, ...parts) {
    return String.raw({ raw: template }, ...parts.map((part) => encodeURIComponent(part)));
}
/** A field that is an object of permissions; other entries are dropped. Undefined if there is none. */
function permissionsField(value, name) {
    const found = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(value, name);
    if (typeof found !== 'object' || found === null || Array.isArray(found))
        return undefined;
    const entries = Object.entries(found);
    return Object.fromEntries(entries.flatMap(([key, level]) => typeof level === 'string' && (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .isLevel */ .NW)(level) ? [[key, level]] : []));
}
function selectionField(value) {
    const selection = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'repository_selection');
    return selection === 'all' || selection === 'selected' ? selection : undefined;
}
/**
 * Finds an installation. Raises what `AppClient.call` raises; a 404 says that the App is not
 * installed there. https://docs.github.com/en/rest/apps/apps
 */
async function findInstallation(app, lookup) {
    const found = readInstallation(await app.call({ method: 'GET', path: lookupPath(lookup) }));
    // GitHub may leave the account out. It is the one named, unless the repository has moved since.
    const isNamed = found.owner === '' && found.movedRepositoryId === undefined;
    return isNamed ? { ...found, owner: namedIn(lookup) } : found;
}
/** At most this many pages of 100 accounts are read to find the one that was meant. */
const MAX_ACCOUNT_PAGES = 10;
/**
 * The accounts of the App's first thousand installations. Raises what `AppClient.call` raises.
 * https://docs.github.com/en/rest/apps/apps#list-installations-for-the-authenticated-app
 */
async function listAccounts(app) {
    const accounts = [];
    for (let page = 1; page <= MAX_ACCOUNT_PAGES; page++) {
        const path = `/app/installations?per_page=100&page=${page}`;
        const { reply } = await app.call({ method: 'GET', path });
        const found = Array.isArray(reply.body) ? reply.body : [];
        accounts.push(...found.map((installation) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(installation, 'account')));
        if (found.length < 100)
            break;
    }
    const named = (name) => accounts.map((account) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(account, name)).filter((each) => each !== '');
    return { owners: named('login'), enterprises: named('slug') };
}
function accountName(installation) {
    const account = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(installation, 'account');
    const login = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(account, 'login');
    return login === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(account, 'slug') : login;
}
function namedIn(lookup) {
    switch (lookup.kind) {
        case 'enterprise':
            return lookup.enterprise;
        case 'installation':
            return '';
        case 'repository':
        case 'account':
            return lookup.owner;
    }
}
function lookupPath(lookup) {
    switch (lookup.kind) {
        case 'repository':
            return route `/repos/${lookup.owner}/${lookup.repository}/installation`;
        case 'account':
            return route `/users/${lookup.owner}/installation`;
        case 'enterprise':
            return route `/enterprises/${lookup.enterprise}/installation`;
        case 'installation':
            return route `/app/installations/${lookup.id}`;
    }
}
function readInstallation({ reply, attempts }) {
    const id = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(reply.body, 'id');
    if (id === undefined)
        throw new _http_errors__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk(reply, attempts);
    return {
        id,
        appSlug: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'app_slug'),
        owner: accountName(reply.body),
        permissions: permissionsField(reply.body, 'permissions') ?? {},
        repositorySelection: selectionField(reply.body) ?? 'selected',
        suspendedAt: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'suspended_at'),
        settingsUrl: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'html_url'),
        movedRepositoryId: movedRepositoryId(reply.url)
    };
}
/** GitHub redirects the lookup by an old name to `/repositories/{id}/installation`. */
function movedRepositoryId(url) {
    const id = /\/repositories\/(\d{1,15})\/installation$/.exec(url)?.[1];
    return id === undefined ? undefined : Number(id);
}
/**
 * Creates a token. Raises what `AppClient.call` raises.
 * https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
async function createToken(app, installationId, scope) {
    const path = route `/app/installations/${installationId}/access_tokens`;
    const body = {
        repositories: scope.repositories,
        repository_ids: scope.repositoryIds,
        permissions: scope.permissions
    };
    return readToken(await app.call({ method: 'POST', path, body }));
}
function readToken({ reply, attempts }) {
    const token = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'token');
    const listed = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(reply.body, 'repositories');
    const repositories = listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(one, 'full_name'));
    return {
        token,
        expiresAt: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'expires_at'),
        grant: {
            permissions: permissionsField(reply.body, 'permissions'),
            repositorySelection: selectionField(reply.body),
            repositories: repositories.length === 0 ? undefined : repositories,
            repositoryIds: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(one, 'id') ?? 0)
        },
        lost: attempts.filter(_http_attempt__WEBPACK_IMPORTED_MODULE_3__/* .mayHaveLostToken */ .Xe).length
    };
}
const PER_PAGE = 100;
/** At most this many pages are read. */
const MAX_REPOSITORY_PAGES = 10;
async function readRepositories(github, token, page) {
    const path = `/installation/repositories?per_page=${PER_PAGE}&page=${page}`;
    const { reply } = await github.call({ method: 'GET', path, bearer: () => token });
    const listed = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(reply.body, 'repositories');
    return {
        grant: {
            repositorySelection: selectionField(reply.body),
            repositories: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(one, 'full_name')),
            repositoryIds: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(one, 'id') ?? 0)
        },
        total: Math.max(listed.length, (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(reply.body, 'total_count') ?? 0)
    };
}
/**
 * Lists what a token reaches, as `owner/name`; undefined if that is a thousand or more
 * repositories. Raises what `HttpClient.send` raises.
 * https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 */
async function listRepositories(github, token) {
    const names = [];
    for (let page = 1; page <= MAX_REPOSITORY_PAGES; page++) {
        const { repositories: found = [] } = (await readRepositories(github, token, page)).grant;
        names.push(...found);
        if (found.length < PER_PAGE)
            return names;
    }
    return undefined;
}
/** Reads what a token reaches. Raises what `HttpClient.send` raises. */
async function findReach(github, token) {
    const { grant, total } = await readRepositories(github, token, 1);
    const { repositories = [] } = grant;
    const owners = new Map();
    for (const repository of repositories) {
        const [owner = ''] = repository.split('/');
        owners.set(owner.toLowerCase(), owner);
    }
    const isRepository = total === repositories.length;
    return {
        grant: {
            ...grant,
            permissions: undefined,
            repositories: isRepository ? repositories : undefined,
            repositoryIds: isRepository ? grant.repositoryIds : []
        },
        count: total,
        owners: [...owners.values()]
    };
}
/**
 * Finds a user's id; undefined if GitHub knows no such user. The user behind an App is
 * `<slug>[bot]`. Raises what `HttpClient.send` raises.
 * https://docs.github.com/en/rest/users/users#get-a-user
 */
async function findUserId(github, token, username) {
    try {
        const path = route `/users/${username}`;
        const { reply, attempts } = await github.call({ method: 'GET', path, bearer: () => token });
        const id = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(reply.body, 'id');
        if (id === undefined)
            throw new _http_errors__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk(reply, attempts);
        return id;
    }
    catch (error) {
        if (error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk && error.reply.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * Finds the user behind a token: for an installation token, the bot of its App. Undefined if GitHub does
 * not say it. Raises what `HttpClient.send` raises. https://docs.github.com/en/graphql/reference/queries
 */
async function findViewer(github, token) {
    const data = await github.query({
        query: 'query { viewer { login databaseId } }',
        bearer: () => token
    });
    const viewer = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(data, 'viewer');
    const id = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(viewer, 'databaseId');
    return id === undefined ? undefined : { login: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(viewer, 'login'), id };
}


/***/ }),

/***/ 3106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ appClaims),
/* harmony export */   Xg: () => (/* binding */ isClockRefusal),
/* harmony export */   sr: () => (/* binding */ LIFETIME_SECONDS)
/* harmony export */ });
/** GitHub's advice against clock drift. */
const BACKDATED_SECONDS = 60;
/**
 * How many seconds a JWT is valid. GitHub takes at most 600 s by its own clock; the rest is for a
 * runner whose clock is fast.
 */
const LIFETIME_SECONDS = 540;
/**
 * The claims that GitHub asks for:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 *
 * @param now GitHub's time as far as known, in milliseconds since 1970
 */
function appClaims(issuer, now) {
    const seconds = Math.floor(now / 1000);
    return { iat: seconds - BACKDATED_SECONDS, exp: seconds + LIFETIME_SECONDS, iss: issuer };
}
/** Whether GitHub refused a JWT for its `iat` or `exp`. */
function isClockRefusal(reply) {
    return reply.status === 401 && /\('(iat|exp)'\)/.test(reply.message);
}


/***/ }),

/***/ 3428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ runInParallel)
/* harmony export */ });
/** GitHub rate-limits more parallel requests than this. */
const MAX_PARALLEL = 10;
/**
 * Works on all items in parallel, at most `limit` at a time. After a result that `isLast`, nothing new
 * is started, but what is under way is finished. The results are in the order of the items, without
 * those of items that were not started.
 *
 * @param work must not reject
 */
async function runInParallel(items, work, { limit = MAX_PARALLEL, isLast = () => false } = {}) {
    const results = [];
    const waiting = items.entries();
    let isOver = false;
    const workInTurn = async () => {
        for (const [index, item] of waiting) {
            results[index] = await work(item);
            if (isLast(results[index]))
                isOver = true;
            if (isOver)
                return;
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, workInTurn));
    return results;
}


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTunnelFailure),
/* harmony export */   FN: () => (/* binding */ mayHaveCreatedTokenDespiteError),
/* harmony export */   Xe: () => (/* binding */ mayHaveLostToken),
/* harmony export */   fb: () => (/* binding */ isUntrusted)
/* harmony export */ });
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
/* harmony export */   bQ: () => (/* binding */ formBody),
/* harmony export */   j$: () => (/* binding */ withoutQuery)
/* harmony export */ });
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

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   Lo: () => (/* binding */ messageText),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   iO: () => (/* binding */ messageField),
/* harmony export */   ii: () => (/* binding */ positiveIntegerField)
/* harmony export */ });
/** Reads one field of a JSON object; undefined where the value is no object. */
function field(value, name) {
    return typeof value === 'object' && value !== null
        ? value[name]
        : undefined;
}
/** A field that is text; empty if it is not. */
function textField(value, name) {
    const found = field(value, name);
    return typeof found === 'string' ? found : '';
}
/** Rules search in messages, and a hostile server must not make that take minutes. */
const MAX_MESSAGE_LENGTH = 10_000;
/** The part of a message that is read. */
function messageText(message) {
    return message.slice(0, MAX_MESSAGE_LENGTH);
}
/** A field that is a message; empty if it is not. */
function messageField(value, name) {
    return messageText(textField(value, name));
}
/** A field that is a list; empty if it is not. */
function listField(value, name) {
    const found = field(value, name);
    return Array.isArray(found) ? found : [];
}
/** A field that is a positive whole number. */
function positiveIntegerField(value, name) {
    const found = field(value, name);
    return Number.isSafeInteger(found) && found > 0 ? found : undefined;
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

/***/ 7325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SourceError)
/* harmony export */ });
/** A token could not be created for an installation that was found. The cause says why. */
class SourceError extends Error {
    name = 'SourceError';
    installation;
    constructor(cause, installation) {
        super('no token could be created', { cause });
        this.installation = installation;
    }
}


/***/ }),

/***/ 4199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rF: () => (/* binding */ CreateError),
  FY: () => (/* binding */ GrantError),
  jC: () => (/* binding */ createTokens),
  d: () => (/* binding */ revokeUnused)
});

// EXTERNAL MODULE: ./src/github/parallel.ts
var parallel = __webpack_require__(3428);
// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/sources/token-source.ts
var token_source = __webpack_require__(7325);
// EXTERNAL MODULE: ./src/tokens/grant.ts
var tokens_grant = __webpack_require__(184);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
;// CONCATENATED MODULE: ./src/tokens/revoke.ts


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
            if (!(error instanceof errors/* RefusedError */.fk) || error.reply.status !== 401)
                throw error;
            const { message, date = Date.now() } = error.reply;
            const isGitHubs = message === 'Bad credentials';
            const ago = date - Date.parse(expiresAt);
            if (isGitHubs && ago >= 0)
                return { kind: 'expired', ago };
            const delay = RETRY_DELAYS_MS[tries];
            if (delay !== undefined)
                await (0,time/* sleep */.yy)(delay);
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

;// CONCATENATED MODULE: ./src/tokens/create.ts





/** Not every token could be created, or passed on. Those that were created are revoked. */
class CreateError extends Error {
    name = 'CreateError';
    failures;
    unused;
    constructor(failures, unused) {
        super(`${failures.length} tokens could not be created`);
        this.failures = failures;
        this.unused = unused;
    }
}
/** GitHub granted something other than was asked for. */
class GrantError extends Error {
    name = 'GrantError';
    details;
    constructor(details) {
        super('the grant differs from what was asked for');
        this.details = details;
    }
}
/**
 * Creates all tokens in parallel, or none: if one fails, the others are revoked at once. Raises
 * {@link CreateError}, and {@link InterruptedError} if the job is cancelled: post then revokes what
 * was saved.
 */
async function createTokens(requests, options) {
    const results = await (0,parallel/* runInParallel */.I)(requests, (request) => createOne(request, options), {
        isLast: ({ kind }) => kind !== 'created'
    });
    if (results.some(({ kind }) => kind === 'interrupted'))
        throw new errors/* InterruptedError */.p4();
    const failed = results.filter((result) => result.kind === 'failed');
    const created = results.flatMap((one) => (one.kind === 'created' ? [one.token] : []));
    const [failure, ...failures] = failed.map(({ failure: each }) => each);
    // There is at least one request, so at least one token.
    if (failure === undefined)
        return created;
    const unused = failed.flatMap((one) => (one.unused === undefined ? [] : [one.unused]));
    throw new CreateError([failure, ...failures], [...unused, ...(await revokeUnused(created, options))]);
}
/** Never rejects. */
async function createOne(request, options) {
    const progress = { token: undefined, isSaved: false };
    const save = (token) => {
        progress.token = token;
        options.store.addToken(token, request);
        progress.isSaved = true;
    };
    try {
        return await createAndCompare(request, save, options);
    }
    catch (error) {
        if (error instanceof errors/* InterruptedError */.p4)
            return { kind: 'interrupted' };
        const { token, isSaved } = progress;
        const unused = token && (await endToken(token, request, isSaved ? 'saved' : 'alive', options));
        const [cause, installation] = error instanceof token_source/* SourceError */.c ? [error.cause, error.installation] : [error, undefined];
        return { kind: 'failed', failure: { error: cause, request, installation }, unused };
    }
}
async function createAndCompare(request, save, options) {
    const token = await options.source.create(request, save);
    const { owner, installation, scope, grant } = token;
    const comparison = (0,tokens_grant/* compareGrant */.mB)(owner, scope, grant);
    if (comparison.wrong.length === 0)
        return { kind: 'created', token: { ...token, comparison } };
    const { outcome } = await endToken(token, request, 'saved', options);
    const revoked = outcome === 'revoked';
    const { expiresAt } = token;
    const error = new GrantError({ comparison, installation, expiresAt, revoked });
    return { kind: 'failed', failure: { error, request, installation }, unused: undefined };
}
/**
 * Revokes tokens that are saved and not output, all at once, because a cancelled step has only
 * seconds. Never rejects: post tries again.
 */
async function revokeUnused(tokens, options) {
    return Promise.all(tokens.map((token) => endToken(token, token.request, 'saved', options)));
}
/**
 * Revokes a token that is not output. Never rejects.
 *
 * @param otherwise what becomes of the token if it cannot be revoked now
 */
async function endToken(token, { subject }, otherwise, { github, store }) {
    const { expiresAt } = token;
    const end = await tryRevoke(token, github);
    if (end === 'foreign')
        return { subject, expiresAt, outcome: 'foreign' };
    if (end !== 'revoked')
        return { subject, expiresAt, outcome: otherwise };
    try {
        store.removeToken(token);
    }
    catch {
        // The state still has the token: post then finds that GitHub no longer accepts it.
    }
    return { subject, expiresAt, outcome: 'revoked' };
}
async function tryRevoke(token, github) {
    try {
        return (await revokeToken(github, token)).kind;
    }
    catch {
        return 'failed';
    }
}


/***/ }),

/***/ 2149:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ describeFallback),
/* harmony export */   Uk: () => (/* binding */ describeLost),
/* harmony export */   Zs: () => (/* binding */ messagesOnToken),
/* harmony export */   cZ: () => (/* binding */ describeHashes),
/* harmony export */   k2: () => (/* binding */ describeTokens),
/* harmony export */   mp: () => (/* binding */ describeSkew),
/* harmony export */   uV: () => (/* binding */ FALLBACK_NOT_RENEWED)
/* harmony export */ });
/* unused harmony export hashOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_permissions__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2262);
/* harmony import */ var _config_targets__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5237);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1968);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5260);





/**
 * The log of a success.
 *
 * @param now GitHub's time, in milliseconds since 1970
 */
function describeTokens(tokens, facts, now) {
    const [first, ...others] = tokens;
    const about = tokens.flatMap((one) => describeToken(one, facts.source));
    const end = describeEnd(tokens, facts, now);
    if (others.length === 0)
        return [...about, end];
    const which = `The output tokens has one token for each of the ${tokens.length} owners. The other outputs are about the first, ${(0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(first.owner)}`;
    return [...about, end, which];
}
function describeEnd(tokens, { keepToken, renewal }, now) {
    const [first, ...others] = tokens;
    const isOne = others.length === 0;
    const renewed = describeRenewal(renewal);
    if (tokens.every(({ isForeign }) => isForeign === true)) {
        return `The token service decides when ${isOne ? 'it expires' : 'they expire'}${renewed}.`;
    }
    const they = isOne ? 'It is' : 'They are';
    const end = keepToken
        ? `${they} not revoked when this job ends (skip-token-revoke is true).`
        : `${they} revoked when this job ends.`;
    return `${isOne ? 'Expires' : 'They expire'} ${expiry(first.expiresAt, now)}${renewed}. ${end}`;
}
function describeRenewal(renewal) {
    if (renewal === undefined)
        return '';
    const places = renewal.isForGit ? 'in token-file and for git' : 'in token-file';
    return `; renewed every ${(0,_time__WEBPACK_IMPORTED_MODULE_3__/* .amountOfTime */ .RI)(renewal.delay)} until this job ends, ${places}`;
}
function describeToken(token, source) {
    const { installation, grant, request } = token;
    if (installation === undefined) {
        return [
            `Token for ${reachText(token)}`,
            'Permissions: those of the trust policy. The service does not list them',
            source.slice(0, 1).toUpperCase() + source.slice(1)
        ];
    }
    return [
        `Token for ${reachText(token)}`,
        `Permissions: ${permissionsText(request.requestedPermissions, grant.permissions)}`,
        `App ${(0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(installation.appSlug)}, installation ${installation.id}, ${source}`
    ];
}
/**
 * How GitHub's audit log of an enterprise names each token: by the standard base64 of its SHA-256.
 * https://docs.github.com/en/enterprise-cloud@latest/admin/monitoring-activity-in-your-enterprise/reviewing-audit-logs-for-your-enterprise/identifying-audit-log-events-performed-by-an-access-token
 */
function describeHashes(tokens) {
    const lines = tokens.map(({ token, subject }) => `Token for ${subject}: hashed_token:"${hashOf(token)}"`);
    // By name: several tokens are created in parallel, and their order is by chance.
    return lines.toSorted();
}
/** The hash by which GitHub's audit log names a token (`hashed_token`). */
function hashOf(token) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(token).digest('base64');
}
/** Notices and warnings about a token that is output. */
function messagesOnToken(token) {
    const { comparison, request, installation, grant, lost, isForeign } = token;
    const found = [];
    if (comparison.extraReads.length > 0) {
        const names = comparison.extraReads.map((name) => `${(0,_config_permissions__WEBPACK_IMPORTED_MODULE_1__/* .dashed */ .Gg)((0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(name))}: read`).join(', ');
        found.push({
            level: 'notice',
            message: `GitHub granted more than the step names, but only to read: ${names}.`
        });
    }
    if (installation?.movedRepositoryId !== undefined && request.lookup.kind === 'repository') {
        const { owner, repository } = request.lookup;
        const at = grant.repositoryIds.indexOf(installation.movedRepositoryId);
        const name = grant.repositories?.[at] ?? '';
        const renamed = name === '' ? 'renamed' : `renamed to ${(0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(name)}`;
        found.push({
            level: 'notice',
            message: `${owner}/${repository} was ${renamed}. The token covers it. Use its new name in the workflow.`
        });
    }
    for (const what of comparison.unreported) {
        found.push({
            level: 'warning',
            message: `GitHub did not say which ${what} the token has. So the action could not compare them with those that you named.`
        });
    }
    if (isForeign === true) {
        found.push({
            level: 'warning',
            message: `The token for ${request.subject} does not begin with ghs_, so it is not a token of a GitHub App. What it reaches was not compared, and it cannot be revoked when this job ends.`
        });
    }
    if (lost > 0)
        found.push({ level: 'warning', message: describeLost(lost) });
    return found;
}
/** Says that the fallback token is output, and why. */
function describeFallback(reason, targets, rights) {
    return {
        level: 'notice',
        message: `${whyFallback(reason)}. The step outputs the token from fallback-token, and does not revoke it.${withoutEffect(targets, rights)}`
    };
}
function whyFallback(reason) {
    switch (reason.kind) {
        case 'no-secrets':
            return reason.missing === 'oidc-token'
                ? `The job has no OIDC token: ${whyNoOidcToken(reason.run)}`
                : `${reason.missing} is empty: ${whyNoSecrets(reason.run)}`;
        case 'nothing-set':
            return 'client-id, app-id, private-key, private-key-file, kms-key, jwt and token-service are empty or not set';
    }
}
function whyNoSecrets({ kind }) {
    return kind === 'dependabot'
        ? 'Dependabot runs read only Dependabot secrets'
        : 'this pull request comes from a fork, and GitHub gives such runs no secrets';
}
function whyNoOidcToken({ kind }) {
    return kind === 'dependabot'
        ? 'Dependabot started this run, and GitHub does not give it one'
        : 'this pull request comes from a fork, and GitHub gives such runs none';
}
/** Says that `renew` has no effect. */
const FALLBACK_NOT_RENEWED = {
    level: 'notice',
    message: 'renew does nothing here, because the step cannot create another fallback token. token-file holds the one that there is.'
};
/** The inputs that choose what the App's token covers do not change what another token can do. */
function withoutEffect([target], rights) {
    const isScoped = target.kind !== 'repositories' ||
        target.reason === 'both-set' ||
        target.reason === 'owner-not-set';
    const set = [
        ...(isScoped ? ['repositories'] : []),
        ...(rights.kind === 'everything' ? [] : ['permissions'])
    ];
    return set.length === 0 ? '' : ` The inputs for ${set.join(' and ')} have no effect on it.`;
}
/** Says that answers with a token were lost, and what that means. */
function describeLost(lost) {
    const what = lost === 1
        ? 'The answer to a request for a token was lost'
        : `${lost} answers to requests for a token were lost`;
    return `${what}: a token that nobody knows may exist for an hour.`;
}
/**
 * Says by how much the runner's clock is off, compared with that of a server.
 *
 * @param skew the server's clock less the runner's, in milliseconds
 */
function describeSkew(skew, server) {
    const direction = skew > 0 ? 'behind' : 'ahead of';
    return `This runner's clock is ${(0,_time__WEBPACK_IMPORTED_MODULE_3__/* .amountOfTime */ .RI)(skew)} ${direction} ${server}'s. The step used ${server}'s time. Set the runner's clock.`;
}
function reachText({ request, installation, grant }) {
    const { target, subject } = request;
    if (installation === undefined) {
        return target.kind === 'repositories'
            ? subject + omission(target)
            : `${reachOfPolicy(grant)} of ${subject} (repositories is empty)`;
    }
    const everything = `every repository that ${(0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(installation.appSlug)} can reach in ${subject} (repositories is empty)`;
    switch (target.kind) {
        case 'repositories':
            return subject + omission(target);
        case 'owner':
            return everything;
        case 'enterprise':
            return subject;
        case 'installation':
            return (0,_config_targets__WEBPACK_IMPORTED_MODULE_2__/* .namesNone */ .l8)(target) ? everything : subject;
    }
}
/** What the trust policy of an account allows, as GitHub says it. */
function reachOfPolicy({ repositories }) {
    if (repositories === undefined)
        return 'the repositories';
    return repositories.length === 1 ? 'one repository' : `${repositories.length} repositories`;
}
function omission({ reason, owner }) {
    switch (reason) {
        case 'nothing-set':
            return ' (owner and repositories are not set: this repository only)';
        case 'empty-list':
            return ' (owner is not set, and repositories names nothing: this repository only)';
        case 'owner-not-set':
            return ` (owner is not set: ${owner})`;
        case 'both-set':
            return '';
    }
}
function permissionsText(asked, granted) {
    if (granted === undefined)
        return untoldPermissions(asked);
    const list = listPermissions(granted);
    switch (asked.kind) {
        case 'listed':
            return list;
        case 'read-all':
            return `all that the App has, but only to read (read-all): ${list}`;
        case 'everything': {
            const count = Object.keys(granted).length;
            const all = count === 1 ? 'the one' : `all ${count}`;
            return `${all} that the App has, because the step names none: ${list}`;
        }
    }
}
function untoldPermissions(asked) {
    switch (asked.kind) {
        case 'listed':
            return `GitHub did not list them. The step requested ${listPermissions(asked.permissions)}`;
        case 'read-all':
            return 'GitHub did not list them. The step requested all that the App has, but only to read (read-all)';
        case 'everything':
            return 'all that the App has, because the step names none. GitHub did not list them';
    }
}
/** Permissions as people write them in a workflow; `metadata`, which every token has, last. */
function listPermissions(permissions) {
    const names = Object.keys(permissions).sort(byName);
    return names.length === 0
        ? 'none'
        : names.map((name) => `${(0,_config_permissions__WEBPACK_IMPORTED_MODULE_1__/* .dashed */ .Gg)((0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)(name))}: ${String(permissions[name])}`).join(', ');
}
function byName(one, other) {
    if (one === 'metadata' || other === 'metadata')
        return one === 'metadata' ? 1 : -1;
    return one < other ? -1 : 1;
}
function expiry(expiresAt, now) {
    const time = Date.parse(expiresAt);
    if (Number.isNaN(time))
        return 'in an hour';
    return `at ${(0,_time__WEBPACK_IMPORTED_MODULE_3__/* .clockTime */ .qo)(expiresAt)} (in ${Math.round((time - now) / 60_000)} minutes)`;
}


/***/ }),

/***/ 184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ isWider),
/* harmony export */   mB: () => (/* binding */ compareGrant)
/* harmony export */ });
/* unused harmony export widerParts */
/* harmony import */ var _config_permissions__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2262);
/* harmony import */ var _config_names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6234);


/**
 * Compares what GitHub granted with what was asked. What was not asked for, or what GitHub does not report,
 * is not compared: only `token` and `expires_at` are in every answer.
 * `metadata: read` comes with every token and is not counted.
 */
function compareGrant(owner, scope, grant) {
    const { wrong, extraReads } = comparePermissions(scope.permissions, grant.permissions);
    return {
        wrong: [...wrong, ...compareRepositories(owner, scope, grant)],
        extraReads,
        unreported: unreported(scope, grant)
    };
}
function unreported(scope, grant) {
    const isPermissions = scope.permissions !== undefined && grant.permissions === undefined;
    const isNamed = (scope.repositories ?? []).length + (scope.repositoryIds ?? []).length > 0;
    // If it is all of them, the comparison says so.
    const isTold = grant.repositories !== undefined || grant.repositorySelection === 'all';
    return [
        ...(isPermissions ? ['permissions'] : []),
        ...(isNamed && !isTold ? ['repositories'] : [])
    ];
}
function comparePermissions(asked, granted) {
    if (asked === undefined || granted === undefined)
        return { wrong: [], extraReads: [] };
    const wrong = [];
    const extraReads = [];
    for (const name of new Set([...Object.keys(asked), ...Object.keys(granted)])) {
        const [wanted, got] = [(0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(asked, name), (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(granted, name)];
        if (wanted === got || (wanted === undefined && name === 'metadata' && got === 'read'))
            continue;
        if (wanted === undefined && got === 'read')
            extraReads.push(name);
        else
            wrong.push({ kind: 'permission', name, asked: wanted, granted: got });
    }
    return { wrong, extraReads };
}
function compareRepositories(owner, scope, grant) {
    const names = (scope.repositories ?? []).map((name) => `${owner}/${name}`);
    const ids = scope.repositoryIds ?? [];
    if (names.length + ids.length === 0)
        return [];
    if (grant.repositories === undefined) {
        return grant.repositorySelection === 'all' ? [{ kind: 'all-repositories' }] : [];
    }
    const granted = grant.repositories;
    const missing = [
        ...names.filter((name) => !granted.some((one) => (0,_config_names__WEBPACK_IMPORTED_MODULE_1__/* .sameName */ .q)(one, name))),
        ...ids.filter((id) => !grant.repositoryIds.includes(id)).map((id) => `repository ${id}`)
    ];
    const extra = granted.filter((one, index) => !names.some((name) => (0,_config_names__WEBPACK_IMPORTED_MODULE_1__/* .sameName */ .q)(one, name)) && !ids.includes(grant.repositoryIds[index] ?? 0));
    return [
        ...missing.map((name) => ({ kind: 'repository-missing', name })),
        ...(extra.length === 0 ? [] : [{ kind: 'repositories-extra', count: extra.length }])
    ];
}
/**
 * In which ways a grant is wider, or can be, than an earlier one for the same request. Empty if in none.
 *
 * @param scope what was asked for
 */
function widerParts(first, grant, scope) {
    const found = [];
    const { permissions = {} } = grant;
    if (first.permissions !== undefined) {
        for (const name of Object.keys(permissions)) {
            const [asked, granted] = [levelOf(first.permissions, name), levelOf(permissions, name)];
            if (isWider(asked, granted))
                found.push({ kind: 'permission', name, asked, granted });
        }
    }
    if (first.repositorySelection === 'selected' && grant.repositorySelection === 'all') {
        found.push({ kind: 'all-repositories' });
    }
    if (first.repositories !== undefined) {
        const isNamed = (scope.repositories ?? scope.repositoryIds) !== undefined;
        if (grant.repositories === undefined && !isNamed)
            found.push({ kind: 'repositories-unlisted' });
        const extra = grant.repositoryIds.filter((id) => !first.repositoryIds.includes(id));
        if (extra.length > 0)
            found.push({ kind: 'repositories-extra', count: extra.length });
    }
    return found;
}
/** Whether a granted level is more than was asked. */
function isWider(asked, granted) {
    if (granted === undefined)
        return false;
    return asked === undefined || (granted !== asked && (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .covers */ .hU)(granted, asked));
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