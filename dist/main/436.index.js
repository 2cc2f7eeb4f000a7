"use strict";
exports.id = 436;
exports.ids = [436];
exports.modules = {

/***/ 8436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readServiceKey: () => (/* binding */ readServiceKey),
  secretsOfLogin: () => (/* binding */ secretsOfLogin)
});

// EXTERNAL MODULE: ./src/parsed.ts
var parsed = __webpack_require__(5466);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/config/api-url.ts
var api_url = __webpack_require__(9898);
;// CONCATENATED MODULE: ./src/config/key-service/oidc.ts



/** Audiences consist of visible characters: services compare them byte by byte. */
const AUDIENCE = /^[\x21-\x7e]{1,1000}$/;
/**
 * Reads how to get the job's OIDC token. Problems: `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param audience the one of the service; the input `audience` replaces it
 */
function readOidcRequest(service, audience, { inputs, variables, isForkRun }) {
    const asked = inputs.audience === '' ? audience : inputs.audience;
    if (asked !== '' && !AUDIENCE.test(asked)) {
        return (0,parsed/* invalid */.Gq)({ kind: 'oidc-audience-refused', text: (0,printable/* printable */.g)(asked) });
    }
    const url = variables.ACTIONS_ID_TOKEN_REQUEST_URL;
    const token = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (token === '' || !isAddress(url)) {
        return (0,parsed/* invalid */.Gq)({ kind: 'oidc-not-available', service, isFork: isForkRun });
    }
    return (0,parsed/* valid */.rZ)({ url, token, audience: asked });
}
function isAddress(url) {
    return URL.canParse(url) && isEncryptedOrLocal(new URL(url));
}
/** Whether nobody on the network can read what is sent to an address. */
function isEncryptedOrLocal({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && (0,api_url/* isLoopback */.U)(hostname));
}

;// CONCATENATED MODULE: ./src/config/key-service/vault.ts



const EXAMPLE = 'hashivault://transit/github-app';
/** Names and paths of Vault: nothing in them needs an escape in an address. */
const PATH = /^[A-Za-z0-9](?:[A-Za-z0-9._-]|\/(?=[A-Za-z0-9]))*$/;
/**
 * Reads `hashivault://KEY`, `hashivault://MOUNT/KEY`, or the same with `openbao:`, and how to log in.
 * Problems: `kms-key-malformed`, `login-incomplete`, `login-input-malformed`, `login-missing`,
 * `service-address-insecure`, `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param path what follows `hashivault://`
 */
function parseVaultKey(product, path, facts) {
    const parts = (0,parsed/* combine */.kg)({
        key: parseKeyPath(path),
        address: parseAddress(facts.inputs['vault-address']),
        namespace: parsePath('vault-namespace', facts.inputs['vault-namespace'], 'admin/team'),
        login: parseLogin(facts)
    });
    return (0,parsed/* map */.Tj)(parts, ({ key, ...rest }) => ({ kind: 'vault', product, ...key, ...rest }));
}
/** The mistake in an address of Vault's API or pages that names a key; undefined if it names none. */
function recogniseVaultKey(text) {
    const path = /^https?:\/\/[^/]+\/(?:v1|ui\/vault\/secrets)\/(.+)$/i.exec(text)?.[1];
    const [, mount, name] = /^(.+?)\/(?:keys|sign|actions|show)\/([\w.-]+)/.exec(path ?? '') ?? [];
    if (mount === undefined || name === undefined || !PATH.test(mount))
        return undefined;
    return { mistake: 'other-spelling', is: 'vault-url', uri: `hashivault://${mount}/${name}` };
}
function parseKeyPath(path) {
    if (path === '') {
        const mistake = {
            mistake: 'part-missing',
            service: 'vault',
            part: 'key',
            uri: EXAMPLE
        };
        return (0,parsed/* invalid */.Gq)({ kind: 'kms-key-malformed', mistake });
    }
    if (!PATH.test(path)) {
        return (0,parsed/* invalid */.Gq)({
            kind: 'kms-key-malformed',
            mistake: {
                mistake: 'part-malformed',
                service: 'vault',
                part: 'key',
                text: (0,printable/* printable */.g)(path),
                uri: EXAMPLE
            }
        });
    }
    const end = path.lastIndexOf('/');
    return (0,parsed/* valid */.rZ)(end === -1
        ? { mount: 'transit', name: path }
        : { mount: path.slice(0, end), name: path.slice(end + 1) });
}
function parseAddress(text) {
    if (text === '') {
        return (0,parsed/* invalid */.Gq)({
            kind: 'login-incomplete',
            service: 'vault',
            missing: 'vault-address',
            beside: 'kms-key'
        });
    }
    const url = URL.canParse(text) ? new URL(text) : undefined;
    // `URL` reads other things than an address as well, such as `vault:8200`.
    const isPlain = url !== undefined &&
        /^https?:\/\//i.test(text) &&
        url.username + url.password + url.search + url.hash === '' &&
        /^\/*$/.test(url.pathname);
    if (!isPlain) {
        return (0,parsed/* invalid */.Gq)({
            kind: 'login-input-malformed',
            input: 'vault-address',
            text: (0,printable/* printable */.g)(text),
            example: 'https://vault.example.com:8200'
        });
    }
    return isEncryptedOrLocal(url)
        ? (0,parsed/* valid */.rZ)(url.origin)
        : (0,parsed/* invalid */.Gq)({ kind: 'service-address-insecure', input: 'vault-address' });
}
function parsePath(input, text, example) {
    const path = text.replace(/^\/+|\/+$/g, '');
    return path === '' || PATH.test(path)
        ? (0,parsed/* valid */.rZ)(path)
        : (0,parsed/* invalid */.Gq)({ kind: 'login-input-malformed', input, text: (0,printable/* printable */.g)(text), example });
}
function parseLogin(facts) {
    const { inputs } = facts;
    if (inputs['vault-role'] !== '')
        return parseOidcLogin(facts);
    for (const input of ['vault-auth-path', 'audience']) {
        if (inputs[input] !== '') {
            return (0,parsed/* invalid */.Gq)({
                kind: 'login-incomplete',
                service: 'vault',
                missing: 'vault-role',
                beside: input
            });
        }
    }
    for (const variable of ['VAULT_TOKEN', 'BAO_TOKEN']) {
        const token = facts.variables[variable];
        if (token === '')
            continue;
        return /^[\x21-\x7e]+$/.test(token)
            ? (0,parsed/* valid */.rZ)({ kind: 'token', token, variable })
            : (0,parsed/* invalid */.Gq)({ kind: 'login-variable-malformed', variable });
    }
    return (0,parsed/* invalid */.Gq)({ kind: 'login-missing', service: 'vault' });
}
function parseOidcLogin(facts) {
    const { inputs } = facts;
    const login = (0,parsed/* combine */.kg)({
        path: parsePath('vault-auth-path', inputs['vault-auth-path'], 'jwt'),
        role: parsePath('vault-role', inputs['vault-role'], 'github-app'),
        // Vault has no audience of its own: the role names the one that it takes.
        oidc: readOidcRequest('vault', '', facts)
    });
    return (0,parsed/* map */.Tj)(login, ({ path, ...rest }) => ({
        kind: 'oidc',
        path: path === '' ? 'jwt' : path,
        ...rest
    }));
}

;// CONCATENATED MODULE: ./src/config/key-service/read.ts



/** Whom each login input is for; `audience` is for all. */
const SERVICE_OF = {
    'aws-role-to-assume': 'aws',
    'gcp-workload-identity-provider': 'google',
    'gcp-service-account': 'google',
    'azure-client-id': 'azure',
    'azure-tenant-id': 'azure',
    'vault-address': 'vault',
    'vault-role': 'vault',
    'vault-auth-path': 'vault',
    'vault-namespace': 'vault'
};
/**
 * Reads `kms-key`, a URI as sigstore and cosign write it, and how to log in to its service.
 * Problems: `kms-key-malformed`, `login-without-key`, `login-of-other-service`, and those of the service.
 */
function readServiceKey(facts) {
    const key = facts.inputs['kms-key'];
    if (key === '')
        return (0,parsed/* invalid */.Gq)({ kind: 'login-without-key', inputs: loginInputs(facts) });
    const parts = /^(?<scheme>[a-z][a-z0-9+.-]*):\/*(?<rest>.*)$/is.exec(key)?.groups;
    const { scheme = '', rest = '' } = parts ?? {};
    const service = SCHEMES.get(scheme.toLowerCase());
    if (service === undefined)
        return malformed(recognise(key, scheme));
    const others = loginInputs(facts).filter((input) => input !== 'audience' && SERVICE_OF[input] !== service);
    if (others.length > 0)
        return (0,parsed/* invalid */.Gq)({ kind: 'login-of-other-service', inputs: others, service });
    switch (service) {
        case 'vault':
            return parseVaultKey(/^openbao$/i.test(scheme) ? 'OpenBao' : 'Vault', rest, facts);
    }
}
const SCHEMES = new Map([
    ['hashivault', 'vault'],
    ['openbao', 'vault']
]);
/** What must be masked before a key service is used: the secrets of a login. */
function secretsOfLogin(variables) {
    return [
        variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
        variables.AWS_ACCESS_KEY_ID,
        variables.AWS_SECRET_ACCESS_KEY,
        variables.AWS_SESSION_TOKEN,
        variables.VAULT_TOKEN,
        variables.BAO_TOKEN
    ].filter((secret) => secret.length >= MIN_SECRET_LENGTH);
}
/** To mask a shorter text would hide ordinary words of the log. */
const MIN_SECRET_LENGTH = 8;
function loginInputs({ inputs }) {
    const names = [...Object.keys(SERVICE_OF), 'audience'];
    return names.filter((name) => inputs[name] !== '');
}
/** What a text is that is no URI of a key. */
function recognise(key, scheme) {
    const spelling = recogniseVaultKey(key);
    if (spelling !== undefined)
        return spelling;
    const isUri = scheme !== '' && /^[a-z0-9+.-]+:\/\//i.test(key);
    return isUri
        ? { mistake: 'unknown-scheme', scheme: (0,printable/* printable */.g)(scheme) }
        : { mistake: 'not-a-uri', text: (0,printable/* printable */.g)(key) };
}
function malformed(mistake) {
    return (0,parsed/* invalid */.Gq)({ kind: 'kms-key-malformed', mistake });
}


/***/ })

};
;