/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 1729:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   S6: () => (/* binding */ readWorkflow),
/* harmony export */   g1: () => (/* binding */ readOwnGitHub),
/* harmony export */   kj: () => (/* binding */ readKeyServiceVariables),
/* harmony export */   nt: () => (/* binding */ readVariable),
/* harmony export */   uF: () => (/* binding */ hasOtherInputs),
/* harmony export */   uP: () => (/* binding */ takeSecret),
/* harmony export */   vv: () => (/* binding */ readAllInputs),
/* harmony export */   wt: () => (/* binding */ missingRunnerFiles)
/* harmony export */ });
/* harmony import */ var _config_key_service_facts__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1927);
/* harmony import */ var _config_input_names__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4523);
/* harmony import */ var _secret_text__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1071);
/* harmony import */ var _read_file__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9055);




/** Reads a variable; empty if it is not set. */
function readVariable(env, name) {
    return env[name] ?? '';
}
/** Reads an input as the runner passes it: `INPUT_`, upper case, dashes kept. Trimmed. */
function readInput(env, name) {
    return readVariable(env, inputVariable(name)).trim();
}
/** Reads a list. A value of blanks only is kept: it is a list without items, not an input that is not set. */
function readList(env, name) {
    const text = readVariable(env, inputVariable(name));
    return text.trim() === '' ? text : text.trim();
}
/** Reads an input that is a secret, and removes it from the environment, so that no later code can read it. */
function takeSecret(env, name) {
    const value = readInput(env, name);
    // Assigning undefined would leave the text "undefined" behind.
    Reflect.deleteProperty(env, inputVariable(name));
    return value;
}
/** Reads the inputs of the step. */
function readInputs(env) {
    return {
        clientId: readInput(env, 'client-id'),
        appId: readInput(env, 'app-id'),
        owner: readInput(env, 'owner'),
        repositories: readList(env, 'repositories'),
        repositoryIds: readList(env, 'repository-ids'),
        installationId: readInput(env, 'installation-id'),
        enterprise: readInput(env, 'enterprise'),
        permissions: readList(env, 'permissions'),
        permissionInputs: permissionInputs(env),
        skipTokenRevoke: readInput(env, 'skip-token-revoke'),
        renew: readInput(env, 'renew'),
        githubApiUrl: readInput(env, 'github-api-url'),
        fallbackToken: takeSecret(env, 'fallback-token'),
        gitCredentials: readInput(env, 'git-credentials'),
        gitIdentity: readInput(env, 'git-identity'),
        keyService: readKeyServiceInputs(env),
        tokenService: readInput(env, 'token-service'),
        trustPolicy: readInput(env, 'trust-policy')
    };
}
/** Reads the inputs for a key in a key service. */
function readKeyServiceInputs(env) {
    const values = _config_key_service_facts__WEBPACK_IMPORTED_MODULE_2__/* .KEY_SERVICE_INPUTS */ .SY.map((name) => [name, readInput(env, name)]);
    return Object.fromEntries(values);
}
/** Reads the variables that count for a login to a key service. */
function readKeyServiceVariables(env) {
    const values = _config_key_service_facts__WEBPACK_IMPORTED_MODULE_2__/* .KEY_SERVICE_VARIABLES */ .g4.map((name) => [name, readVariable(env, name).trim()]);
    return Object.fromEntries(values);
}
/**
 * Every input that the workflow sets, by lower-case name: the runner also passes on those that
 * action.yml does not have.
 */
function readAllInputs(env) {
    const found = new Map();
    for (const variable of Object.keys(env)) {
        const name = /^INPUT_(.+)$/.exec(variable.toUpperCase())?.[1]?.toLowerCase();
        if (name !== undefined)
            found.set(name, readVariable(env, variable).trim());
    }
    return found;
}
/** The files of the runner that are missing, by variable: without a runner, all of them. */
function missingRunnerFiles(env) {
    return ['GITHUB_OUTPUT', 'GITHUB_STATE'].filter((name) => readVariable(env, name) === '');
}
/** Reads the addresses of the GitHub that runs the workflow. */
function readOwnGitHub(env) {
    return {
        apiUrl: readFact(env, 'GITHUB_API_URL'),
        serverUrl: readFact(env, 'GITHUB_SERVER_URL')
    };
}
/** Whether the workflow sets an input that this action does not read. */
function hasOtherInputs(env) {
    return [...readAllInputs(env)].some(([name, value]) => value !== '' && !(0,_config_input_names__WEBPACK_IMPORTED_MODULE_0__/* .isReadInput */ .$s)(name, value));
}
/** Reads what the runner says about the workflow: https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
function readWorkflow(env) {
    const repository = readFact(env, 'GITHUB_REPOSITORY');
    const own = readOwnGitHub(env);
    return {
        repository,
        repositoryOwner: readFact(env, 'GITHUB_REPOSITORY_OWNER'),
        ...own,
        event: readEvent(env, repository, own.serverUrl)
    };
}
/**
 * Reads a variable that a message quotes if its value is not valid. A value that looks like a secret
 * becomes `(not shown)`, which is not valid either.
 */
function readFact(env, name) {
    const value = readVariable(env, name);
    return (0,_secret_text__WEBPACK_IMPORTED_MODULE_3__/* .secretKindIn */ .qk)(value) === undefined ? value : '(not shown)';
}
function readEvent(env, repository, serverUrl) {
    let payload;
    return {
        name: readFact(env, 'GITHUB_EVENT_NAME'),
        actor: readVariable(env, 'GITHUB_ACTOR'),
        repository,
        webUrl: serverUrl.replace(/\/$/, ''),
        // A payload can be large; most steps never look at it.
        get payload() {
            payload ??= readJson(readVariable(env, 'GITHUB_EVENT_PATH'));
            return payload;
        }
    };
}
/** GitHub sends no payload of more than 25 MB. */
const MAX_PAYLOAD_BYTES = 32 * 1024 * 1024;
function readJson(path) {
    try {
        const file = (0,_read_file__WEBPACK_IMPORTED_MODULE_1__/* .readGivenFile */ .M)(path, MAX_PAYLOAD_BYTES);
        return file.kind === 'read' ? JSON.parse(file.text) : undefined;
    }
    catch {
        return undefined;
    }
}
function permissionInputs(env) {
    const found = new Map();
    for (const name of Object.keys(env)) {
        // In upper case, as the runner sets them: another spelling comes from somebody else. On Windows
        // it is the same variable, which keeps the other's spelling, and finds the runner's value.
        const variable = name.toUpperCase();
        const input = /^INPUT_(.+)$/.exec(variable)?.[1]?.toLowerCase();
        if (input === undefined)
            continue;
        const value = readVariable(env, variable).trim();
        if ((0,_config_input_names__WEBPACK_IMPORTED_MODULE_0__/* .isForPermissions */ .kN)(input, value))
            found.set(input, value);
    }
    return found;
}
function inputVariable(name) {
    return `INPUT_${name.toUpperCase()}`;
}


/***/ }),

/***/ 9055:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readGivenFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Reads a regular file of at most `largest` bytes, also through a link: the person chose the path. A
 * pipe or a device is not read: it could keep the step waiting, or never end. Throws what the system says
 * about a file that cannot be opened or read.
 */
function readGivenFile(path, largest) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile())
        return { kind: 'not-a-file' };
    // If a pipe has taken the file's place since, this flag keeps the step from waiting for it.
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        return size > largest ? { kind: 'too-large', bytes: size } : readAll(file, size, largest);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** A file may have grown since its size was asked for, and files of the kernel say that they are empty. */
function readAll(file, size, largest) {
    let bytes = Buffer.alloc(Math.max(size + 1, 4096));
    let length = 0;
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, length, bytes.length - length, null);
        length += count;
        if (length > largest)
            return { kind: 'too-large', bytes: length };
        if (count === 0)
            return { kind: 'read', text: bytes.toString('utf8', 0, length) };
        if (length === bytes.length)
            bytes = Buffer.concat([bytes], length * 2);
    }
}


/***/ }),

/***/ 2789:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ STATE_NAME)
/* harmony export */ });
/* unused harmony export loadState */
/* harmony import */ var _inputs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1729);


/** The name under which the runner keeps the value. */
const STATE_NAME = 'github-app-token';
/** Reads what main saved. If that is missing or cannot be read, there is nothing to do. */
function loadState(env) {
    const saved = parse(readVariable(env, `STATE_${STATE_NAME}`));
    return {
        apiUrl: textField(saved, 'apiUrl'),
        keepToken: field(saved, 'keepToken') === true,
        tokens: listField(saved, 'tokens')
            .map((token) => ({
            token: textField(token, 'token'),
            subject: textField(token, 'subject'),
            expiresAt: textField(token, 'expiresAt'),
            isForeign: field(token, 'isForeign') === true
        }))
            .filter(({ token }) => token !== ''),
        isFallback: field(saved, 'isFallback') === true,
        gitFile: textField(saved, 'gitFile'),
        renewal: readRenewal(field(saved, 'renewal'))
    };
}
function readRenewal(saved) {
    const folder = textField(saved, 'folder');
    if (folder === '')
        return undefined;
    const process = field(saved, 'process');
    const pid = positiveIntegerField(process, 'pid');
    return {
        folder,
        secret: textField(saved, 'secret'),
        process: pid === undefined ? undefined : { pid, startTime: textField(process, 'startTime') }
    };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9898:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback),
/* harmony export */   n: () => (/* binding */ parseApiUrl)
/* harmony export */ });
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5260);
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5466);


const GITHUB_API = 'https://api.github.com';
/** Paths that people add to the address of a GitHub whose API has none. Enterprise Server's has one. */
const SERVER_PATHS = new Set(['/api/v3', '/api', '/graphql', '/api/graphql']);
/**
 * Settles which API to use: `github-api-url`, or else the workflow's own. A host's web address is
 * turned into its API base: https://docs.github.com/en/enterprise-server/rest/quickstart,
 * https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency. The workflow's own
 * address is taken as it is. Problem: `api-url-malformed`.
 */
function parseApiUrl(input, own) {
    const ownUrl = trimSlashes(own.apiUrl === '' ? GITHUB_API : own.apiUrl);
    const given = input === '' ? ownUrl : trimSlashes(input);
    const name = input === '' ? 'GITHUB_API_URL' : 'github-api-url';
    const url = readUrl(given);
    if (!(url instanceof URL))
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ kind: 'api-url-malformed', name, mistake: url });
    const base = given === ownUrl ? given : apiBaseOf(url);
    const isOwn = base === ownUrl;
    const webUrl = isOwn && own.serverUrl !== '' ? trimSlashes(own.serverUrl) : webUrlOf(new URL(base));
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ url: base, isOwn, webUrl, webHosts: hostsOf([webUrl, base]) }, messagesOn(given, base, new URL(base)));
}
function messagesOn(given, base, url) {
    const found = [];
    if (base !== given) {
        found.push({
            level: 'notice',
            message: `github-api-url is "${(0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(given)}". The API there is ${base}, which was used.`
        });
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
        found.push({
            level: 'warning',
            message: `${base} is not encrypted. Anyone on the network can read the token.`
        });
    }
    return found;
}
function readUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isWeb = url !== undefined && /^https?:$/.test(url.protocol);
    // Without a scheme, the name and password are not in their parts of the URL.
    const isLogin = isWeb ? url.username !== '' || url.password !== '' : text.includes('@');
    if (isLogin)
        return { mistake: 'credentials' };
    if (url === undefined)
        return { mistake: 'not-an-address', text: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(text) };
    if (!isWeb) {
        return { mistake: 'scheme', scheme: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(url.protocol) };
    }
    // Not by the URL's parts: those of an empty query and fragment are empty.
    return /[?#]/.test(text) ? { mistake: 'query' } : url;
}
function apiBaseOf(url) {
    const host = url.hostname;
    const given = trimSlashes(url.pathname);
    const path = isCloud(host) && SERVER_PATHS.has(given) ? '' : given;
    if (path !== '')
        return `${url.origin}${path}`;
    if (host === 'github.com' || host === 'www.github.com')
        return GITHUB_API;
    if (host === 'api.github.com' || isLoopback(host))
        return url.origin;
    if (host.endsWith('.ghe.com')) {
        return host.startsWith('api.') ? url.origin : `${url.protocol}//api.${url.host}`;
    }
    return `${url.origin}/api/v3`;
}
/** Whether a host is github.com or Enterprise Cloud with data residency, its web pages or its API. */
function isCloud(host) {
    return /^(?:(?:www|api)\.)?github\.com$/.test(host) || host.endsWith('.ghe.com');
}
function webUrlOf(api) {
    return isCloud(api.hostname) ? `${api.protocol}//${api.host.replace(/^api\./, '')}` : api.origin;
}
function hostsOf(urls) {
    const hosts = urls.map((url) => (URL.canParse(url) ? new URL(url).hostname : ''));
    return [...new Set(hosts.filter((host) => host !== ''))];
}
/** Whether a host name, as `URL` writes it, is this very machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';
}
function trimSlashes(text) {
    return text.replace(/(?<!\/)\/+$/, '');
}


/***/ }),

/***/ 4523:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $s: () => (/* binding */ isReadInput),
/* harmony export */   kN: () => (/* binding */ isForPermissions),
/* harmony export */   mO: () => (/* binding */ meantInput),
/* harmony export */   nR: () => (/* binding */ OWN_INPUTS)
/* harmony export */ });
/* harmony import */ var _key_service_facts__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1927);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6234);
/* harmony import */ var _permission_list__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9828);
/* harmony import */ var _permissions__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2262);




/** The inputs of this action, without those of single permissions. */
const OWN_INPUTS = [
    'client-id',
    'app-id',
    'private-key',
    'private-key-file',
    'jwt',
    ..._key_service_facts__WEBPACK_IMPORTED_MODULE_2__/* .KEY_SERVICE_INPUTS */ .SY,
    'token-service',
    'trust-policy',
    'fallback-token',
    'owner',
    'repositories',
    'repository-ids',
    'installation-id',
    'enterprise',
    'permissions',
    'skip-token-revoke',
    'renew',
    'github-api-url',
    'git-credentials',
    'git-identity'
];
/** Whether an input is one of this action, or is read as one for permissions. */
function isReadInput(name, value) {
    return OWN_INPUTS.includes(name) || isForPermissions(name, value);
}
/**
 * Whether an input, other than `permissions`, is for permissions: `permission-contents`, or a misspelt
 * one such as `permisson-contents`, `contents-permission` or `contents`. If a misspelt one were ignored,
 * the token could get every permission.
 *
 * @param name in lower case
 */
function isForPermissions(name, value) {
    if (OWN_INPUTS.includes(name) || value === '')
        return false;
    return name.startsWith('permission') || meantInput(name, value) !== undefined;
}
/** The input for permissions that a misspelt one was meant to be. Undefined if it is not about permissions. */
function meantInput(name, value) {
    const words = name.split(/[-_ .]+/).filter((word) => word !== '');
    if (isPermissionWord(words[0]))
        return meantBehind(words.slice(1), name, value);
    if (isPermissionWord(words.at(-1)))
        return meantBefore(words.slice(0, -1), value);
    const glued = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .nearMiss */ .bi)(name, permissionInputs());
    if (glued !== undefined)
        return glued;
    // A permission's name is an input of other actions as well, but not with a level as its value.
    const meant = (0,_permissions__WEBPACK_IMPORTED_MODULE_1__/* .isLevel */ .NW)(value.toLowerCase()) ? knownName(words) : undefined;
    return meant === undefined ? undefined : `permission-${(0,_permissions__WEBPACK_IMPORTED_MODULE_1__/* .dashed */ .Gg)(meant)}`;
}
/** `permisson-contents`, `perm-contents`, `permissons` */
function meantBehind(words, name, value) {
    if (words.length === 0)
        return 'permissions';
    const meant = knownName(words);
    if (meant !== undefined)
        return `permission-${(0,_permissions__WEBPACK_IMPORTED_MODULE_1__/* .dashed */ .Gg)(meant)}`;
    return name.startsWith('permission') || (0,_permissions__WEBPACK_IMPORTED_MODULE_1__/* .isLevel */ .NW)(value.toLowerCase())
        ? `permission-${words.join('-')}`
        : meantByValue(value);
}
/** `contents-permission`, `token-permissions` */
function meantBefore(words, value) {
    const name = words.join('_');
    return _permission_list__WEBPACK_IMPORTED_MODULE_0__/* .KNOWN_PERMISSIONS */ .x.has(name) ? `permission-${(0,_permissions__WEBPACK_IMPORTED_MODULE_1__/* .dashed */ .Gg)(name)}` : meantByValue(value);
}
/** `check-permissions: true` of another action requests nothing. A value with a level does. */
function meantByValue(value) {
    return /\b(?:read|write|admin)\b/i.test(value) ? 'permissions' : undefined;
}
function knownName(words) {
    return (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .nearMiss */ .bi)(words.join('_'), _permission_list__WEBPACK_IMPORTED_MODULE_0__/* .KNOWN_PERMISSIONS */ .x.keys());
}
function isPermissionWord(word = '') {
    return /^perms?$/.test(word) || (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .nearMiss */ .bi)(word, ['permission', 'permissions']) !== undefined;
}
function permissionInputs() {
    return [..._permission_list__WEBPACK_IMPORTED_MODULE_0__/* .KNOWN_PERMISSIONS */ .x.keys()].map((name) => `permission-${(0,_permissions__WEBPACK_IMPORTED_MODULE_1__/* .dashed */ .Gg)(name)}`);
}


/***/ }),

/***/ 1927:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SY: () => (/* binding */ KEY_SERVICE_INPUTS),
/* harmony export */   g4: () => (/* binding */ KEY_SERVICE_VARIABLES),
/* harmony export */   ob: () => (/* binding */ secretsOfLogin)
/* harmony export */ });
/** Each input for a key service. */
const KEY_SERVICE_INPUTS = [
    'kms-key',
    'aws-role-to-assume',
    'gcp-workload-identity-provider',
    'gcp-service-account',
    'azure-client-id',
    'azure-tenant-id',
    'vault-address',
    'vault-role',
    'vault-auth-path',
    'vault-namespace',
    'audience'
];
/**
 * The variables that count for a login. No other does: an earlier step could set it, and so choose where
 * the step logs in.
 */
const KEY_SERVICE_VARIABLES = [
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'VAULT_TOKEN',
    'BAO_TOKEN'
];
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


/***/ }),

/***/ 6234:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   bi: () => (/* binding */ nearMiss),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   ry: () => (/* binding */ splitList)
/* harmony export */ });
/** Characters that owner, repository and enterprise names are made of. */
const VALID_NAME = /^[A-Za-z0-9._-]{1,100}$/;
/**
 * Whether a text can be an owner, repository or enterprise name. `.` and `..` are not
 * names: in a path, they would lead out of it.
 */
function isName(text) {
    return VALID_NAME.test(text) && text !== '.' && text !== '..';
}
/** Whether two owner or repository names are the same: GitHub compares them without regard to case. */
function sameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Splits an input that takes a list: commas or lines, blanks around and between them dropped. */
function splitList(text) {
    return text
        .split(/[\n\r,]+/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/**
 * The known name that a text most probably means: at most two letters are different (one, if the
 * name has fewer than six). Undefined if no name is that near.
 */
function nearMiss(text, known) {
    const wanted = text.toLowerCase();
    let best;
    for (const name of known) {
        const distance = editDistance(wanted, name.toLowerCase(), 2);
        const allowed = Math.min(wanted.length, name.length) < 6 ? 1 : 2;
        if (distance <= allowed && (best === undefined || distance < best.distance)) {
            best = { name, distance };
        }
    }
    return best?.name;
}
/**
 * How many letters must be added, removed, replaced or swapped with their neighbour to turn one text
 * into the other; anything above `limit` is reported as `limit + 1`.
 */
function editDistance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit)
        return limit + 1;
    const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
    for (let row = 1; row <= one.length; row++) {
        const cells = [row];
        rows.push(cells);
        let least = row;
        // Cells further off the diagonal cost more than the limit: left out, they count as infinite.
        const last = Math.min(other.length, row + limit);
        for (let column = Math.max(1, row - limit); column <= last; column++) {
            const cell = cheapest(one, other, row, column, rows);
            cells[column] = cell;
            least = Math.min(least, cell);
        }
        if (least > limit)
            return limit + 1;
    }
    return Math.min(at(rows, one.length, other.length), limit + 1);
}
function cheapest(one, other, row, column, rows) {
    const same = one[row - 1] === other[column - 1];
    const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    return Math.min(at(rows, row - 1, column) + 1, at(rows, row, column - 1) + 1, at(rows, row - 1, column - 1) + (same ? 0 : 1), at(rows, row - 2, column - 2) + (swapped ? 1 : Infinity));
}
/** What is outside of the table cannot be the cheapest. */
function at(rows, row, column) {
    return rows[row]?.[column] ?? Infinity;
}


/***/ }),

/***/ 9828:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RETIRED_PERMISSIONS),
/* harmony export */   x: () => (/* binding */ KNOWN_PERMISSIONS)
/* harmony export */ });
// Generated by scripts/generate-permissions.ts from GitHub's API description and documentation.
const readWrite = ['read', 'write'];
const readWriteAdmin = ['read', 'write', 'admin'];
/**
 * Permissions that the token of an installation can have, with their levels: those of GitHub's API
 * description (`components.schemas["app-permissions"]` of github.com, Enterprise Cloud and Enterprise
 * Server together), and those that only GitHub's documentation lists. GitHub may know more.
 */
const KNOWN_PERMISSIONS = new Map([
    ['actions', readWrite],
    ['actions_variables', readWrite],
    ['administration', readWrite],
    ['artifact_metadata', readWrite],
    ['attestations', readWrite],
    ['checks', readWrite],
    ['code_quality', readWrite],
    ['codespaces', readWrite],
    ['codespaces_lifecycle_admin', readWrite],
    ['codespaces_metadata', ['read']],
    ['codespaces_secrets', ['write']],
    ['contents', readWrite],
    ['custom_properties_for_organizations', readWrite],
    ['dependabot_secrets', readWrite],
    ['deployments', readWrite],
    ['discussions', readWrite],
    ['email_addresses', readWrite],
    ['enterprise_administration', readWrite],
    ['enterprise_custom_properties', readWrite],
    ['enterprise_custom_properties_for_organizations', readWriteAdmin],
    ['enterprise_organization_installation_repositories', readWrite],
    ['enterprise_organization_installations', readWrite],
    ['environments', readWrite],
    ['followers', readWrite],
    ['git_ssh_keys', readWrite],
    ['gpg_keys', readWrite],
    ['interaction_limits', readWrite],
    ['issues', readWrite],
    ['members', readWrite],
    ['merge_queues', readWrite],
    ['metadata', ['read']],
    ['organization_actions_variables', readWrite],
    ['organization_administration', readWrite],
    ['organization_announcement_banners', readWrite],
    ['organization_api_insights', ['read']],
    ['organization_codespaces', readWrite],
    ['organization_codespaces_secrets', readWrite],
    ['organization_codespaces_settings', ['write']],
    ['organization_copilot_agent_settings', readWrite],
    ['organization_copilot_seat_management', readWrite],
    ['organization_custom_org_roles', readWrite],
    ['organization_custom_properties', readWriteAdmin],
    ['organization_custom_roles', readWrite],
    ['organization_dependabot_secrets', readWrite],
    ['organization_events', ['read']],
    ['organization_hooks', readWrite],
    ['organization_network_configurations', readWrite],
    ['organization_packages', readWrite],
    ['organization_personal_access_token_requests', readWrite],
    ['organization_personal_access_tokens', readWrite],
    ['organization_plan', ['read']],
    ['organization_private_registries', readWrite],
    ['organization_projects', readWriteAdmin],
    ['organization_secrets', readWrite],
    ['organization_self_hosted_runners', readWrite],
    ['organization_user_blocking', readWrite],
    ['packages', readWrite],
    ['pages', readWrite],
    ['profile', ['write']],
    ['pull_requests', readWrite],
    ['repository_advisories', readWrite],
    ['repository_custom_properties', readWrite],
    ['repository_hooks', readWrite],
    ['repository_projects', readWriteAdmin],
    ['secret_scanning_alerts', readWrite],
    ['secrets', readWrite],
    ['security_events', readWrite],
    ['single_file', readWrite],
    ['starring', readWrite],
    ['statuses', readWrite],
    ['vulnerability_alerts', readWrite],
    ['workflows', ['write']]
]);
/** Permissions that GitHub has removed since this action first had an input for them. */
const RETIRED_PERMISSIONS = new Set(['team_discussions']);


/***/ }),

/***/ 2262:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   Gg: () => (/* binding */ dashed),
/* harmony export */   II: () => (/* binding */ readLevels),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   NW: () => (/* binding */ isLevel),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _permission_list__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9828);

/** How far a permission reaches. `write` includes `read`, `admin` includes `write`. */
const LEVELS = ['read', 'write', 'admin'];
/** Whether a text is one of the levels. */
function isLevel(text) {
    return LEVELS.includes(text);
}
/** Whether the first level gives at least what the second does. */
function covers(level, other) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(other);
}
/** The level of one permission. `hasOwn`, because a name can be `constructor`. */
function levelOf(permissions, name) {
    return Object.hasOwn(permissions, name) ? permissions[name] : undefined;
}
/** Everything that was granted, at its read level; what can only be written is left out. */
function readLevels(granted) {
    const readable = Object.keys(granted).filter((name) => _permission_list__WEBPACK_IMPORTED_MODULE_0__/* .KNOWN_PERMISSIONS */ .x.get(name)?.includes('read') ?? true);
    return Object.fromEntries(readable.map((name) => [name, 'read']));
}
/** A permission's name as people write it in a workflow: `pull-requests`. */
function dashed(name) {
    return name.replace(/_/g, '-');
}


/***/ }),

/***/ 1228:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hostToConnect),
/* harmony export */   u: () => (/* binding */ EarlyConnection)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1968);
/* harmony import */ var _name_lookup__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8262);




/** The host as Node connects to it: a URL has brackets around an IPv6 address. */
function hostToConnect(hostname) {
    return hostname.replace(/^\[(.*)\]$/, '$1');
}
/** Options of each connection that stays open, as an agent of Node sets them. */
const KEEP_ALIVE_OPTIONS = { keepAlive: true, keepAliveInitialDelay: 1000, noDelay: true };
/**
 * A connection with TLS that is opened while the code that will use it still loads. Nothing is written
 * to it before a request takes it, and until then it does not keep the process alive.
 */
class EarlyConnection {
    /** Where it leads. */
    address;
    #trusted;
    #socket;
    #isTaken = false;
    /** @param url the address of an API, with the scheme `https` */
    constructor(url) {
        const { hostname, port } = url;
        this.address = { host: hostToConnect(hostname), port: port === '' ? 443 : Number(port) };
        this.#socket = idle((0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)({ ...this.address, ...KEEP_ALIVE_OPTIONS, lookup: _name_lookup__WEBPACK_IMPORTED_MODULE_3__/* .lookup */ .$ }));
        this.#trusted = this.#secure();
        // Only a request that takes the connection needs to know.
        this.#trusted.catch(() => undefined);
    }
    /** Whether it leads to the host and port of an address with the scheme `https`. */
    leadsTo(address) {
        const { protocol, hostname, port } = new URL(address);
        const { host, port: ownPort } = this.address;
        return (protocol === 'https:' &&
            hostToConnect(hostname) === host &&
            (port === '' ? 443 : Number(port)) === ownPort);
    }
    /**
     * Gives the connection away, once. Resolves to undefined if it failed, was closed by the other side,
     * is not trusted, or leads elsewhere: then nothing of it is left.
     *
     * @param leadsThere whether it leads where the request goes
     */
    async take(leadsThere) {
        if (this.#isTaken)
            return undefined;
        this.#isTaken = true;
        const isUsable = leadsThere && (await this.#trusted.catch(() => false));
        // The other side may have closed it meanwhile.
        await (0,_time__WEBPACK_IMPORTED_MODULE_2__/* .handlePendingEvents */ .lp)();
        if (!isUsable || this.#socket.destroyed) {
            this.close();
            return undefined;
        }
        return this.#socket.off('data', destroyThis).ref();
    }
    /** Closes it, also if it was given away. */
    close() {
        this.#isTaken = true;
        this.#socket.destroy();
    }
    async #secure() {
        await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(this.#socket, 'connect');
        // Loaded here, because this takes longer than to open the connection.
        const tls = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1692, 23));
        const { host } = this.address;
        // An address is no server name (RFC 6066); the certificate is then checked for the address.
        const servername = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? host : '';
        const secure = tls.connect({ host, servername, socket: this.#socket });
        this.#socket = idle(secure).on('data', destroyThis);
        await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(secure, 'secureConnect');
        // If NODE_TLS_REJECT_UNAUTHORIZED is 0, a certificate that is not trusted raises no error.
        return secure.authorized;
    }
}
/** A socket that no request uses yet. */
function idle(socket) {
    return socket.on('error', destroyThis).unref();
}
function destroyThis() {
    this.destroy();
}


/***/ }),

/***/ 8262:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ isLookingUp),
  $: () => (/* binding */ lookup)
});

;// CONCATENATED MODULE: external "node:dns"
const external_node_dns_namespaceObject = require("node:dns");
;// CONCATENATED MODULE: ./src/http/name-lookup.ts

/** The lookups that are under way, by host and options, with the requests that wait for each. */
const underWay = new Map();
/**
 * Looks up the address of a host as Node does, with one difference: requests for the same host share
 * one lookup. A lookup cannot be stopped. If the name server is slow, a second try joins the first
 * lookup, instead of starting again and running out of time again.
 */
const lookup = (hostname, options, callback) => {
    const all = { ...options, all: true };
    const key = JSON.stringify([hostname, all]);
    const settle = (error, addresses) => {
        const [first] = addresses;
        if (error !== null || first === undefined || options.all === true)
            callback(error, addresses);
        else
            callback(null, first.address, first.family);
    };
    const waiting = underWay.get(key);
    if (waiting !== undefined) {
        waiting.push(settle);
        return;
    }
    const requests = [settle];
    underWay.set(key, requests);
    (0,external_node_dns_namespaceObject.lookup)(hostname, all, (error, addresses) => {
        underWay.delete(key);
        for (const each of requests)
            each(error, error === null ? addresses : []);
    });
};
/** Whether a lookup is under way. It blocks a thread that `process.exit` waits for. */
function isLookingUp() {
    return underWay.size > 0;
}


/***/ }),

/***/ 5693:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ guessSecrets),
/* harmony export */   Y: () => (/* binding */ parseProxy)
/* harmony export */ });
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5466);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5260);


/**
 * Reads the value of a proxy variable; an address without a scheme is taken as `http://`.
 * Problem: `proxy-malformed`, since falling back to a direct connection would go around the proxy.
 *
 * @param variable the name of the variable, for the message
 */
function parseProxy(variable, text) {
    const mistake = mistakeIn(text);
    if (mistake !== undefined)
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ kind: 'proxy-malformed', variable, mistake });
    const withScheme = SCHEME.test(text) ? text : `http://${text}`;
    try {
        const url = new URL(withScheme);
        const user = decodeURIComponent(url.username);
        const password = decodeURIComponent(url.password);
        if (HOST.test(url.hostname)) {
            return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ url: url.href, secrets: credentials(user, password, guessSecrets(text)) });
        }
    }
    catch {
        // Falls through to the one explanation: what exactly is wrong with it may hold the password.
    }
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ kind: 'proxy-malformed', variable, mistake: { mistake: 'not-an-address' } });
}
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** A host as `URL` writes it. `URL` accepts more, such as quotes. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/i;
/**
 * What `URL` would accept, and read as something else than was meant. For `URL`, a host ends at the
 * first of `/`, `\`, `?` and `#`. If one of them is in a password, `URL` takes a part of the password
 * for the host, and its name would get to the name server and into the log.
 */
function mistakeIn(text) {
    if (/^["'`“”‘’]|["'`“”‘’]$/.test(text))
        return { mistake: 'quotes' };
    const scheme = /^([a-z][a-z0-9+.-]{0,15}):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
        return { mistake: 'scheme', scheme: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(scheme) };
    }
    const rest = text.replace(SCHEME, '');
    const isCutShort = /[?#]/.test(rest) || /[/\\]/.test(rest.slice(0, rest.lastIndexOf('@') + 1));
    return isCutShort ? { mistake: 'not-encoded' } : undefined;
}
/** Everything before the last `@`, which may be a password even where the address makes no sense. */
function guessSecrets(text) {
    const authority = text.replace(SCHEME, '');
    const end = authority.lastIndexOf('@');
    if (end < 0)
        return [];
    const userinfo = authority.slice(0, end);
    return [userinfo, userinfo.slice(userinfo.indexOf(':') + 1)].filter(isMaskable);
}
function credentials(user, password, guessed) {
    const found = [...guessed, password, `${user}:${password}`];
    return [...new Set(password === '' ? guessed : found.filter(isMaskable))];
}
/** Masking one to three characters would shred the log and hide nothing. */
function isMaskable(text) {
    return text.length >= 4;
}


/***/ }),

/***/ 7856:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ normalizeProxy),
/* harmony export */   S: () => (/* binding */ isProxied)
/* harmony export */ });
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9783);
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5466);
/* harmony import */ var _proxy_address__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5693);



/**
 * Settles whether a proxy is used for an API, as the environment says, and writes its address back
 * in the one form that `@actions/http-client` takes from there: it would silently connect directly
 * if it cannot read it. The value: what must be masked. Problem: `proxy-malformed`.
 *
 * @param env `process.env` itself: `@actions/http-client` reads `NO_PROXY` and the proxy from there
 */
function normalizeProxy(env, apiUrl) {
    const setting = findProxy(env, new URL(apiUrl));
    if (setting === undefined)
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)([]);
    const proxy = (0,_proxy_address__WEBPACK_IMPORTED_MODULE_1__/* .parseProxy */ .Y)(spelling(env, setting.name), setting.value);
    if (!proxy.ok)
        return proxy;
    env[setting.variable] = proxy.value.url;
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)(proxy.value.secrets);
}
/** Whether requests to a URL go through a proxy, or would if its address could be read. */
function isProxied(env, url) {
    return findProxy(env, url) !== undefined;
}
function findProxy(env, url) {
    const variable = `${url.protocol.replace(':', '')}_proxy`;
    const setting = [variable, variable.toUpperCase()]
        .map((name) => ({ variable, name, value: (env[name] ?? '').trim() }))
        .find(({ value }) => value !== '');
    // The library itself says whether `NO_PROXY` or the loopback excepts this URL from any proxy.
    return setting === undefined || (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_0__/* .checkBypass */ .H)(url) ? undefined : setting;
}
/** The name as it was set: on Windows a variable is found in any letter case. */
function spelling(env, name) {
    const names = Object.keys(env).filter((one) => one.toLowerCase() === name.toLowerCase());
    const [spelt = name] = names;
    return names.includes(name) ? name : spelt;
}


/***/ }),

/***/ 5466:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Rx: () => (/* binding */ invalidIfAny),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   kg: () => (/* binding */ combine),
/* harmony export */   rZ: () => (/* binding */ valid),
/* harmony export */   ws: () => (/* binding */ combineList)
/* harmony export */ });
/** A usable input. */
function valid(value, messages = []) {
    return { ok: true, value, messages };
}
/** An input that cannot be used, and why. */
function invalid(first, ...rest) {
    return { ok: false, problems: [first, ...rest] };
}
/** An input with every problem that was found; undefined if there is none. */
function invalidIfAny(problems) {
    const [first, ...rest] = problems;
    return first === undefined ? undefined : { ok: false, problems: [first, ...rest] };
}
/** Changes the value of an input that is usable. */
function map(parsed, change) {
    return parsed.ok ? valid(change(parsed.value), parsed.messages) : parsed;
}
/**
 * All of several inputs, or every problem in any of them, in the order of the keys. A problem that
 * several inputs share is reported once.
 */
function combine(parts) {
    const problems = [];
    const messages = [];
    const values = {};
    for (const key of Object.keys(parts)) {
        const part = parts[key];
        if (part.ok) {
            values[key] = part.value;
            append(messages, part.messages);
        }
        else {
            append(problems, part.problems);
        }
    }
    return invalidIfAny(new Set(problems)) ?? valid(values, messages);
}
/** Adds items one by one: an input can have more problems than a call can have arguments. */
function append(list, items) {
    for (const item of items)
        list.push(item);
}
/** All of a list of inputs, or every problem in any of them. */
function combineList(parts) {
    const byPlace = Object.fromEntries(parts.entries());
    return map(combine(byPlace), (values) => Object.values(values));
}


/***/ }),

/***/ 5260:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _secret_text__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1071);


const MAX_LENGTH = 200;
/**
 * Makes text that somebody else wrote (an input, a reply, an error, a file) fit for a log line or
 * an annotation: what looks like a secret is left out, control characters and line ends become
 * visible escapes, `::` and `##[` are broken so that the runner finds no command in them, and at
 * most 200 characters are kept. The runner obeys `##[command]` anywhere in a line:
 * https://github.com/actions/runner (ActionCommand.cs).
 *
 * @param longest in characters
 */
function printable(foreign, longest = MAX_LENGTH) {
    const bare = (0,_secret_text__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(foreign);
    const cut = bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare;
    return breakCommands(escapeInvisible(cut));
}
/**
 * Breaks the runner's command markers (`::`, `##[`) with a space. The `::` of an IPv6 address stays,
 * since the runner obeys it only at the start of a line, where the log breaks it.
 */
function breakCommands(text) {
    return text.replace(WITH_COLONS, breakColons).replace(/##(?=\[)/g, '## ');
}
/** A word with colons in it, as far as an IPv6 address or a command of the runner goes. */
const WITH_COLONS = /[\w.%:-]{2,}/g;
function breakColons(word, at, text) {
    // The ARN of a role has no region. No line can begin with its colons.
    if (/^arn:aws[\w-]*:\w+::\d{12}:(?!.*::)/.test(word))
        return word;
    // Node takes anything behind a percent sign for a zone.
    const isAddress = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(word) && !/%.*:/.test(word) && (word !== '::' || text[at - 1] === '[');
    // What a text begins with may come to stand at the start of a line.
    const isWithin = text.slice(0, at).trim() !== '';
    return isAddress && isWithin ? word : word.replace(/:(?=:)/g, ': ');
}
/** Escapes controls, line and paragraph separators, and the marks that reorder text on a screen. */
function escapeInvisible(text) {
    if (VISIBLE_ASCII.test(text))
        return text;
    // Created here: Node needs some milliseconds for it, and most steps have only plain text.
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, escape);
}
const VISIBLE_ASCII = /^[ -~]*$/;
function escape(character) {
    switch (character) {
        case '\n':
            return '\\n';
        case '\r':
            return '\\r';
        case '\t':
            return '\\t';
        default:
            return `\\u{${Number(character.codePointAt(0)).toString(16)}}`;
    }
}


/***/ }),

/***/ 1071:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bl: () => (/* binding */ holdsKeyWords),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   qk: () => (/* binding */ secretKindIn)
/* harmony export */ });
const NOT_SHOWN = '(not shown)';
/** Words and beginnings of private keys in the formats that people have them in, damaged or not. */
const KEY_WORDS = [
    // The BEGIN and END lines of PEM, also without blanks, or with some of their dashes missing.
    /-{2,9}\s{0,9}(?:BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/,
    /(?:BEGIN|END)\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/,
    /PuTTY-User-Key-File-|Private-Lines:/,
    // A JWK (RFC 7517), as JSON with or without escaped quotes, or as YAML.
    /\bkty["'\\\s]{0,9}:/,
    // Base64 of PEM, base64 of that, base64 of what OpenSSH's keys begin with, base64 of DER.
    /LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt|(?<![A-Za-z0-9])MI[IGJ][\w+/-]{40}/,
    // DER in hex.
    /3082[0-9a-f]{4}0201[0-9a-f]{60}/i
];
/**
 * GitHub's tokens, and those of GitLab, npm, Slack, Stripe, Vault and OpenBao, and client secrets of
 * Azure, in full length: no name of an account or repository is like it. Newer tokens of GitHub contain
 * a JWT.
 */
const WHOLE_TOKEN = /(?<![A-Za-z0-9])(?:gh[a-z]_(?:[A-Za-z0-9]{36}|\d{1,20}_eyJ)|github_pat_\w{60}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|xox[a-z]-(?=[\w-]{0,20}\d{6})[\w-]{20}|[rs]k_live_[A-Za-z0-9]{24}|hv[sbr]\.[\w-]{24}|s\.(?=[a-z0-9]*[A-Z])(?=[A-Za-z]*\d)[A-Za-z0-9]{24}(?![A-Za-z0-9])|[\w.~-]{3}\dQ~[\w.~-]{31})/;
/** The first two parts of a JSON web token. */
const WHOLE_JWT = /(?<![A-Za-z0-9])eyJ[\w-]{16,512}\.[\w-]{16}/;
/** The same where anything that begins like one is better not shown. */
const ANY_TOKEN = /eyJ[\w-]{16}[\w.-]*|(?<![A-Za-z0-9])(?:gh[a-z]_|github_pat_|glpat-|npm_|xox[a-z]-(?=[\w-]{0,20}\d{4})|[rs]k_live_|hv[sbr]\.)[\w.-]{16,}|[\w.~-]{3}\dQ~[\w.~-]{31,34}/g;
/** Many characters of base64 or base64url in a row, or a key's fingerprint, which is public. */
const LONG_BASE64 = /SHA256:\s{0,9}[A-Za-z0-9+/]{43}=?|[A-Za-z0-9+/_-]{40,}/g;
/** The lines of a key have 64 characters and more, but a piece of one may have lost some. */
const MIN_KEY_LINE_LENGTH = 60;
/** GitHub takes no longer names. */
const MAX_NAME_LENGTH = 100;
/**
 * Finds out by its looks whether an input holds a secret that belongs elsewhere. A text that can be a
 * name does not count as a secret: names change between upper case, lower case and digits less than keys.
 */
function secretKindIn(text) {
    if (holdsKeyWords(text))
        return 'key';
    // Before the lines of a key, because the parts of a JWT look like them.
    if (WHOLE_TOKEN.test(text))
        return 'token';
    if (WHOLE_JWT.test(text))
        return 'jwt';
    return (text.match(LONG_BASE64) ?? []).some(isKeyLine) ? 'key' : undefined;
}
/** The text without what looks like a secret; nothing is left of a text with words of a key in it. */
function withoutSecrets(text) {
    if (holdsKeyWords(text))
        return NOT_SHOWN;
    return text
        .replace(LONG_BASE64, (run) => (isRandom(run) ? NOT_SHOWN : run))
        .replace(ANY_TOKEN, NOT_SHOWN);
}
/** Whether a text contains words or beginnings of a private key. */
function holdsKeyWords(text) {
    return KEY_WORDS.some((words) => words.test(text));
}
/** A shorter one is taken for part of a key only if it holds what no name does. */
function isKeyLine(run) {
    return (run.length >= MIN_KEY_LINE_LENGTH || run.includes('+')) && isRandom(run);
}
/** Whether the characters of a run change as randomly as those of a key. */
function isRandom(run) {
    if (run.startsWith('SHA256:'))
        return false;
    const count = { upper: 0, lower: 0, digit: 0, mark: 0 };
    let [pairs, changes] = [0, 0];
    let before = 'mark';
    for (const character of run) {
        const kind = kindOf(character);
        count[kind]++;
        if (kind !== 'mark' && before !== 'mark') {
            pairs++;
            if (kind !== before)
                changes++;
        }
        before = kind;
    }
    const isMixed = count.upper > 2 && count.lower > 2 && count.digit > 1;
    // In a key, one in 32 characters is a mark; in names, marks stand between words.
    if (!isMixed || count.mark * 8 > run.length)
        return false;
    return run.length > MAX_NAME_LENGTH || changes >= pairs * 0.45;
}
function kindOf(character) {
    if (character >= '0' && character <= '9')
        return 'digit';
    if (character >= 'a' && character <= 'z')
        return 'lower';
    return character >= 'A' && character <= 'Z' ? 'upper' : 'mark';
}


/***/ }),

/***/ 1968:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  RI: () => (/* binding */ amountOfTime),
  nW: () => (/* binding */ clockSkew),
  qo: () => (/* binding */ clockTime),
  lp: () => (/* binding */ handlePendingEvents),
  F7: () => (/* binding */ inSeconds),
  Ly: () => (/* binding */ isoTime),
  wI: () => (/* binding */ monotonicTime),
  yy: () => (/* binding */ sleep)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./src/time.ts

/** Milliseconds since some fixed moment. Unlike `Date.now`, it never goes backwards. */
function monotonicTime() {
    // Not performance.now(): loading perf_hooks takes longer than signing the JWT.
    return Number(process.hrtime.bigint() / 1000000n);
}
/** Waits so many milliseconds; rejects as soon as the signal is aborted. */
async function sleep(milliseconds, signal) {
    await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
}
/** A time in milliseconds since 1970, to the second: `2026-11-21T14:03:11Z`. */
function isoTime(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
/** Lets Node handle what happened on the network while code was running. */
async function handlePendingEvents() {
    await (0,promises_namespaceObject.setImmediate)();
}
/** A time in milliseconds, to the second: `1 second`, `90 seconds`. */
function inSeconds(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
/** A difference in milliseconds as people say it: `90 seconds`, `25 minutes`, `30 hours`. */
function amountOfTime(milliseconds) {
    const seconds = Math.round(Math.abs(milliseconds) / 1000);
    if (seconds < 120)
        return inSeconds(seconds * 1000);
    const minutes = Math.round(seconds / 60);
    if (minutes < 300)
        return `${minutes} minutes`;
    const hours = Math.round(minutes / 60);
    return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
/** The time of an ISO 8601 text, for sentences: `14:03 UTC`. The text must be valid. */
function clockTime(iso) {
    return `${new Date(iso).toISOString().slice(11, 16)} UTC`;
}
/** A forged `Date` could otherwise buy a signature that is valid in a far future. */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000;
/** Differences below this are within the margins of a signature's times, so they are not the cause. */
const MIN_SKEW_MS = 10 * 1000;
/**
 * Whether clocks that differ explain that a server refused the time of a request: by how many
 * milliseconds the server's (`date`) is ahead of the runner's (`now`), negative if it is behind.
 * Undefined if something else must be the cause.
 */
function clockSkew(date, now) {
    if (date === undefined)
        return undefined;
    const skew = date - now;
    return Math.abs(skew) >= MIN_SKEW_MS && Math.abs(skew) <= MAX_SKEW_MS ? skew : undefined;
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = require("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = require("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = require("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = require("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = require("os");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = require("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = require("util");

/***/ }),

/***/ 9783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkBypass),
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./src/config/api-url.ts
var api_url = __nccwpck_require__(9898);
// EXTERNAL MODULE: ./src/http/early-connection.ts
var early_connection = __nccwpck_require__(1228);
// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __nccwpck_require__(7856);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __nccwpck_require__(1968);
// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __nccwpck_require__(1729);
// EXTERNAL MODULE: ./src/action/saved-state.ts
var saved_state = __nccwpck_require__(2789);
;// CONCATENATED MODULE: ./src/action/early.ts






/**
 * Starts to connect to the GitHub that the main step will ask, before the rest of the step is loaded.
 * Only to the workflow's own GitHub: another address is an input, which must be checked first, because
 * a secret can be in it by mistake. Not if the step will fail or needs no network.
 */
function connectForMain() {
    const { env } = process;
    const isSet = Object.keys(CREDENTIALS).some((name) => (0,inputs/* readInput */.R5)(env, name) !== '');
    if ((0,inputs/* missingRunnerFiles */.wt)(env).length > 0 || !isSet)
        return undefined;
    const api = (0,api_url/* parseApiUrl */.n)((0,inputs/* readInput */.R5)(env, 'github-api-url'), (0,inputs/* readOwnGitHub */.g1)(env));
    return api.ok && api.value.isOwn ? connect(api.value.url, env) : undefined;
}
/** All are here: the type checks it. */
const CREDENTIALS = {
    'private-key': true,
    'private-key-file': true,
    jwt: true,
    'kms-key': true,
    'token-service': true
};
/** The same for the post step, and the GitHub that main saved, if there is a token to revoke. */
function connectForPost() {
    const { env } = process;
    const { apiUrl, tokens } = loadState(env);
    return tokens.length > 0 ? connect(apiUrl, env) : undefined;
}
/**
 * Lets the early connection take its next step. Node handles the answer to the name lookup, and the
 * connection itself begins. Meanwhile, a part of what each step needs is loaded.
 */
async function advanceEarlyConnection() {
    await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 23));
    await (0,time/* handlePendingEvents */.lp)();
}
function connect(apiUrl, env) {
    const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
    if (url?.protocol !== 'https:' || (0,proxy/* isProxied */.S)(env, url))
        return undefined;
    return new early_connection/* EarlyConnection */.u(url);
}

;// CONCATENATED MODULE: ./src/main.ts

async function main() {
    const early = connectForMain();
    await advanceEarlyConnection();
    const { mainStep } = await Promise.all(/* import() */[__nccwpck_require__.e(285), __nccwpck_require__.e(28)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4308));
    await mainStep(early);
}
void main();

module.exports = __webpack_exports__;
/******/ })()
;