"use strict";
exports.id = 458;
exports.ids = [458];
exports.modules = {

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

/***/ 1694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   QH: () => (/* binding */ isIssuerUnreachable),
/* harmony export */   Xg: () => (/* binding */ isClockRefusal),
/* harmony export */   c6: () => (/* binding */ AWS_REFUSALS),
/* harmony export */   es: () => (/* binding */ awsError),
/* harmony export */   xK: () => (/* binding */ xmlText)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Reads a refusal of KMS, which is JSON, or of STS, which is XML. */
function awsError({ body, text }) {
    if (body === undefined)
        return { code: xmlText(text, 'Code'), message: (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .messageText */ .Lo)(xmlText(text, 'Message')) };
    const message = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .messageField */ .iO)(body, 'message');
    return {
        // A name can have a namespace in front.
        code: (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(body, '__type').replace(/^.*#/s, ''),
        message: message === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .messageField */ .iO)(body, 'Message') : message
    };
}
/** The text of the first element with this name; empty if there is none. */
function xmlText(xml, name) {
    const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
    const entities = [
        ['&lt;', '<'],
        ['&gt;', '>'],
        ['&quot;', '"'],
        ['&apos;', "'"],
        // Last, so that what it makes is not read again.
        ['&amp;', '&']
    ];
    return entities.reduce((rest, [entity, is]) => rest.replaceAll(entity, is), text).trim();
}
/** Whether AWS asks to send fewer requests. */
function isThrottled({ code }) {
    return /^(?:Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded)$/.test(code);
}
/** Whether STS could not get the keys of GitHub's OIDC service. It often works a moment later. */
function isIssuerUnreachable({ code, message }) {
    return code === 'IDPCommunicationError' || /retrieve verification key/i.test(message);
}
/** Whether AWS refused the time in a signature. */
function isClockRefusal({ message }) {
    return /signature (?:expired|not yet current)/i.test(message);
}
/** How to read the answers of STS and KMS. */
const AWS_REFUSALS = {
    codeOf: (reply) => awsError(reply).code,
    isTemporary: (reply) => {
        const error = awsError(reply);
        return reply.status === 429 || isThrottled(error) || isIssuerUnreachable(error);
    }
};


/***/ }),

/***/ 5698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ azureService),
/* harmony export */   u: () => (/* binding */ azureFailure)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _key_service__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4464);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1394);





/**
 * Signs in Azure Key Vault or a Managed HSM:
 * https://learn.microsoft.com/en-us/rest/api/keyvault/keys/sign/sign
 */
function azureService(key, client) {
    return {
        sign: async (text) => sign(key, client, await logIn(key, client), text),
        publicKey: async () => ({ pem: await publicKey(key, client, await logIn(key, client)) })
    };
}
/**
 * Exchanges the job's OIDC token for an access token, which ends by itself:
 * https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow#third-case-access-token-request-with-a-federated-credential
 */
async function logIn({ login }, client) {
    const jwt = await client.oidcToken(login.oidc);
    const token = await client.call({
        stage: 'login',
        method: 'POST',
        url: `${login.address}/${login.tenant}/oauth2/v2.0/token`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .formBody */ .bQ)({
            client_id: login.clientId,
            client_assertion: jwt,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            grant_type: 'client_credentials',
            scope: login.scope
        }),
        secrets: [jwt],
        refusals: REFUSALS,
        read: ({ body }) => (0,_key_service_client__WEBPACK_IMPORTED_MODULE_2__/* .credentialField */ .W6)(body, 'access_token')
    });
    client.mask(token);
    return token;
}
async function sign(key, client, token, text) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64url');
    const { used, bytes } = await client.call({
        stage: 'signature',
        method: 'POST',
        url: address(key, '/sign'),
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .jsonBody */ .J9)({ alg: 'RS256', value: digest }),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const value = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(body, 'value');
            const used = keyAndVersion((0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(body, 'kid'));
            return used === undefined || !/^[\w-]+$/.test(value)
                ? undefined
                : { used, bytes: Buffer.from(value, 'base64url') };
        }
    });
    const asked = `${key.name}/${key.version}`;
    if (used.toLowerCase() !== asked.toLowerCase())
        throw (0,_key_service__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._)(key, { is: 'other-key', asked, used });
    return { bytes };
}
/** `KEY/VERSION` of the address with which Azure names a key; undefined if it is no such address. */
function keyAndVersion(kid) {
    return /^https?:\/\/[^/]+\/keys\/([a-z0-9-]+\/[a-z0-9]+)$/i.exec(kid)?.[1];
}
/** Needs a right that signing does not need, so this is often refused. */
async function publicKey(key, client, token) {
    return client.call({
        stage: 'public-key',
        method: 'GET',
        url: address(key, ''),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const found = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(body, 'key');
            return rsaPublicKey((0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(found, 'n'), (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(found, 'e'));
        }
    });
}
/** The PEM of an RSA key with this modulus and exponent; undefined if there is no such key. */
function rsaPublicKey(n, e) {
    // OpenSSL makes a key of nothing, too.
    if (Buffer.from(n, 'base64url').length < MIN_MODULUS_LENGTH || e === '')
        return undefined;
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: { kty: 'RSA', n, e }, format: 'jwk' });
    return key.export({ type: 'spki', format: 'pem' }).toString();
}
/** Of the smallest RSA keys that Azure makes (2048 bits), in bytes. */
const MIN_MODULUS_LENGTH = 256;
function address({ address: vault, name, version }, path) {
    return `${vault}/keys/${name}/${version}${path}?api-version=7.4`;
}
const REFUSALS = {
    codeOf: (reply) => azureFailure(reply).code,
    isTemporary: ({ status }) => status === 429
};
/**
 * Reads a failure of Microsoft Entra ID or of Key Vault:
 * https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
 * https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes
 */
function azureFailure({ body }) {
    const error = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(body, 'error');
    const description = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .messageField */ .iO)(body, 'error_description');
    const message = description === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .messageField */ .iO)(error, 'message') : description;
    const codes = [
        /^(?:AADSTS|AKV)\d{1,9}\b/.exec(message)?.[0],
        (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)((0,_json__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(error, 'innererror'), 'code'),
        (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(error, 'code'),
        error
    ];
    const code = codes.find((one) => typeof one === 'string' && /^[\w.-]{1,80}$/.test(one));
    const [line = ''] = message.split(/[\r\n]| Trace ID: /);
    return { code: typeof code === 'string' ? code : '', message: line.trim() };
}


/***/ }),

/***/ 5906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ googleError),
/* harmony export */   R: () => (/* binding */ googleService)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8976);
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _key_service__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4464);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1394);







/**
 * Signs in Google Cloud KMS:
 * https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys.cryptoKeyVersions/asymmetricSign
 */
function googleService(key, client) {
    return {
        sign: async (text) => sign(key, client, await logIn(key, client), text),
        publicKey: async () => publicKey(key, client, await logIn(key, client))
    };
}
const SCOPES = 'https://www.googleapis.com/auth';
/** Returns an access token, of the workload itself or of the service account. */
async function logIn(key, client) {
    const token = await exchange(key, client);
    return key.login.serviceAccount === '' ? token : impersonate(key, client, token);
}
/** Exchanges the job's OIDC token: https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
async function exchange(key, client) {
    const { provider, serviceAccount, oidc } = key.login;
    const subjectToken = await client.oidcToken(oidc);
    const token = await client.call({
        stage: 'login',
        method: 'POST',
        url: `${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleAddress */ .Us)(key, 'sts')}/v1/token`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .jsonBody */ .J9)({
            grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
            audience: `//iam.googleapis.com/${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleProviderPath */ .Ws)(provider)}`,
            // The least that works: to act as a service account needs this scope.
            scope: `${SCOPES}/${serviceAccount === '' ? 'cloudkms' : 'cloud-platform'}`,
            requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
            subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
            subjectToken
        }),
        secrets: [subjectToken],
        refusals: REFUSALS,
        read: ({ body }) => (0,_key_service_client__WEBPACK_IMPORTED_MODULE_3__/* .credentialField */ .W6)(body, 'access_token')
    });
    client.mask(token);
    return token;
}
/**
 * Gets an access token of the service account, for five minutes and for Cloud KMS only:
 * https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
 */
async function impersonate(key, client, federated) {
    const token = await client.call({
        stage: 'impersonation',
        method: 'POST',
        url: `${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleAddress */ .Us)(key, 'iamcredentials')}/v1/projects/-/serviceAccounts/${key.login.serviceAccount}:generateAccessToken`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .jsonBody */ .J9)({ scope: [`${SCOPES}/cloudkms`], lifetime: '300s' }),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .bearerAuthorization */ .Dv)(federated),
        refusals: REFUSALS,
        read: ({ body }) => (0,_key_service_client__WEBPACK_IMPORTED_MODULE_3__/* .credentialField */ .W6)(body, 'accessToken')
    });
    client.mask(token);
    return token;
}
async function sign(key, client, token, text) {
    const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64');
    const { bytes, name } = await client.call({
        stage: 'signature',
        method: 'POST',
        url: `${keyAddress(key)}:asymmetricSign`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .jsonBody */ .J9)({ digest: { sha256 } }),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const signature = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'signature');
            const isBase64 = /^[A-Za-z\d+/]+={0,2}$/.test(signature);
            const signer = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'name');
            return isBase64 && signer !== ''
                ? { bytes: Buffer.from(signature, 'base64'), name: signer }
                : undefined;
        }
    });
    const asked = withoutProject((0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleKeyPath */ .q3)(key));
    const used = withoutProject(name);
    if (used !== asked)
        throw (0,_key_service__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._)(key, { is: 'other-key', asked, used: (0,_printable__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(used) });
    return { bytes };
}
/** The answer may have the project's id where the URI has its number. */
function withoutProject(name) {
    return name.replace(/^projects\/[^/]+\//, '');
}
/** What signs a JWT with RS256. */
const SUITABLE = /^RSA_SIGN_PKCS1_\d+_SHA256$/;
/** The public half of the key version. Google says with it for which algorithm the version is. */
async function publicKey(key, client, token) {
    return client.call({
        stage: 'public-key',
        method: 'GET',
        url: `${keyAddress(key)}/publicKey`,
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const pem = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'pem');
            const algorithm = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'algorithm');
            const isOther = algorithm !== '' && !SUITABLE.test(algorithm);
            return isOther ? { pem, otherAlgorithm: algorithm } : { pem };
        }
    });
}
function keyAddress(key) {
    return `${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleAddress */ .Us)(key, 'cloudkms')}/v1/${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleKeyPath */ .q3)(key)}`;
}
const REFUSALS = {
    codeOf: (reply) => {
        const { code, reason } = googleError(reply);
        return `${code} ${reason}`.trim();
    },
    isTemporary: ({ status }) => status === 429
};
/**
 * Reads an error of Google's APIs (https://cloud.google.com/apis/design/errors), or of its Security
 * Token Service (RFC 6749, 5.2).
 */
function googleError({ body }) {
    const error = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .field */ .ZZ)(body, 'error');
    if (typeof error === 'string') {
        const message = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .messageField */ .iO)(body, 'error_description');
        return { code: error, reason: '', consumer: '', message };
    }
    const info = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .listField */ .FZ)(error, 'details').find((detail) => (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(detail, 'reason') !== '');
    return {
        code: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(error, 'status'),
        reason: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(info, 'reason'),
        consumer: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)((0,_json__WEBPACK_IMPORTED_MODULE_6__/* .field */ .ZZ)(info, 'metadata'), 'consumer'),
        message: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .messageField */ .iO)(error, 'message')
    };
}


/***/ }),

/***/ 1394:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W6: () => (/* binding */ credentialField),
/* harmony export */   _Y: () => (/* binding */ KeyServiceClient),
/* harmony export */   j2: () => (/* binding */ KeyServiceError),
/* harmony export */   uo: () => (/* binding */ isCredential)
/* harmony export */ });
/* harmony import */ var _http_call_service__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7252);
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8549);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _oidc_claims__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2704);
/* harmony import */ var _oidc_request__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1308);





/** The work with a key service failed. The cause is what the HTTP client raised. */
class KeyServiceError extends Error {
    name = 'KeyServiceError';
    cause;
    key;
    stage;
    /** The claims of the job's OIDC token, if it was sent. */
    claims;
    constructor(cause, facts) {
        super(`${facts.stage}: ${cause.message}`);
        this.cause = cause;
        this.key = facts.key;
        this.stage = facts.stage;
        this.claims = facts.claims;
    }
}
/** What a login gives. A shorter text would hide ordinary words of the log when it is masked. */
function isCredential(text) {
    return /^[\x21-\x7e]{16,}$/.test(text);
}
/** A field that can be a credential; undefined if it cannot. */
function credentialField(value, name) {
    const text = (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(value, name);
    return isCredential(text) ? text : undefined;
}
/** Calls a key service, and the services that log in to it. */
class KeyServiceClient {
    #options;
    /** Set when the job's OIDC token is there. */
    claims;
    constructor(options) {
        this.#options = options;
    }
    /** Hides a secret in the log. Call it before the secret is used. */
    mask(secret) {
        this.#options.mask(secret);
    }
    /** Sends a call until its answer can be read. Raises {@link KeyServiceError}, and `InterruptedError`. */
    async call(call) {
        // The end of a login is sent in any case, also after the job is cancelled.
        const effect = call.stage === 'logout' ? 'revokes-token' : 'none';
        const { value } = await this.#attempt(call.stage, () => (0,_http_call_service__WEBPACK_IMPORTED_MODULE_2__/* .callService */ .c)(this.#options.http, { ...call, effect }));
        return value;
    }
    /**
     * Gets the job's OIDC token, and hides it in the log. Raises {@link KeyServiceError}, and
     * `InterruptedError`.
     */
    async oidcToken(oidc) {
        const token = await this.#attempt('oidc', () => (0,_oidc_request__WEBPACK_IMPORTED_MODULE_3__/* .requestOidcToken */ .I)(this.#options.http, oidc));
        this.mask(token);
        this.claims = (0,_oidc_claims__WEBPACK_IMPORTED_MODULE_4__/* .readClaims */ .I)(token);
        return token;
    }
    async #attempt(stage, work) {
        try {
            return await work();
        }
        catch (error) {
            const isKnown = error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk || error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .UnreachableError */ .Jk;
            const facts = { key: this.#options.key, stage, claims: this.claims };
            throw isKnown ? new KeyServiceError(error, facts) : error;
        }
    }
}


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ unusable),
/* harmony export */   j: () => (/* binding */ keyServiceSigner)
/* harmony export */ });
/* harmony import */ var _config_private_key_fingerprint__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9132);
/* harmony import */ var _problems_problem__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6147);


const HEADER = { alg: 'RS256', typ: 'JWT' };
/** The lengths of the signatures of RSA keys with 2048, 3072 and 4096 bits, in bytes. */
const SIGNATURE_LENGTHS = [256, 384, 512];
/** Signs the App's JWT (RFC 7515) in a key service. */
function keyServiceSigner(key, service) {
    let version;
    return {
        expiresMs: undefined,
        clockSkew: () => service.clockSkew?.(),
        jwt: async (claims) => {
            const text = `${encode(HEADER)}.${encode(claims)}`;
            const signature = await service.sign(text);
            const { length } = signature.bytes;
            if (!SIGNATURE_LENGTHS.includes(length))
                throw unusable(key, { is: 'length', bytes: length });
            version = signature.version;
            return `${text}.${signature.bytes.toString('base64url')}`;
        },
        lookUpKey: async () => {
            const found = await service.publicKey().catch(() => undefined);
            return {
                version,
                fingerprint: found && fingerprint(found.pem),
                otherAlgorithm: found?.otherAlgorithm
            };
        }
    };
}
/** The error for a signature that GitHub would refuse. */
function unusable({ service }, found) {
    const problem = { kind: 'signature-unusable', service, found };
    return new _problems_problem__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .M([problem], { nothingSent: false });
}
function encode(value) {
    return Buffer.from(JSON.stringify(value)).toString('base64url');
}
/** As GitHub shows it in the App's settings. Undefined if the text is no public key. */
function fingerprint(pem) {
    try {
        return (0,_config_private_key_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .a)(pem);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ vaultError),
/* harmony export */   u: () => (/* binding */ vaultService)
/* harmony export */ });
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1968);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1394);




/**
 * Signs in the transit engine of Vault or OpenBao:
 * https://developer.hashicorp.com/vault/api-docs/secret/transit#sign-data
 */
function vaultService(key, client) {
    return {
        sign: (text) => withToken(key, client, (token) => sign(key, client, token, text)),
        publicKey: () => withToken(key, client, (token) => publicKey(key, client, token))
    };
}
/** Logs in, works, and revokes the token if the login made one that lives on. */
async function withToken(key, client, work) {
    const token = await logIn(key, client);
    try {
        return await work(token.value);
    }
    finally {
        if (token.isRevocable)
            await logOut(key, client, token.value);
    }
}
async function logIn(key, client) {
    const { login } = key;
    if (login.kind === 'token')
        return { value: login.token, isRevocable: false };
    const jwt = await client.oidcToken(login.oidc);
    const token = await client.call({
        ...request(key),
        stage: 'login',
        method: 'POST',
        url: address(key, `auth/${login.path}/login`),
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_2__/* .jsonBody */ .J9)({ role: login.role, jwt }),
        secrets: [jwt],
        read: ({ body }) => {
            const auth = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(body, 'auth');
            const value = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(auth, 'client_token');
            const isRevocable = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(auth, 'token_type') === 'service';
            return (0,_key_service_client__WEBPACK_IMPORTED_MODULE_1__/* .isCredential */ .uo)(value) ? { value, isRevocable } : undefined;
        }
    });
    client.mask(token.value);
    return token;
}
async function sign(key, client, token, text) {
    return client.call({
        ...request(key, token),
        stage: 'signature',
        method: 'POST',
        url: address(key, `${key.mount}/sign/${key.name}/sha2-256`),
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_2__/* .jsonBody */ .J9)({
            input: Buffer.from(text).toString('base64'),
            // Without it, Vault signs with PSS, which no JWT with RS256 has.
            signature_algorithm: 'pkcs1v15',
            marshaling_algorithm: 'jws'
        }),
        read: ({ body }) => {
            const answer = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)((0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(body, 'data'), 'signature');
            const { version, signature } = /^vault:v(?<version>\d{1,9}):(?<signature>[\w-]+)$/.exec(answer)?.groups ?? {};
            return signature === undefined
                ? undefined
                : { bytes: Buffer.from(signature, 'base64url'), version };
        }
    });
}
/** The public half of the newest version, because Vault signs with it. */
async function publicKey(key, client, token) {
    return client.call({
        ...request(key, token),
        stage: 'public-key',
        method: 'GET',
        url: address(key, `${key.mount}/keys/${key.name}`),
        read: ({ body }) => {
            const data = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(body, 'data');
            const latest = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(data, 'keys'), String((0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(data, 'latest_version')));
            return { pem: (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(latest, 'public_key') };
        }
    });
}
/** How long the step waits for the end of its login, in milliseconds. */
const LOGOUT_TIMEOUT_MS = 3_000;
/**
 * The token of this step would end by itself, so a failure here is no failure of the step, and must not
 * take the time that the step needs for GitHub.
 */
async function logOut(key, client, token) {
    const call = {
        ...request(key, token),
        stage: 'logout',
        method: 'POST',
        url: address(key, 'auth/token/revoke-self'),
        read: () => true
    };
    await Promise.race([client.call(call).catch(() => undefined), (0,_time__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(LOGOUT_TIMEOUT_MS)]);
}
function request({ namespace }, token) {
    return {
        headers: {
            'x-vault-request': 'true',
            ...(namespace === '' ? {} : { 'x-vault-namespace': namespace })
        },
        authorize: () => token === undefined
            ? { headers: {}, secrets: [] }
            : { headers: { 'x-vault-token': token }, secrets: [token] },
        refusals: REFUSALS
    };
}
const REFUSALS = {
    codeOf: vaultError,
    // 412: a server of the cluster is not up to date yet.
    isTemporary: ({ status }) => status === 412 || status === 429
};
/** What Vault says of a failure: it has no codes, only texts. Empty if it says nothing. */
function vaultError({ body }) {
    const texts = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .listField */ .FZ)(body, 'errors').filter((one) => typeof one === 'string');
    return (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .messageText */ .Lo)(texts.join('; ').trim());
}
function address({ address: server }, path) {
    return `${server}/v1/${path}`;
}


/***/ })

};
;