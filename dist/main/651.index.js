"use strict";
exports.id = 651;
exports.ids = [651,793];
exports.modules = {

/***/ 2949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readOidcRequest),
/* harmony export */   X: () => (/* binding */ isEncryptedOrLocal)
/* harmony export */ });
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5466);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _api_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9898);



/** Audiences consist of visible characters: services compare them byte by byte. */
const AUDIENCE = /^[\x21-\x7e]{1,1000}$/;
/** The only characters that a header can have. An earlier step can set other ones. */
const VISIBLE = /^[\x21-\x7e]+$/;
/**
 * Reads how to get the job's OIDC token. Problems: `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param audience the one of the service; the input `audience` replaces it
 */
function readOidcRequest(service, audience, { inputs, variables, isForkRun }) {
    const asked = inputs.audience === '' ? audience : inputs.audience;
    if (asked !== '' && !AUDIENCE.test(asked)) {
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'oidc-audience-refused', text: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(asked) });
    }
    const url = variables.ACTIONS_ID_TOKEN_REQUEST_URL;
    const token = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!VISIBLE.test(token) || !isAddress(url)) {
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'oidc-not-available', service, isFork: isForkRun });
    }
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ url, token, audience: asked });
}
function isAddress(url) {
    return URL.canParse(url) && isEncryptedOrLocal(new URL(url));
}
/** Whether nobody on the network can read what is sent to an address. */
function isEncryptedOrLocal({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && (0,_api_url__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U)(hostname));
}


/***/ }),

/***/ 6793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ tokenServiceCredentialName),
/* harmony export */   readTokenService: () => (/* binding */ readTokenService),
/* harmony export */   y: () => (/* binding */ tokenServiceName)
/* harmony export */ });
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5466);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _oidc__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2949);



/** The service as people call it: its host. */
function tokenServiceName({ url }) {
    return new URL(url).host;
}
/** A short name of the credential for the log. Not secret. */
function tokenServiceCredentialName(service) {
    return `token service ${tokenServiceName(service)}, trust policy ${service.trustPolicy}`;
}
/**
 * Reads `token-service`, `trust-policy` and `audience`. Problems: `token-service-malformed`,
 * `token-service-incomplete`, `trust-policy-malformed`, `token-service-audience-refused`,
 * `oidc-not-available`, `oidc-audience-refused`.
 */
function readTokenService(facts) {
    if (facts.tokenService === '') {
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'token-service-incomplete', missing: 'token-service' });
    }
    const url = parseAddress(facts.tokenService);
    const parts = (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .combine */ .kg)({
        url,
        trustPolicy: parseTrustPolicy(facts.trustPolicy),
        // Without an address, there is no audience to ask for.
        oidc: url.ok ? parseOidc(url.value, facts) : url
    });
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .map */ .Tj)(parts, (value) => ({ kind: 'token-service', ...value }));
}
/** As people write a host. */
const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;
function parseAddress(text) {
    // `URL` would read `localhost:8080` as a scheme and a path.
    const address = HOST.test(text) ? `https://${text}` : text;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (/^[^/]*\/\/[^/]*@/.test(address) || /^[^/]*@/.test(address)) {
        return malformed({ mistake: 'credentials' });
    }
    if (url === undefined || !/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
        return malformed({ mistake: 'not-an-address', text: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text) });
    }
    if (!/^https?:$/.test(url.protocol)) {
        return malformed({ mistake: 'scheme', scheme: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(url.protocol) });
    }
    // Not by the URL's parts: those of an empty query and fragment are empty.
    if (url.pathname !== '/' || /[?#]/.test(address)) {
        return malformed({ mistake: 'not-only-a-host', text: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text) });
    }
    return (0,_oidc__WEBPACK_IMPORTED_MODULE_1__/* .isEncryptedOrLocal */ .X)(url) ? (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(url.origin) : malformed({ mistake: 'not-encrypted' });
}
function malformed(mistake) {
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'token-service-malformed', mistake });
}
/** The name becomes a part of a path in a repository. */
const POLICY = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:[./][A-Za-z0-9_-]+)*$/;
function parseTrustPolicy(text) {
    if (text === '')
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'token-service-incomplete', missing: 'trust-policy' });
    const meant = text.replace(/^\.github\/chainguard\//, '').replace(/\.sts\.ya?ml$/, '');
    if (meant === text && POLICY.test(text) && text.length <= MAX_POLICY_LENGTH)
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(text);
    const isName = meant !== text && POLICY.test(meant);
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({
        kind: 'trust-policy-malformed',
        text: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text),
        meant: isName ? (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(meant) : ''
    });
}
const MAX_POLICY_LENGTH = 200;
function parseOidc(url, facts) {
    const { audience, variables, isForkRun } = facts;
    const asked = audience === '' ? new URL(url).host : audience;
    const cloud = CLOUDS.find(([, pattern]) => pattern.test(asked))?.[0];
    if (cloud !== undefined) {
        const shown = (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(asked);
        const isInput = audience !== '';
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'token-service-audience-refused', audience: shown, cloud, isInput });
    }
    return (0,_oidc__WEBPACK_IMPORTED_MODULE_1__/* .readOidcRequest */ .R)('token-service', asked, { inputs: { audience }, variables, isForkRun });
}
/** The audiences with which clouds let a job log in. */
const CLOUDS = [
    ['AWS', /^(?:https?:\/\/)?sts\.(?:[a-z0-9-]+\.)?amazonaws\.com/i],
    ['Azure', /^api:\/\/AzureADTokenExchange/i],
    ['Google Cloud', /iam\.googleapis\.com/i]
];


/***/ }),

/***/ 7937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ retryUntilKnown)
/* harmony export */ });
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8549);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1968);


/** How long to wait before each retry, in milliseconds. */
const RETRY_DELAYS_MS = [500, 1_000, 2_000, 4_000];
/**
 * Uses a token that was created just now, and retries after a 401: it can take some seconds until
 * every server of GitHub knows the token. Raises what the last try raises.
 */
async function retryUntilKnown(use, http) {
    for (const delay of RETRY_DELAYS_MS) {
        try {
            return await use();
        }
        catch (error) {
            const isUnknownYet = error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk && error.reply.status === 401;
            if (!isUnknownYet || http.remaining() < delay)
                throw error;
            await (0,_time__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .yy)(delay);
        }
    }
    return use();
}


/***/ }),

/***/ 7252:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ callService)
/* harmony export */ });
/** Sends a call until its answer can be read. Raises what `HttpClient.send` raises. */
async function callService(http, call) {
    const { method, url, headers = {}, body, secrets = [], refusals, effect = 'none', read } = call;
    const { reply, attempts } = await http.send({
        method,
        url,
        headers: { accept: 'application/json', ...headers },
        body,
        authorize: () => {
            const authorization = call.authorize?.() ?? { headers: {}, secrets: [] };
            return { ...authorization, secrets: [...authorization.secrets, ...secrets] };
        },
        effect,
        maxBytes: call.maxBytes,
        // A request to such a service could be used elsewhere: it goes only where the workflow says.
        followsRedirects: false,
        refusals,
        isUsable: (answer) => answer.status >= 200 && answer.status < 300 && read(answer) !== undefined
    });
    return { value: read(reply), attempts };
}


/***/ }),

/***/ 2704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readClaims),
/* harmony export */   r: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** In the order in which people compare them. */
const NAMES = [
    'iss',
    'aud',
    'sub',
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'ref',
    'environment',
    'job_workflow_ref',
    'event_name'
];
/**
 * Reads the claims of an OIDC token, for messages only: nobody has verified it. Empty if it cannot be
 * read. https://docs.github.com/en/actions/reference/security/oidc
 */
function readClaims(token) {
    const payload = readPayload(token);
    const found = NAMES.map((name) => [name, (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(payload, name)]);
    return new Map(found.filter(([, value]) => value !== ''));
}
/** All that a token says; undefined if it cannot be read. Nobody has verified it. */
function readPayload(token) {
    const [, payload = ''] = token.split('.');
    try {
        return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requestOidcToken)
/* harmony export */ });
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2962);
/* harmony import */ var _http_call_service__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7252);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);



/** A JSON web token. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/**
 * Gets the job's OIDC token from the runner's GitHub. It is secret: mask it before it is used. Raises
 * what `callService` raises. https://docs.github.com/en/actions/reference/security/oidc
 */
async function requestOidcToken(http, { url, token, audience }) {
    const address = new URL(url);
    if (audience !== '')
        address.searchParams.set('audience', audience);
    const { value } = await (0,_http_call_service__WEBPACK_IMPORTED_MODULE_0__/* .callService */ .c)(http, {
        method: 'GET',
        url: address.href,
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_1__/* .bearerAuthorization */ .Dv)(token),
        refusals: { codeOf: ({ message }) => message, isTemporary: ({ status }) => status === 429 },
        read: ({ body }) => {
            const text = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(body, 'value');
            return JWT.test(text) ? text : undefined;
        }
    });
    return value;
}


/***/ }),

/***/ 3273:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LB: () => (/* binding */ TokenServiceError),
/* harmony export */   Qb: () => (/* binding */ tokenServiceMessage),
/* harmony export */   cg: () => (/* binding */ TokenServiceClient)
/* harmony export */ });
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2962);
/* harmony import */ var _http_attempt__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8461);
/* harmony import */ var _http_call_service__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7252);
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8549);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _oidc_claims__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2704);
/* harmony import */ var _oidc_request__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1308);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1968);








/** The work with a token service failed. The cause is what the HTTP client raised. */
class TokenServiceError extends Error {
    name = 'TokenServiceError';
    cause;
    service;
    stage;
    asked;
    /** The claims of the job's OIDC token, if it was sent. */
    claims;
    constructor(cause, facts) {
        super(`${facts.stage}: ${cause.message}`);
        this.cause = cause;
        this.service = facts.service;
        this.stage = facts.stage;
        this.asked = facts.asked;
        this.claims = facts.claims;
    }
}
/** GitHub's OIDC tokens are valid for five minutes. */
const MAX_USE_MS = 120_000;
/** An answer has a token and little else. The service is foreign, so it must not fill the memory. */
const MAX_ANSWER_BYTES = 64 * 1024;
/** What a token can be: masking a shorter text would hide ordinary words of the log. */
const TOKEN = /^[\x21-\x7e]{20,4096}$/;
/**
 * Exchanges the job's OIDC token for tokens, in the protocol of octo-sts:
 * https://github.com/octo-sts/app
 */
class TokenServiceClient {
    #options;
    #oidcToken;
    /** Set when the job's OIDC token is there. */
    claims;
    constructor(options) {
        this.#options = options;
    }
    /**
     * Gets a token, which is not masked yet, and how many earlier requests may have created one, too.
     * Raises {@link TokenServiceError}, and `InterruptedError`.
     */
    async exchange(asked) {
        const { http, service } = this.#options;
        const idToken = await this.#currentOidcToken(asked);
        const url = new URL('/sts/exchange', service.url);
        url.searchParams.set('scope', asked.scope);
        url.searchParams.set('identity', service.trustPolicy);
        const request = {
            method: 'GET',
            url: url.href,
            authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_2__/* .bearerAuthorization */ .Dv)(idToken),
            refusals: {
                codeOf: tokenServiceMessage,
                isTemporary: ({ status }) => status === 429
            },
            effect: 'creates-token',
            maxBytes: MAX_ANSWER_BYTES,
            read: ({ body }) => {
                const token = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(body, 'token');
                return TOKEN.test(token) ? token : undefined;
            }
        };
        const send = () => (0,_http_call_service__WEBPACK_IMPORTED_MODULE_4__/* .callService */ .c)(http, request);
        const { value, attempts } = await this.attempt(asked, 'exchange', send);
        return { token: value, lost: attempts.filter(_http_attempt__WEBPACK_IMPORTED_MODULE_5__/* .mayHaveLostToken */ .Xe).length };
    }
    /** Turns what the HTTP client raises into a {@link TokenServiceError}. */
    async attempt(asked, stage, work) {
        try {
            return await work();
        }
        catch (error) {
            const isKnown = error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk || error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .UnreachableError */ .Jk;
            const facts = { service: this.#options.service, stage, asked, claims: this.claims };
            throw isKnown ? new TokenServiceError(error, facts) : error;
        }
    }
    /** One token is enough for all owners of a step. */
    async #currentOidcToken(asked) {
        const now = (0,_time__WEBPACK_IMPORTED_MODULE_1__/* .monotonicTime */ .wI)();
        if (this.#oidcToken === undefined || now - this.#oidcToken.requestedAt > MAX_USE_MS) {
            this.#oidcToken = { text: this.#requestOidcToken(asked), requestedAt: now };
        }
        return this.#oidcToken.text;
    }
    async #requestOidcToken(asked) {
        const { http, service, mask } = this.#options;
        const token = await this.attempt(asked, 'oidc', () => (0,_oidc_request__WEBPACK_IMPORTED_MODULE_6__/* .requestOidcToken */ .I)(http, service.oidc));
        mask(token);
        this.claims = (0,_oidc_claims__WEBPACK_IMPORTED_MODULE_7__/* .readClaims */ .I)(token);
        return token;
    }
}
/**
 * What a token service says of a failure: as gRPC gateways write it, or as OAuth does (RFC 6749, section
 * 5.2). Empty if it says nothing.
 */
function tokenServiceMessage({ message, body }) {
    if (message !== '')
        return message;
    const description = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .messageField */ .iO)(body, 'error_description');
    return description === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .messageField */ .iO)(body, 'error') : description;
}


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TokenServiceSource: () => (/* binding */ TokenServiceSource),
/* harmony export */   s: () => (/* binding */ ReachError)
/* harmony export */ });
/* harmony import */ var _config_names__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6234);
/* harmony import */ var _config_targets__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5237);
/* harmony import */ var _config_token_service__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6793);
/* harmony import */ var _github_api__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8943);
/* harmony import */ var _github_new_token__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7937);
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8549);
/* harmony import */ var _token_service_client__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3273);







/** The token of a service reaches more than it was asked for, or nothing of it. */
class ReachError extends Error {
    name = 'ReachError';
    service;
    asked;
    reached;
    constructor(service, asked, reached) {
        super('the token reaches something else than was asked for');
        this.service = service;
        this.asked = asked;
        this.reached = reached;
    }
}
/** GitHub's installation tokens begin with this, also those of Enterprise Server. */
const INSTALLATION_TOKEN = 'ghs_';
/** What is known of a token before GitHub is asked: nothing. */
const UNKNOWN_GRANT = {
    permissions: undefined,
    repositorySelection: undefined,
    repositories: undefined,
    repositoryIds: []
};
/** Gets tokens from a service that holds the App's key, and asks GitHub what they reach. */
class TokenServiceSource {
    name;
    app = undefined;
    #service;
    #client;
    #github;
    #cancelled;
    constructor(service, { github, cancelled, mask }) {
        this.name = (0,_config_token_service__WEBPACK_IMPORTED_MODULE_1__/* .tokenServiceCredentialName */ .J)(service);
        this.#service = service;
        this.#client = new _token_service_client__WEBPACK_IMPORTED_MODULE_5__/* .TokenServiceClient */ .cg({ service, http: github.http, mask });
        this.#github = github;
        this.#cancelled = cancelled;
    }
    /**
     * Raises what {@link TokenSource.create} raises. The causes: `TokenServiceError`, and
     * {@link ReachError} if the token reaches more than was asked for.
     */
    async create(request, save) {
        const asked = scopeOfRequest(request);
        const { token, lost } = await this.#client.exchange(asked);
        const isForeign = !token.startsWith(INSTALLATION_TOKEN);
        const issued = { token, expiresAt: '', grant: UNKNOWN_GRANT, lost, isForeign };
        await save(issued, request);
        if (this.#cancelled.aborted)
            throw new _http_errors__WEBPACK_IMPORTED_MODULE_4__/* .InterruptedError */ .p4();
        const common = { ...issued, request, installation: undefined, scope: {} };
        // GitHub would not say what such a token reaches, and a token of another service is not its business.
        if (isForeign)
            return { ...common, owner: asked.owner };
        const reached = await this.#client.attempt(asked, 'reach', () => (0,_github_new_token__WEBPACK_IMPORTED_MODULE_3__/* .retryUntilKnown */ ._)(() => (0,_github_api__WEBPACK_IMPORTED_MODULE_2__/* .findReach */ .Vg)(this.#github, token), this.#github.http));
        if (!isWithin(asked, reached))
            throw new ReachError(this.#service, asked, reached);
        const [owner = asked.owner] = reached.owners;
        return { ...common, grant: reached.grant, owner };
    }
}
/** What to ask a service for. Problems with the inputs were found when they were read. */
function scopeOfRequest({ target }) {
    const owner = (0,_config_targets__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(target);
    const [repository] = target.kind === 'repositories' ? target.names : [];
    const scope = repository === undefined ? owner : `${owner}/${repository}`;
    return { scope, owner, repository };
}
/** Whether a token reaches what was asked for, and nothing else. */
function isWithin({ owner, repository }, { grant, count, owners }) {
    if (owners.some((one) => !(0,_config_names__WEBPACK_IMPORTED_MODULE_6__/* .sameName */ .q)(one, owner)))
        return false;
    if (repository === undefined)
        return count > 0;
    const [name = ''] = grant.repositories ?? [];
    return count === 1 && (0,_config_names__WEBPACK_IMPORTED_MODULE_6__/* .sameName */ .q)(name, `${owner}/${repository}`);
}


/***/ })

};
;