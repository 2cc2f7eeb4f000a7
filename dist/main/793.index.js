"use strict";
exports.id = 793;
exports.ids = [793];
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


/***/ })

};
;