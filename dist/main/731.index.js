"use strict";
exports.id = 731;
exports.ids = [731];
exports.modules = {

/***/ 7731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hu: () => (/* binding */ explainOtherInputs),
/* harmony export */   Zo: () => (/* binding */ notExplainedBy),
/* harmony export */   describeOtherInputs: () => (/* binding */ describeOtherInputs)
/* harmony export */ });
/* unused harmony export OTHER_INPUTS */
/* harmony import */ var _config_input_names__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4523);
/* harmony import */ var _config_names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6234);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5260);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2094);




const APP_ID = { instead: 'use `client-id` or `app-id`', standsFor: ['app-id'] };
const KEY = { instead: 'use `private-key`', standsFor: ['private-key'] };
const OWNER = { instead: 'use `owner`' };
const REPOSITORIES = { instead: 'use `repositories`' };
const INSTALLATION = { instead: 'use `owner`, or `installation-id`' };
const REVOKED = {
    instead: 'remove it: the token is revoked when the job ends, unless `skip-token-revoke` is true'
};
const PROXY = {
    instead: 'set the variables HTTPS_PROXY and NO_PROXY in `env:` of the job'
};
const KEY_SERVICE = {
    instead: 'use `kms-key`, with the URI of the key (see docs/KEYS.md of this action)',
    standsFor: ['private-key']
};
const AWS_ROLE = {
    instead: 'use `aws-role-to-assume`. The step logs in only for its signature',
    standsFor: ['private-key']
};
const NO_LOGIN_OF_OTHERS = {
    instead: 'remove it: the ARN in `kms-key` has the region, and the step logs in by itself',
    standsFor: ['private-key']
};
const TOKEN_SERVICE = {
    instead: 'use `token-service`, with the host of the service (see docs/TOKEN-SERVICE.md of this action)',
    standsFor: ['app-id', 'private-key']
};
const TRUST_POLICY = {
    instead: 'use `trust-policy`, with `token-service`',
    standsFor: ['app-id', 'private-key']
};
const OUTPUT = { instead: 'remove it, and read the output `token`' };
/**
 * Inputs of other actions that create tokens, in lower case, without dashes and underscores: the
 * runner passes them on although action.yml does not have them.
 */
const OTHER_INPUTS = {
    // tibdex/github-app-token; its first version had `repository`
    installationretrievalmode: INSTALLATION,
    installationretrievalpayload: INSTALLATION,
    repository: { instead: 'use `repositories`, and `owner` for another account' },
    revoke: REVOKED,
    // peter-murray/workflow-application-token-action, sammcj/github-app-installation-token
    applicationid: APP_ID,
    applicationprivatekey: KEY,
    applicationinstallationid: { instead: 'use `installation-id`' },
    organization: OWNER,
    githubapibaseurl: { instead: 'use `github-api-url`' },
    httpsproxy: PROXY,
    ignoreenvironmentproxy: PROXY,
    revoketoken: REVOKED,
    // getsentry/action-github-app-token; its `scope` is an owner
    base64pemkey: KEY,
    reponame: REPOSITORIES,
    scope: OWNER,
    // philips-software/app-token-action, machine-learning-apps/actions-app-token and others
    apppem: KEY,
    appkey: KEY,
    appkeypem: KEY,
    appprivatekey: KEY,
    appbase64privatekey: KEY,
    githubappid: APP_ID,
    githubappprivatekey: KEY,
    appclientid: APP_ID,
    app: APP_ID,
    pkey64: KEY,
    pem: KEY,
    key: KEY,
    authtype: { instead: 'remove it: this action outputs tokens of an installation only' },
    installation: INSTALLATION,
    org: OWNER,
    repo: REPOSITORIES,
    repos: REPOSITORIES,
    // electron/github-app-auth-action
    creds: {
        instead: 'use `client-id` and `private-key`, one secret or variable for each',
        standsFor: ['app-id', 'private-key']
    },
    exportgituser: { instead: 'use `git-identity`' },
    // wow-actions/use-app-token
    variablename: OUTPUT,
    secretname: OUTPUT,
    cleansecret: OUTPUT,
    // actions for other things, such as checkout
    token: { instead: 'remove it: this action creates the token. Only forks need `fallback-token`' },
    githubtoken: {
        instead: 'remove it: this action creates the token. Only forks need `fallback-token`'
    },
    apiurl: { instead: 'use `github-api-url`' },
    baseurl: { instead: 'use `github-api-url`' },
    githuburl: { instead: 'use `github-api-url`' },
    // octo-sts/action and shogo82148/actions-github-app-token: a service creates the token
    identity: TRUST_POLICY,
    domain: TOKEN_SERVICE,
    providerendpoint: TOKEN_SERVICE,
    // actions that let a key service sign, and those that log in there
    kmskeyid: KEY_SERVICE,
    kmskeyarn: KEY_SERVICE,
    kmskeyname: KEY_SERVICE,
    awskmsarn: KEY_SERVICE,
    awskmskeyid: KEY_SERVICE,
    awsprofile: NO_LOGIN_OF_OTHERS,
    awsregion: NO_LOGIN_OF_OTHERS,
    roletoassume: AWS_ROLE,
    rolesessionname: NO_LOGIN_OF_OTHERS,
    workloadidentityprovider: { instead: 'use `gcp-workload-identity-provider`' },
    serviceaccount: { instead: 'use `gcp-service-account`' },
    keyvaulturl: KEY_SERVICE,
    keyvaultname: KEY_SERVICE
};
/**
 * Explains the inputs that this action does not have: those of other actions, and misspelt ones.
 * Others say nothing about the failure. Undefined if there is none.
 *
 * @param inputs the values of the inputs of the step, by lower-case name
 */
function explainOtherInputs(inputs) {
    const found = findOtherInputs(inputs);
    const [first, ...others] = found;
    if (first === undefined)
        return undefined;
    const names = found.map(({ name }) => name);
    const problem = others.length === 0
        ? `${first.name} is not an input of this action, and was ignored.`
        : `${(0,_words__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)(names)} are not inputs of this action, and were ignored.`;
    const fix = others.length === 0
        ? `${first.instead}.`
        : ['change these inputs:', ...adviceLines(found)].join('\n');
    return {
        code: 'input-unknown',
        title: 'This action does not have such an input',
        problem,
        fix
    };
}
/**
 * The same for a step that succeeds, as a warning. Empty ones change nothing, so they are not named.
 *
 * @param inputs as of {@link explainOtherInputs}
 */
function describeOtherInputs(inputs) {
    const set = new Map([...inputs].filter(([, value]) => value !== ''));
    const explanation = explainOtherInputs(set);
    if (explanation === undefined)
        return undefined;
    const { problem, fix } = explanation;
    return `${problem} ${fix.slice(0, 1).toUpperCase()}${fix.slice(1)}`;
}
/** One line for each advice, with the names that it is for. */
function adviceLines(found) {
    const names = new Map();
    for (const { name, instead } of found)
        names.set(instead, [...(names.get(instead) ?? []), name]);
    return [...names].map(([instead, same]) => `  ${same.join(', ')}: ${instead}.`);
}
/** The problems that are left if the inputs of other actions explain why an own one is empty. */
function notExplainedBy(inputs, problems) {
    const set = findOtherInputs(inputs).filter(({ isEmpty }) => !isEmpty);
    const isExplained = (input) => set.some(({ standsFor = [] }) => standsFor.includes(input));
    return problems.filter(({ kind }) => {
        if (kind === 'app-id-missing')
            return !isExplained('app-id');
        return kind !== 'key-empty' || !isExplained('private-key');
    });
}
/** At most this many are named. */
const MAX_NAMED = 10;
function findOtherInputs(inputs) {
    const found = [];
    for (const [name, value] of inputs) {
        // Those for permissions are checked when they are read.
        if ((0,_config_input_names__WEBPACK_IMPORTED_MODULE_0__/* .isReadInput */ .$s)(name, value) || name.startsWith('permission'))
            continue;
        const other = otherInput(name, value, inputs.has('identity'));
        if (other === undefined || found.length === MAX_NAMED)
            continue;
        found.push({ ...other, name: (0,_printable__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(name), isEmpty: value === '' });
    }
    return found;
}
function otherInput(name, value, isOctoSts) {
    const bare = withoutMarks(name);
    // octo-sts names a repository or an owner in `scope`.
    if (bare === 'scope' && (isOctoSts || value.includes('/'))) {
        return value.includes('/') ? { instead: 'use `owner` and `repositories`' } : OWNER;
    }
    if (Object.hasOwn(OTHER_INPUTS, bare))
        return OTHER_INPUTS[bare];
    const own = _config_input_names__WEBPACK_IMPORTED_MODULE_0__/* .OWN_INPUTS */ .nR.find((input) => withoutMarks(input) === bare) ?? (0,_config_names__WEBPACK_IMPORTED_MODULE_3__/* .nearMiss */ .bi)(name, _config_input_names__WEBPACK_IMPORTED_MODULE_0__/* .OWN_INPUTS */ .nR);
    return own === undefined ? undefined : { instead: `use \`${own}\``, ...explainedBy(own) };
}
function explainedBy(own) {
    switch (own) {
        case 'client-id':
        case 'app-id':
            return { standsFor: ['app-id'] };
        case 'private-key':
        case 'private-key-file':
        case 'kms-key':
            return { standsFor: ['private-key'] };
        case 'jwt':
        case 'token-service':
        case 'trust-policy':
            // A JWT names its App, and a service has an App of its own.
            return { standsFor: ['app-id', 'private-key'] };
        default:
            return {};
    }
}
function withoutMarks(name) {
    return name.replace(/[-_ ]/g, '');
}


/***/ }),

/***/ 2094:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ times),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   oR: () => (/* binding */ joined)
/* harmony export */ });
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);

/** What GitHub said, fit to be quoted. The sentence around it has its own full stop. */
function quote(message, longest) {
    return `"${(0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(message, longest).replace(/\.$/, '')}"`;
}
/** How often something was tried, for sentences: in words as far as a request is repeated. */
function times(count) {
    const words = ['never', 'once', 'twice', 'three times', 'four times'];
    const [word = `${count} times`] = words.slice(count);
    return word;
}
/** A count with its noun. */
function counted(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
/** Names for a sentence: `jwt`, or `private-key, private-key-file and jwt`. */
function joined(names) {
    const others = names.slice(0, -1);
    const last = names.slice(-1).join();
    return others.length === 0 ? last : `${others.join(', ')} and ${last}`;
}
/** At most this many names are in a sentence. The others are counted. */
const MAX_LISTED = 10;
/** Names for a sentence: `hello, lib`, or the first few `and 40 more`. */
function listed(names) {
    const more = names.length - MAX_LISTED;
    const shown = names.slice(0, MAX_LISTED).join(', ');
    return more > 0 ? `${shown} and ${more} more` : shown;
}


/***/ })

};
;