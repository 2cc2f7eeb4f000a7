"use strict";
exports.id = 92;
exports.ids = [92];
exports.modules = {

/***/ 92:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openServiceSigner: () => (/* binding */ openServiceSigner)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/problem.ts
var src_problem = __webpack_require__(4008);
;// CONCATENATED MODULE: ./src/signers/key-service/key-service.ts


const HEADER = { alg: 'RS256', typ: 'JWT' };
/** The lengths of the signatures of RSA keys with 2048, 3072 and 4096 bits, in bytes. */
const SIGNATURE_LENGTHS = [256, 384, 512];
/** Signs the App's JWT (RFC 7515) in a key service. */
function serviceSigner(key, service) {
    let version;
    return {
        expires: undefined,
        jwt: async (claims) => {
            const text = `${encode(HEADER)}.${encode(claims)}`;
            const signature = await service.sign(text);
            const { length } = signature.bytes;
            if (!SIGNATURE_LENGTHS.includes(length))
                throw unusable(key, { is: 'length', bytes: length });
            version = signature.version;
            return `${text}.${signature.bytes.toString('base64url')}`;
        },
        lookUpKey: async () => ({
            version,
            fingerprint: await service.publicKey().then(fingerprint, () => undefined)
        })
    };
}
/** The error for a signature that GitHub would refuse. */
function unusable({ kind }, found) {
    const problem = { kind: 'signature-unusable', service: kind, found };
    return new src_problem/* ProblemError */.M([problem], { nothingSent: false });
}
function encode(value) {
    return Buffer.from(JSON.stringify(value)).toString('base64url');
}
/** As GitHub shows it in the App's settings. Undefined if the text is no public key. */
function fingerprint(pem) {
    try {
        const der = (0,external_node_crypto_.createPublicKey)(pem).export({ type: 'spki', format: 'der' });
        return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(der).digest('base64')}`;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/signers/key-service/service-client.ts
var service_client = __webpack_require__(4220);
// EXTERNAL MODULE: ./src/signers/key-service/vault.ts + 2 modules
var vault = __webpack_require__(9666);
;// CONCATENATED MODULE: ./src/signers/key-service/open.ts



/** Opens the signer for a key in a key service. Sends nothing. */
function openServiceSigner(key, { http, mask }) {
    return serviceSigner(key, openService(key, new service_client/* ServiceClient */.N({ key, http, mask })));
}
function openService(key, client) {
    switch (key.kind) {
        case 'vault':
            return (0,vault/* vaultService */.u)(key, client);
    }
}


/***/ }),

/***/ 4220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ ServiceClient),
/* harmony export */   j: () => (/* binding */ KeyServiceError)
/* harmony export */ });
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8549);

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
/** Calls a key service, and the services that log in to it. */
class ServiceClient {
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
        const { key, http } = this.#options;
        const { stage, method, url, headers = {}, body, secrets = [], answers, read } = call;
        let value;
        try {
            await http.send({
                method,
                url,
                headers: { accept: 'application/json', ...headers },
                body,
                authorize: () => {
                    const authorization = call.authorize?.() ?? { headers: {}, secrets: [] };
                    return { ...authorization, secrets: [...authorization.secrets, ...secrets] };
                },
                effect: 'none',
                // A request to a key service could be used elsewhere: it goes only where the workflow says.
                followsRedirects: false,
                service: answers,
                isUsable: (reply) => {
                    const isSuccess = reply.status >= 200 && reply.status < 300;
                    value = isSuccess ? read(reply) : undefined;
                    return value !== undefined;
                }
            });
        }
        catch (error) {
            const isKnown = error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk || error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .UnreachableError */ .Jk;
            throw isKnown ? new KeyServiceError(error, { key, stage, claims: this.claims }) : error;
        }
        return value;
    }
}


/***/ }),

/***/ 9666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ vaultError),
  u: () => (/* binding */ vaultService)
});

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/http/authorization.ts
var authorization = __webpack_require__(4073);
;// CONCATENATED MODULE: ./src/signers/key-service/oidc-claims.ts

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
    const payload = parse(token.split('.')[1] ?? '');
    const found = NAMES.map((name) => [name, (0,json/* textField */.M8)(payload, name)]);
    return new Map(found.filter(([, value]) => value !== ''));
}
function parse(part) {
    try {
        return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/signers/key-service/oidc.ts



/** A JSON web token. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/**
 * Gets the job's OIDC token from the runner's GitHub, and hides it in the log. Raises what
 * `ServiceClient.call` raises. https://docs.github.com/en/actions/reference/security/oidc
 */
async function requestOidcToken(client, { url, token, audience }) {
    const address = new URL(url);
    if (audience !== '')
        address.searchParams.set('audience', audience);
    const idToken = await client.call({
        stage: 'oidc',
        method: 'GET',
        url: address.href,
        authorize: () => (0,authorization/* bearerAuthorization */.D)(token),
        answers: { codeOf: ({ message }) => message, isTemporary: ({ status }) => status === 429 },
        read: ({ body }) => {
            const value = (0,json/* textField */.M8)(body, 'value');
            return JWT.test(value) ? value : undefined;
        }
    });
    client.mask(idToken);
    client.claims = readClaims(idToken);
    return idToken;
}

;// CONCATENATED MODULE: ./src/signers/key-service/vault.ts


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
    const jwt = await requestOidcToken(client, login.oidc);
    const token = await client.call({
        ...request(key),
        stage: 'login',
        method: 'POST',
        url: address(key, `auth/${login.path}/login`),
        body: vault_json({ role: login.role, jwt }),
        secrets: [jwt],
        read: ({ body }) => {
            const auth = (0,json/* field */.ZZ)(body, 'auth');
            const value = (0,json/* textField */.M8)(auth, 'client_token');
            const isRevocable = (0,json/* textField */.M8)(auth, 'token_type') === 'service';
            return /^[\x21-\x7e]+$/.test(value) ? { value, isRevocable } : undefined;
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
        body: vault_json({
            input: Buffer.from(text).toString('base64'),
            // Without it, Vault signs with PSS, which no JWT with RS256 has.
            signature_algorithm: 'pkcs1v15',
            marshaling_algorithm: 'jws'
        }),
        read: ({ body }) => {
            const answer = (0,json/* textField */.M8)((0,json/* field */.ZZ)(body, 'data'), 'signature');
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
            const data = (0,json/* field */.ZZ)(body, 'data');
            const latest = (0,json/* field */.ZZ)((0,json/* field */.ZZ)(data, 'keys'), String((0,json/* field */.ZZ)(data, 'latest_version')));
            const pem = (0,json/* textField */.M8)(latest, 'public_key');
            return pem === '' ? undefined : pem;
        }
    });
}
/** The token of this step would end by itself, so a failure here is no failure of the step. */
async function logOut(key, client, token) {
    const call = {
        ...request(key, token),
        stage: 'logout',
        method: 'POST',
        url: address(key, 'auth/token/revoke-self'),
        read: () => true
    };
    await client.call(call).catch(() => undefined);
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
        answers: ANSWERS
    };
}
const ANSWERS = {
    codeOf: vaultError,
    // 412: a server of the cluster is not up to date yet.
    isTemporary: ({ status }) => status === 412 || status === 429
};
/** What Vault says of a failure: it has no codes, only texts. Empty if it says nothing. */
function vaultError({ body }) {
    const texts = (0,json/* listField */.FZ)(body, 'errors').filter((one) => typeof one === 'string');
    return texts.join('; ').trim();
}
function address({ address: server }, path) {
    return `${server}/v1/${path}`;
}
function vault_json(value) {
    return { contentType: 'application/json', text: JSON.stringify(value) };
}


/***/ })

};
;