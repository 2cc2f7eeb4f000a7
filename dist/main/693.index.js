"use strict";
exports.id = 693;
exports.ids = [693];
exports.modules = {

/***/ 2693:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readAppJwt: () => (/* binding */ readAppJwt)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8301);
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5466);
/* harmony import */ var _secret_text__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1071);
/* harmony import */ var _app_id__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6315);
/* harmony import */ var _private_key_mistakes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7467);
/* harmony import */ var _private_key_secrets__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7777);
/* harmony import */ var _private_key_unwrap__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1937);







/**
 * Reads a JWT of the App: RFC 7519, with what GitHub asks for. Removes quotes, line ends and `Bearer`.
 * If GitHub would refuse the JWT, or could accept it for too long, says why, and shows none of it.
 * Problem: `jwt-unusable`.
 *
 * @param now the runner's time, in milliseconds since 1970
 */
function readAppJwt(text, now) {
    const unwrapped = (0,_private_key_unwrap__WEBPACK_IMPORTED_MODULE_3__/* .unwrap */ .oA)(text);
    const bare = typeof unwrapped.core === 'string' ? withoutScheme(unwrapped.core) : unwrapped.core;
    const found = typeof bare === 'string' ? readBare(bare, unwrapped, now) : looksLike('private-key');
    return {
        secrets: [...new Set([...(0,_private_key_secrets__WEBPACK_IMPORTED_MODULE_2__/* .textsToMask */ .a)(unwrapped), ...pieces(unwrapped, bare)])],
        result: 'mistake' in found ? (0,_parsed__WEBPACK_IMPORTED_MODULE_4__/* .invalid */ .Gq)({ kind: 'jwt-unusable', mistake: found }) : (0,_parsed__WEBPACK_IMPORTED_MODULE_4__/* .valid */ .rZ)(found)
    };
}
/** The text without what an HTTP header has in front of a JWT. */
function withoutScheme(text) {
    const rest = text.replace(/^(?:authorization:\s*)?bearer(?:[\s:]+|$)/i, '');
    const { core } = rest === text ? { core: text } : (0,_private_key_unwrap__WEBPACK_IMPORTED_MODULE_3__/* .unwrap */ .oA)(rest);
    return typeof core === 'string' ? core : rest;
}
/** Shorter parts occur in ordinary text. */
const PIECE = /[\w+/=-]{16,}/g;
function pieces({ texts }, bare) {
    const joined = typeof bare === 'string' ? [(0,_private_key_unwrap__WEBPACK_IMPORTED_MODULE_3__/* .withoutSpace */ .BB)(bare)] : [];
    const parts = [...texts, ...joined].flatMap((text) => text.match(PIECE) ?? []);
    return [...joined.filter(({ length }) => length >= _private_key_secrets__WEBPACK_IMPORTED_MODULE_2__/* .MIN_SECRET_LENGTH */ .v), ...parts.filter(isSecret)];
}
/** Anything but a header: it begins with `{"`, and names the algorithm. */
function isSecret(part) {
    return !(part.startsWith('eyJ') && (0,_json__WEBPACK_IMPORTED_MODULE_5__/* .field */ .ZZ)(jsonObject(part), 'alg') !== undefined);
}
/** No JWT that GitHub accepts is as long, even with the largest RSA key. */
const MAX_LENGTH = 8 * 1024;
function readBare(bare, unwrapped, now) {
    if (bare.length > _private_key_mistakes__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TEXT_LENGTH */ .Gt)
        return { mistake: 'too-long', length: bare.length };
    if (bare === '')
        return { mistake: 'empty' };
    const mistake = notOneJwt(bare, unwrapped);
    if (mistake !== undefined)
        return mistake;
    const [first = ''] = bare.split(/\s+/);
    const joined = (0,_private_key_unwrap__WEBPACK_IMPORTED_MODULE_3__/* .withoutSpace */ .BB)(bare);
    // A JWT that is pasted twice is one JWT.
    const jwt = dotsIn(joined) === 2 ? joined : first;
    return jwt.length > MAX_LENGTH ? { mistake: 'too-long', length: jwt.length } : readJwt(jwt, now);
}
/** Three parts of base64url. The signature can be missing. */
const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** What a text is, if it is not a single text with three parts. */
function notOneJwt(bare, { texts }) {
    // An installation token can contain a JWT, and so have three parts.
    if (/^(?:gh[a-z]_|github_pat_)/.test(bare))
        return looksLike('token');
    const joined = (0,_private_key_unwrap__WEBPACK_IMPORTED_MODULE_3__/* .withoutSpace */ .BB)(bare);
    // Before the looks of other secrets: a random signature can contain any of their beginnings.
    if (SHAPE.test(joined))
        return undefined;
    const words = new Set(bare.split(/\s+/));
    const whole = [...words].filter((word) => SHAPE.test(word));
    if (whole.length === 1 && words.size === 1)
        return undefined;
    if (whole.length > 1)
        return { mistake: 'several', count: whole.length };
    return notAJwt(bare, texts) ?? wrongParts(joined, texts[0]);
}
/** Another secret, or something else that people store by mistake. */
function notAJwt(bare, texts) {
    if (texts.some(_secret_text__WEBPACK_IMPORTED_MODULE_6__/* .holdsKeyWords */ .bl))
        return looksLike('private-key');
    const look = [...texts, bare].map(_private_key_mistakes__WEBPACK_IMPORTED_MODULE_1__/* .lookalikeOf */ .ZR).find((one) => one !== undefined && one !== 'jwt');
    if (look !== undefined)
        return looksLike(look);
    const isKey = !bare.includes('.') && (0,_secret_text__WEBPACK_IMPORTED_MODULE_6__/* .secretKindIn */ .qk)(bare) === 'key';
    return isKey ? looksLike('private-key') : undefined;
}
/** @param given the text as it came */
function wrongParts(joined, given) {
    const dots = dotsIn(joined);
    if (dots === 2)
        return undefined;
    // Any word is base64 of something. If that has no dots, the word was meant as it is.
    const { length } = dots === 0 ? given : joined;
    return { mistake: 'not-three-parts', parts: dots + 1, length };
}
function dotsIn(text) {
    return text.split('.').length - 1;
}
function looksLike(lookalike) {
    return { mistake: 'not-a-jwt', looksLike: lookalike };
}
function readJwt(jwt, now) {
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const [head, claims] = [jsonObject(header), jsonObject(payload)];
    if (claims !== undefined && isOidcToken(claims))
        return looksLike('oidc-token');
    if (/[^\w+/=.-]/.test(jwt))
        return { mistake: 'stray-character' };
    if (head === undefined)
        return { mistake: 'unreadable', part: 'header' };
    // Node reads both alphabets, GitHub only that of base64url.
    if (/[+/=]/.test(jwt))
        return { mistake: 'base64' };
    if (claims === undefined)
        return { mistake: 'unreadable', part: 'payload' };
    return mistakeInSignature(head, signature) ?? readClaims(jwt, claims, now);
}
/** If a name occurs twice, the last one counts, as RFC 7519, section 4, allows. */
function jsonObject(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        return isObject ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** https://docs.github.com/en/actions/reference/security/oidc */
function isOidcToken(claims) {
    const issuer = (0,_json__WEBPACK_IMPORTED_MODULE_5__/* .textField */ .M8)(claims, 'iss');
    return (/^https:\/\/(?:token\.actions\.|[^/]+\/_services\/token)/.test(issuer) ||
        (issuer.startsWith('https:') && (0,_json__WEBPACK_IMPORTED_MODULE_5__/* .textField */ .M8)(claims, 'job_workflow_ref') !== ''));
}
/** GitHub's keys have 2048 bits, and the signature has as many. */
const MIN_SIGNATURE_BYTES = 256;
function mistakeInSignature(header, signature) {
    const algorithm = (0,_json__WEBPACK_IMPORTED_MODULE_5__/* .field */ .ZZ)(header, 'alg');
    if (algorithm !== 'RS256') {
        const isName = typeof algorithm === 'string' && /^[A-Za-z0-9-]{1,16}$/.test(algorithm);
        return { mistake: 'algorithm', algorithm: isName ? algorithm : undefined };
    }
    const bytes = Buffer.from(signature, 'base64url').length;
    return bytes < MIN_SIGNATURE_BYTES ? { mistake: 'signature-short', bytes } : undefined;
}
function readClaims(jwt, claims, now) {
    const issuer = readIssuer((0,_json__WEBPACK_IMPORTED_MODULE_5__/* .field */ .ZZ)(claims, 'iss'));
    if (typeof issuer !== 'string')
        return issuer;
    const issuedAt = readTime(claims, 'iat');
    if (typeof issuedAt !== 'number')
        return issuedAt;
    const expires = readTime(claims, 'exp');
    if (typeof expires !== 'number')
        return expires;
    const mistake = mistakeInTimes(issuedAt, expires, Math.floor(now / 1000));
    return mistake ?? { kind: 'jwt', jwt, issuer, issuedAt, expires };
}
/** Many libraries write the numeric id as a number. GitHub accepts both. */
function readIssuer(value) {
    if (value === undefined || value === '')
        return { mistake: 'claim-missing', claim: 'iss' };
    const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
    const text = isNumber ? String(value) : value;
    if (typeof text !== 'string')
        return { mistake: 'issuer-type' };
    return (0,_app_id__WEBPACK_IMPORTED_MODULE_0__/* .isAppId */ .tq)(text) ? text : { mistake: 'issuer', found: (0,_app_id__WEBPACK_IMPORTED_MODULE_0__/* .notAnAppId */ .P7)(text) };
}
/** The year 5138. A larger time must be in milliseconds. */
const MAX_PLAUSIBLE_SECONDS = 100_000_000_000;
function readTime(claims, claim) {
    const value = (0,_json__WEBPACK_IMPORTED_MODULE_5__/* .field */ .ZZ)(claims, claim);
    if (value === undefined)
        return { mistake: 'claim-missing', claim };
    if (typeof value !== 'number')
        return { mistake: 'not-a-number', claim };
    if (Math.abs(value) >= MAX_PLAUSIBLE_SECONDS)
        return { mistake: 'milliseconds', claim };
    return Number.isInteger(value) ? value : { mistake: 'not-whole', claim };
}
/** GitHub accepts an `exp` that is at most ten minutes ahead. */
const MAX_LIFE_SECONDS = 600;
/** GitHub advises to set `iat` one minute back. */
const BACKDATED_SECONDS = 60;
/** How far the clocks of two machines may differ. */
const MAX_SKEW_SECONDS = 60;
/** With less time left, the requests of an ordinary step do not fit. */
const MIN_LEFT_SECONDS = 30;
/**
 * A JWT that becomes valid later, or lives for longer, can be used by a thief later. So it is refused
 * here, although GitHub would refuse it, too.
 */
function mistakeInTimes(issuedAt, expires, now) {
    const times = { issuedAt, expires, now };
    if (issuedAt > now + MAX_SKEW_SECONDS)
        return { mistake: 'not-yet-valid', times };
    if (expires <= now)
        return { mistake: 'expired', times };
    const isLong = expires - now > MAX_LIFE_SECONDS + MAX_SKEW_SECONDS ||
        expires - issuedAt > MAX_LIFE_SECONDS + BACKDATED_SECONDS + MAX_SKEW_SECONDS;
    if (isLong)
        return { mistake: 'lives-too-long', times };
    return expires - now < MIN_LEFT_SECONDS ? { mistake: 'ends-soon', times } : undefined;
}


/***/ })

};
;