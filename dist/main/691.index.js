"use strict";
exports.id = 691;
exports.ids = [691,793,731];
exports.modules = {

/***/ 8691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportFailure: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: ./src/tokens/describe.ts
var describe = __webpack_require__(2149);
// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problem = __webpack_require__(6147);
// EXTERNAL MODULE: ./src/signers/key-service/key-service-client.ts
var key_service_client = __webpack_require__(1394);
// EXTERNAL MODULE: ./src/sources/token-service-client.ts
var token_service_client = __webpack_require__(3273);
// EXTERNAL MODULE: ./src/sources/token-service-source.ts
var token_service_source = __webpack_require__(8651);
// EXTERNAL MODULE: ./src/tokens/create.ts + 1 modules
var create = __webpack_require__(4199);
// EXTERNAL MODULE: ./src/config/app-id.ts
var app_id = __webpack_require__(6315);
// EXTERNAL MODULE: ./src/config/app-key.ts
var app_key = __webpack_require__(335);
// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var targets = __webpack_require__(5237);
// EXTERNAL MODULE: ./src/config/permissions.ts
var config_permissions = __webpack_require__(2262);
;// CONCATENATED MODULE: ./src/explain/context.ts





/** Whether the workflow names the account: only then can it be misspelt. */
function isOwnerTyped(target) {
    return target.kind !== 'repositories' || target.reason === 'both-set';
}
/** The App, if it was looked up and is known. */
function knownApp({ evidence }) {
    return evidence?.kind === 'app-known' || evidence?.kind === 'not-on-owner'
        ? evidence.app
        : undefined;
}
/** The installation on the owner that the workflow names, if it was looked up after the failure. */
function installationOnOwner({ evidence }) {
    return evidence?.kind === 'app-known' ? evidence.onOwner : undefined;
}
/** What was found out about the repositories, if they were looked up one by one. */
function repositoryEvidence({ evidence }) {
    return evidence?.kind === 'app-known' || evidence?.kind === 'repositories'
        ? evidence.repositories
        : undefined;
}
/** The App's slug, if GitHub has said it. */
function appName(context) {
    const slug = context.installation?.appSlug ?? knownApp(context)?.slug ?? '';
    return slug === '' ? 'The App' : (0,printable/* printable */.g)(slug);
}
/** The App's slug, or `the App`, for the middle of a sentence. */
function theApp(context) {
    return appName(context).replace(/^The App$/, 'the App');
}
/** The account or enterprise that the workflow named. */
function accountName({ request }) {
    const target = request?.target;
    if (target === undefined)
        return 'the account';
    return target.kind === 'installation' && target.owner === ''
        ? `the account of installation ${target.id}`
        : (0,targets/* accountOf */.XP)(target);
}
/** The App's id as the workflow gave it, with its input, and a short name of the key, with its input. */
function credentials({ credential }) {
    if (credential === undefined)
        return { id: 'this id', idInput: 'client-id', key: 'the key', keyInput: 'private-key' };
    const { app, key } = credential;
    return {
        id: (0,app_id/* appIdName */.E)(app),
        idInput: app.input,
        key: `the ${(0,app_key/* keyName */.x)(key)}`,
        keyInput: keyInput(key)
    };
}
function keyInput(key) {
    switch (key.kind) {
        case 'pem':
            return key.input;
        case 'jwt':
            return 'jwt';
        case 'key-service':
            return 'kms-key';
    }
}
/** The JWT, if it was made elsewhere. */
function givenJwt({ credential }) {
    return credential?.key.kind === 'jwt' ? credential.key : undefined;
}
/** The API in use. */
function apiUrl({ config }) {
    const url = config?.api.url;
    return url === undefined ? 'the API' : (0,printable/* printable */.g)(url);
}
/** A permission as people write it: `contents: write`. */
function permissionLine(name, level) {
    return `${(0,config_permissions/* dashed */.Gg)((0,printable/* printable */.g)(name))}: ${level}`;
}
/**
 * The page where an installation's owner changes it, or a description of the way there. Its address
 * names the account. If the workflow does not name it, the log must not either: anyone may read it.
 */
function settingsPage(context) {
    const { request, installation = installationOnOwner(context) } = context;
    const url = installation?.settingsUrl ?? '';
    const target = request?.target;
    const isNamed = !(target?.kind === 'installation' && target.owner === '');
    return url !== '' && isNamed ? (0,printable/* printable */.g)(url) : "the account's settings > GitHub Apps > Configure";
}

// EXTERNAL MODULE: ./src/explain/words.ts
var explain_words = __webpack_require__(2094);
// EXTERNAL MODULE: ./src/tokens/grant.ts
var grant = __webpack_require__(184);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var src_time = __webpack_require__(1968);
// EXTERNAL MODULE: ./src/github/jwt.ts
var github_jwt = __webpack_require__(3106);
// EXTERNAL MODULE: ./src/config/private-key/mistakes.ts
var mistakes = __webpack_require__(7467);
;// CONCATENATED MODULE: ./src/explain/key-problems.ts


/**
 * What a person reads about a private key that cannot be used. BEGIN and END lines are never quoted:
 * the runner masks each line of a secret, and would print `***` instead.
 */
function explainKey({ input, mistake, isFallbackSet }) {
    const subject = input === 'private-key' ? input : 'The file in private-key-file';
    const describe = MISTAKES[mistake.mistake];
    const words = describe(mistake);
    return {
        code: words.code,
        title: `${input} ${words.title}`,
        problem: `${subject} ${words.problem}.${unusedFallback(isFallbackSet)}`,
        fix: FIXES[words.fix][input]
    };
}
/** Says why a fallback token is not used, if there is one. */
function unusedFallback(isSet = false) {
    return isSet
        ? '\nfallback-token is not used: it is only for pull requests from forks, for runs of Dependabot, and for steps in which no input for a credential is set.'
        : '';
}
const MISTAKES = {
    empty: () => ({
        code: 'private-key-empty',
        title: 'is empty',
        problem: 'is empty',
        fix: 'generate'
    }),
    'not-a-key': ({ looksLike }) => notAKey(...LOOKALIKES[looksLike]),
    'no-begin-line': ({ length }) => notAKey(`is not a private key: ${(0,explain_words/* counted */.hS)(length, 'character')} without a BEGIN line`, 'generate'),
    'too-long': ({ length }) => notAKey(`is not a private key: it has ${(0,explain_words/* counted */.hS)(length, 'character')}, more than ${mistakes/* MAX_TEXT_LENGTH */.Gt}`, 'generate'),
    encrypted: () => ({
        code: 'private-key-wrong-kind',
        title: 'is encrypted',
        problem: 'is encrypted, and the action cannot ask for the passphrase',
        fix: 'no-passphrase'
    }),
    'not-rsa': ({ algorithm }) => ({
        code: 'private-key-wrong-kind',
        title: 'is not an RSA key',
        problem: `is of the wrong kind (${algorithm}). GitHub accepts only RSA keys`,
        fix: 'generate'
    }),
    'too-few-bits': ({ bits }) => ({
        code: 'private-key-wrong-kind',
        title: 'is too short',
        problem: `is an RSA key of ${bits} bits. GitHub requires 2048 bits or more`,
        fix: 'generate'
    }),
    'too-many-bits': ({ bits }) => ({
        code: 'private-key-wrong-kind',
        title: 'is too long',
        problem: `is an RSA key of ${bits} bits. Signing with it takes too long`,
        fix: 'generate'
    }),
    'only-first-line': () => incomplete('it contains only the first line of a key', 'whole'),
    'no-body': () => incomplete('there is nothing between its first and last line', 'whole'),
    'no-first-line': () => incomplete('its first line, the one with BEGIN, is missing'),
    'no-last-line': () => incomplete('its last line, the one with END, is missing'),
    'cut-short': ({ bytes, announced, oddLine }) => {
        const line = oddLine === undefined ? '' : `, and ${describeLine(oddLine)}`;
        return incomplete(`${bytes} of its ${announced} bytes are there${line}`);
    },
    damaged: ({ oddLine }) => damaged(oddLine === undefined
        ? 'it looks like a key, but its numbers do not fit together'
        : describeLine(oddLine)),
    'broken-dashes': () => damaged('some dashes around BEGIN or END are missing'),
    several: ({ keys }) => ({
        code: 'private-key-several',
        title: 'contains several private keys',
        problem: `contains ${keys} different private keys. An App uses one`,
        fix: 'one'
    })
};
function notAKey(problem, fix) {
    return { code: 'private-key-not-a-key', title: 'is not a private key', problem, fix };
}
function incomplete(what, fix = 'again') {
    const problem = `is cut short: ${what}`;
    return { code: 'private-key-incomplete', title: 'is cut short', problem, fix };
}
function damaged(what) {
    const problem = `is damaged: ${what}`;
    return { code: 'private-key-damaged', title: 'is damaged', problem, fix: 'again' };
}
function describeLine({ line, reason }) {
    return reason === 'length'
        ? `line ${line} is not as long as the first line`
        : `line ${line} contains an invalid character`;
}
const LOOKALIKES = {
    'public-key': ['is a public key. An App needs its private key', 'generate'],
    certificate: ['is a certificate. An App needs its private key', 'generate'],
    pgp: ['is a PGP key. GitHub accepts only RSA keys of the App', 'generate'],
    pkcs12: ['is a PKCS#12 (.pfx) file, not a PEM file', 'convert'],
    putty: ['is a PuTTY key, not a PEM file', 'convert'],
    asterisks: ['contains only asterisks, as a log shows a secret', 'copy'],
    expression: ['looks like an expression that GitHub did not evaluate', 'secret'],
    variable: ['looks like a variable or command that no shell expanded', 'secret'],
    name: ['looks like the name of a secret or a variable, not like its value', 'secret'],
    'client-secret': ['looks like a client secret (40 hex characters)', 'generate'],
    fingerprint: ['looks like the fingerprint of a key, not like the key', 'generate'],
    token: ['looks like a GitHub token, not like a private key', 'generate'],
    jwt: ['looks like a JSON web token, not like a private key', 'jwt'],
    'client-id': ['looks like a client ID. Use client-id for it', 'generate'],
    'app-id': ['looks like an App ID (digits only). Use app-id for it', 'generate'],
    json: ['looks like JSON without a private key', 'generate'],
    path: ['looks like a path, not like a private key', 'path'],
    binary: ['contains binary data, not text', 'convert']
};
const GENERATE_KEY = 'App settings > Private keys > Generate a private key.';
const STORE_KEY = '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem';
const PUT_KEY_FILE = 'use the whole .pem file as the file in private-key-file.';
/** What to do to use a new key of the App's settings, after "generate a key". */
function replaceKey(input) {
    switch (input) {
        case 'private-key':
            return `store the whole .pem file:\n${STORE_KEY}`;
        case 'private-key-file':
            return 'replace the file in private-key-file by the whole .pem file.';
        case 'jwt':
            return 'sign the JWT with it.';
        case 'kms-key':
            return 'import it into the key service, and name it in `kms-key`: see docs/KEYS.md of this action.';
    }
}
/** `App settings > Private keys`: github.com/settings/apps, or the same page of an organization. */
const FIXES = {
    generate: {
        'private-key': `${GENERATE_KEY} Store the whole .pem file:\n${STORE_KEY}`,
        'private-key-file': `${GENERATE_KEY} Use the whole .pem file as the file in private-key-file.`
    },
    again: {
        'private-key': `store the whole .pem file again:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `${PUT_KEY_FILE} If you do not have the file: ${GENERATE_KEY}`
    },
    whole: {
        'private-key': `store the whole .pem file, with all its lines:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `use the whole .pem file, with all its lines, as the file in private-key-file.`
    },
    secret: {
        'private-key': 'write `private-key: ${{ secrets.NAME }}` in the step under `with:`, with the name of the ' +
            `secret, and store the whole .pem file in that secret:\n${STORE_KEY}`,
        'private-key-file': PUT_KEY_FILE
    },
    path: {
        'private-key': `set the path in private-key-file instead, or store the whole .pem file:\n${STORE_KEY}`,
        'private-key-file': 'set that path itself in private-key-file.'
    },
    one: {
        'private-key': 'keep only the newest key. GitHub accepts the old and the new key of an App side by side: ' +
            `to rotate, replace the secret first, then delete the old key:\n${STORE_KEY}`,
        'private-key-file': 'keep only the newest key. GitHub accepts the old and the new key of an App side by side: ' +
            'to rotate, replace the file first, then delete the old key.'
    },
    'no-passphrase': {
        'private-key': `store the .pem file as GitHub created it, without a passphrase:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `use the .pem file as GitHub created it, without a passphrase, as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
    },
    copy: {
        'private-key': `you cannot copy a secret from a log. Store the whole .pem file:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `you cannot copy a secret from a log. Use the whole .pem file as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
    },
    convert: {
        'private-key': `store the .pem file that GitHub created, not a converted one:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `use the .pem file that GitHub created, not a converted one, as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
    },
    jwt: {
        'private-key': `if the App's key signed it, set it in \`jwt\`, and remove \`private-key\`. Otherwise store the whole .pem file:\n${STORE_KEY}`,
        'private-key-file': `if the App's key signed it, set it in \`jwt\`, and remove \`private-key-file\`. Otherwise ${PUT_KEY_FILE}`
    }
};

// EXTERNAL MODULE: ./src/config/key-service/google-paths.ts
var google_paths = __webpack_require__(8976);
// EXTERNAL MODULE: ./src/signers/key-service/google.ts
var google = __webpack_require__(5906);
;// CONCATENATED MODULE: ./src/explain/key-service/google-rules.ts



/** What people read about Google Cloud KMS. */
const GOOGLE = {
    serviceName: (_, stage) => googleServiceName(stage),
    addressInput: ({ server }) => (server === '' ? undefined : 'kms-key'),
    message: googleMessage,
    explain: explainGoogle
};
/** Who answers at a stage, as people call it. */
function googleServiceName(stage) {
    if (stage === 'login')
        return "Google's Security Token Service";
    return stage === 'impersonation' ? "Google's IAM Credentials API" : 'Google Cloud KMS';
}
/** What Google says of a failure, without names that must not be in a public log. */
function googleMessage(reply, isPrivate) {
    const { message } = (0,google/* googleError */.O)(reply);
    return isPrivate ? message : withoutNames(message);
}
/** Removes projects and accounts. */
function withoutNames(message) {
    return message
        .replace(/\b(projects?[/= ])(?!has\b|and\b|in\b)["']?[\w.:-]*\w/g, '$1…')
        .replace(/[\w.+-]+@[\w.-]*\w/g, '…');
}
/** Explains a refusal of one of Google's services, by its code. */
function explainGoogle(refusal) {
    const error = (0,google/* googleError */.O)(refusal.reply);
    if (error.reason === 'SERVICE_DISABLED')
        return apiDisabled(refusal, error);
    if (refusal.stage === 'login')
        return explainLogin(refusal, error);
    return refusal.stage === 'impersonation'
        ? explainImpersonation(refusal)
        : explainSignature(refusal, error);
}
/** What was refused, and Google's own words, as one sentence. */
function said({ serviceName, reply, isPrivate }, what) {
    const message = googleMessage(reply, isPrivate);
    return `${serviceName} refused ${what}${message === '' ? ` with ${reply.status}` : `: ${(0,explain_words/* quote */.hD)(message)}`}.`;
}
const APIS = {
    login: 'sts',
    impersonation: 'iamcredentials'
};
function apiDisabled(refusal, { consumer }) {
    const { key, stage, isPrivate } = refusal;
    const api = `${APIS[stage] ?? 'cloudkms'}.googleapis.com`;
    const project = consumer.replace(/^projects\//, '');
    const isShown = /^[\w.:-]+$/.test(project) &&
        (isPrivate || [key.project, key.login.provider.project].includes(project));
    const where = isShown
        ? 'enable it:'
        : 'enable it in the project of the service account, or of the workload identity pool if there is no service account:';
    return {
        code: 'google-api-disabled',
        title: 'An API of Google Cloud is not enabled',
        problem: `${said(refusal, 'the request')}\nThe API ${api} is not enabled in the project that the request counts for.`,
        fix: `${where}\n  gcloud services enable ${api} --project ${isShown ? project : 'PROJECT'}\nAfter some minutes, run the job again.`
    };
}
function explainLogin(refusal, error) {
    const cause = loginCause(refusal.key, error);
    return (cause && {
        code: 'google-login-refused',
        title: 'Google refused the login',
        problem: `${said(refusal, 'the login')}\n${cause[0]}`,
        fix: cause[1]
    });
}
function loginCause(key, { code, message }) {
    const { provider } = key.login;
    const named = `${provider.name} in the pool ${provider.pool}`;
    if (/attribute condition/i.test(message)) {
        return [
            `The provider ${named} has a condition that the job's OIDC token does not meet. The details above show the claims.`,
            `correct the condition, or run the job where it is met (branch, environment). This shows it:\n  ${providerCommand(key, 'describe')} --format "value(attributeCondition)"`
        ];
    }
    if (message.includes('127 bytes')) {
        return [
            'The provider makes google.subject from the claim sub, and sub is too long for it: it contains the names of the owner, the repository and the branch or environment. The details above show it.',
            `map google.subject to a shorter claim. Keep your other attributes in the list, because it replaces them. Rights that were given by subject must be given again:\n  ${providerCommand(key, 'update-oidc')} --attribute-mapping "google.subject=assertion.repository_id,attribute.repository=assertion.repository"`
        ];
    }
    if (code === 'invalid_target' || message.includes('value for "audience"')) {
        return [
            `There is no provider ${named}, or it is disabled or deleted.`,
            'correct `gcp-workload-identity-provider`. This shows the providers of the pool, with their full names:\n' +
                `  gcloud iam workload-identity-pools providers list ${poolFlags(key)}`
        ];
    }
    if (/\baudience\b/i.test(message)) {
        return [
            `The provider ${named} accepts another audience. The details above show the one that was sent (aud).`,
            `set \`audience\` to one of the allowed audiences, or remove \`audience\` if there are none. This shows them:\n  ${providerCommand(key, 'describe')} --format "value(oidc.allowedAudiences)"`
        ];
    }
    if (/\bissuer\b|\bsignature\b|\bkey id\b|\bjwks?\b/i.test(message)) {
        return [
            `The provider ${named} does not trust the issuer of the job's OIDC token. The details above show it (iss).`,
            `set the issuer of the provider to this iss. For github.com:\n  ${providerCommand(key, 'update-oidc')} --issuer-uri "https://token.actions.githubusercontent.com"`
        ];
    }
    return /\bstale\b|\bexpired?\b|not yet|issued at/i.test(message)
        ? [
            'Google compared the times in the OIDC token with its own clock.',
            'run the job again. If it fails again, the clock of the GitHub that made the token is wrong.'
        ]
        : undefined;
}
function explainImpersonation(refusal) {
    const { key, reply } = refusal;
    const account = key.login.serviceAccount;
    if (reply.status !== 403 && reply.status !== 404)
        return undefined;
    return {
        code: 'google-impersonation-denied',
        title: 'The workload may not act as the service account',
        problem: `${said(refusal, 'to act as the service account')}\nThere is no service account ${account}, or the workload may not act as it.`,
        fix: `correct \`gcp-service-account\`, or allow this repository to act as it (the provider has to map attribute.repository):\n  gcloud iam service-accounts add-iam-policy-binding ${account} --role roles/iam.workloadIdentityUser --member "${workload(refusal)}"`
    };
}
function explainSignature(refusal, error) {
    const { key, reply } = refusal;
    const problem = said(refusal, `to sign with ${key.ring}/${key.name} version ${key.version}`);
    const state = /current state is:? (\w+)/i.exec(error.message)?.[1];
    if (state !== undefined)
        return notEnabled(key, problem, state);
    if (/\b(?:purpose|algorithm|digest)\b/i.test(error.message) && reply.status === 400) {
        return {
            code: 'kms-key-unsuitable',
            title: 'This key cannot sign for a GitHub App',
            problem,
            fix: "import the App's private key as a key with the purpose asymmetric-signing and the algorithm rsa-sign-pkcs1-2048-sha256, and name it in `kms-key`."
        };
    }
    if (reply.status === 404) {
        return {
            code: 'google-key-not-found',
            title: 'Google does not have this key version',
            problem,
            fix: `correct \`kms-key\`. This shows the versions of the key:\n  gcloud kms keys versions list ${keyFlags(key)}`
        };
    }
    if (reply.status !== 403)
        return undefined;
    const [cause, fix] = /SECURITY_POLICY|VPC_SERVICE/i.test(error.reason)
        ? PERIMETER
        : right(refusal);
    return {
        code: 'google-key-denied',
        title: 'Google does not allow this login to sign',
        problem: `${problem}\n${cause}`,
        fix
    };
}
const PERIMETER = [
    'VPC Service Controls protect the project of the key, and this runner is outside of the perimeter.',
    'add an ingress rule for this identity to the perimeter, or use a runner inside of it.'
];
function right(refusal) {
    const { key } = refusal;
    const { serviceAccount } = key.login;
    const who = serviceAccount === '' ? 'this repository' : `the service account ${serviceAccount}`;
    const hint = serviceAccount === '' ? ' (the provider has to map attribute.repository)' : '';
    return [
        `Either the key does not exist, or ${serviceAccount === '' ? 'the workload' : who} may not sign with it. Google does not say which.`,
        `check \`kms-key\`, then allow ${who} to sign with this key${hint}:\n  gcloud kms keys add-iam-policy-binding ${key.name} --keyring ${key.ring} --location ${key.location} --project ${key.project} --role roles/cloudkms.signer --member "${serviceAccount === '' ? workload(refusal) : `serviceAccount:${serviceAccount}`}"`
    ];
}
function notEnabled(key, said, state) {
    const command = (verb) => `  gcloud kms keys versions ${verb} ${key.version} ${keyFlags(key)}`;
    const fixes = new Map([
        ['DISABLED', `if this key may be used again, enable it:\n${command('enable')}`],
        [
            'DESTROY_SCHEDULED',
            `if this key is still needed, restore it, then enable it:\n${command('restore')}\n${command('enable')}`
        ],
        ['PENDING_IMPORT', 'wait until the import of the key is done, then run the job again.'],
        ['PENDING_GENERATION', MADE_HERE]
    ]);
    return {
        code: 'google-key-not-enabled',
        title: 'This version of the key is not enabled',
        problem: said,
        fix: fixes.get(state) ??
            "import the App's private key again, as docs/KEYS.md of this action says, and name the new version in `kms-key`."
    };
}
const MADE_HERE = "this key is made by Google, and GitHub accepts only keys that it generated itself. Import the App's private key, as docs/KEYS.md of this action says, and name it in `kms-key`.";
/** This repository, as Google's policies name it. */
function workload({ key, claims }) {
    const repository = claims?.get('repository') ?? '';
    const name = /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : 'OWNER/REPOSITORY';
    return `principalSet://iam.googleapis.com/${(0,google_paths/* googlePoolPath */.lH)(key.login.provider)}/attribute.repository/${name}`;
}
function providerCommand(key, verb) {
    return `gcloud iam workload-identity-pools providers ${verb} ${key.login.provider.name} ${poolFlags(key)}`;
}
function poolFlags({ login: { provider } }) {
    return `--workload-identity-pool ${provider.pool} --location global --project ${provider.project}`;
}
function keyFlags({ name, ring, location, project }) {
    return `--key ${name} --keyring ${ring} --location ${location} --project ${project}`;
}
/** Commands that show which key it is, for people who may read its public half. */
function googleKeyCommands(key) {
    return [
        `gcloud kms keys versions describe ${key.version} ${keyFlags(key)} --format "value(algorithm)"`,
        `gcloud kms keys versions get-public-key ${key.version} ${keyFlags(key)} --output-file key.pem`,
        'openssl pkey -pubin -in key.pem -outform DER | openssl sha256 -binary | openssl base64'
    ];
}

;// CONCATENATED MODULE: ./src/explain/credential-rules.ts







/** Why GitHub did not accept the App's JWT. */
const CREDENTIAL_RULES = [
    jwtClock,
    clockOff,
    jwtRefused,
    serviceKeyRefused,
    keyRefused,
    noKey,
    malformedIssuer
];
/** The action cannot sign again by GitHub's clock, so both times are told. */
function jwtClock(context) {
    const { reply, attempts, rateLimitWaited } = context.error;
    const jwt = givenJwt(context);
    if (jwt === undefined || !(0,github_jwt/* isClockRefusal */.Xg)(reply))
        return undefined;
    const methods = attempts.slice(-1).map(({ method }) => method);
    const request = [...methods, (0,printable/* printable */.g)(reply.url)].join(' ');
    const hasEnded = (clocksOf(context)?.runner ?? 0) >= jwt.expires * 1000;
    return {
        code: 'jwt-clock',
        ...(hasEnded
            ? { title: 'The JWT ended while the step ran', fix: MAKE_LATER }
            : { title: 'GitHub refused the times of the JWT', fix: COMPARE_CLOCKS }),
        problem: [
            `GitHub refused the times in the JWT of jwt: ${(0,explain_words/* quote */.hD)(reply.message)}. The request was ${request}.`,
            `The JWT is valid from ${(0,src_time/* isoTime */.Ly)(jwt.issuedAt * 1000)} (iat) to ${(0,src_time/* isoTime */.Ly)(jwt.expires * 1000)} (exp). ${describeClocks(context)}`,
            `${rateLimitWaited > 0 ? `The step waited ${(0,src_time/* amountOfTime */.RI)(rateLimitWaited)} for GitHub's rate limit. ` : ''}The action cannot make this JWT again.`
        ].join('\n')
    };
}
const MAKE_LATER = 'make the JWT in the step before this one, with 9 minutes of life. For many owners, use several steps, each with its own JWT.';
const COMPARE_CLOCKS = "set the clock of the machine that makes the JWT, and this runner's (NTP). Set `iat` to 60 seconds ago, and `exp` to at most 9 minutes from now.";
function clocksOf({ evidence }) {
    return evidence?.kind === 'clocks' ? evidence : undefined;
}
function describeClocks(context) {
    const clocks = clocksOf(context);
    return clocks === undefined
        ? "GitHub's answer does not contain its time."
        : `GitHub's time is ${(0,src_time/* isoTime */.Ly)(clocks.github)}, and this runner's is ${(0,src_time/* isoTime */.Ly)(clocks.runner)}.`;
}
function clockOff(context) {
    const { reply } = context.error;
    if (!(0,github_jwt/* isClockRefusal */.Xg)(reply))
        return undefined;
    return {
        code: 'clock-off',
        title: "This runner's clock is wrong",
        problem: [
            `GitHub refused the times in the App's JWT: ${(0,explain_words/* quote */.hD)(reply.message)}.`,
            compareClocks(context),
            'The action corrects a clock by up to one day, but not this one.'
        ].join(' '),
        fix: "set the runner's clock (NTP), then run the job again."
    };
}
function compareClocks(context) {
    const clocks = clocksOf(context);
    if (clocks === undefined)
        return "GitHub's answer does not contain its time.";
    const ahead = clocks.runner - clocks.github;
    const direction = ahead > 0 ? 'ahead of' : 'behind';
    const theirs = new Date(clocks.github).toISOString();
    return `This runner's clock is ${(0,src_time/* amountOfTime */.RI)(ahead)} ${direction} GitHub's. GitHub's time is ${theirs}.`;
}
function jwtRefused(context) {
    const { message } = context.error.reply;
    if (givenJwt(context) === undefined || !UNDECODABLE.test(message))
        return undefined;
    return {
        code: 'jwt-refused',
        title: 'No key of this App signed the JWT',
        problem: [
            `GitHub refused the JWT of jwt: ${(0,explain_words/* quote */.hD)(message)}.`,
            `Either the key that signed it does not belong to the App with ${credentials(context).id}, or it was deleted, or the JWT was changed after it was signed.`
        ].join('\n'),
        fix: 'sign with a key that is listed under "Private keys" in the App\'s settings. A key that was created in a key service does not work: GitHub accepts only keys that it generated. Import one of those.'
    };
}
const UNDECODABLE = /JSON web token could not be decoded/i;
/** Whether GitHub refused a JWT because none of the App's keys made its signature. */
function isKeyRefusal({ message }) {
    return UNDECODABLE.test(message);
}
function serviceKeyRefused(context) {
    const { error, evidence } = context;
    if (evidence?.kind !== 'service-key')
        return undefined;
    const { id, key } = credentials(context);
    const { fingerprint, version, otherAlgorithm } = evidence.key;
    const which = version === undefined ? key : `version ${(0,printable/* printable */.g)(version)} of ${key}`;
    const said = `GitHub refused the JWT that was signed with ${which}: ${(0,explain_words/* quote */.hD)(error.reply.message)}.`;
    if (otherAlgorithm !== undefined)
        return otherPurpose(said, otherAlgorithm);
    return {
        code: 'kms-key-not-of-app',
        title: "The key in the key service is not the App's",
        problem: [
            said,
            `The App with ${id} does not have this key. Most often the key was made in the key service. GitHub accepts only keys that it generated itself, so such a key must be imported.${fingerprint === undefined ? '' : `\nThe fingerprint of the key in the key service is ${fingerprint}.`}`
        ].join('\n'),
        fix: fingerprint === undefined
            ? 'generate a private key in the settings of the App, import it as docs/KEYS.md of this action says, and name it in `kms-key`.' +
                commandsFor(context)
            : 'look for this fingerprint under "Private keys" in the settings of the App. If it is not there, generate a key, import it as docs/KEYS.md of this action says, and name it in `kms-key`.'
    };
}
/** How to see which key it is, if the step may not read its public half. */
function commandsFor({ credential }) {
    const key = credential?.key;
    const isGoogle = key?.kind === 'key-service' && key.service === 'google';
    const commands = isGoogle ? googleKeyCommands(key) : [];
    return commands.length === 0
        ? ''
        : ['\nThese commands show the algorithm and the fingerprint of the key:', ...commands].join('\n  ');
}
function otherPurpose(said, algorithm) {
    return {
        code: 'kms-key-unsuitable',
        title: 'This key cannot sign for a GitHub App',
        problem: `${said}\nIn the key service, the key is for ${(0,printable/* printable */.g)(algorithm)}. GitHub accepts only RSASSA-PKCS1-v1_5 with SHA-256 (RS256).`,
        fix: "import the App's private key again, for RSASSA-PKCS1-v1_5 with SHA-256, as docs/KEYS.md of this action says, and name that key in `kms-key`."
    };
}
function keyRefused(context) {
    const { message } = context.error.reply;
    if (!UNDECODABLE.test(message))
        return undefined;
    const { id, idInput, key, keyInput } = credentials(context);
    return {
        code: 'key-refused',
        title: 'The private key does not belong to this App',
        problem: [
            `GitHub refused the key: ${(0,explain_words/* quote */.hD)(message)}.`,
            `Either ${key} does not belong to the App with ${id}, or it was deleted.`
        ].join('\n'),
        fix: [
            'look for this fingerprint under "Private keys" in the settings of the App.',
            `If it belongs to another App of yours, correct \`${idInput}\`. If no App has it, generate a key, and ${replaceKey(keyInput)}`
        ].join(' ')
    };
}
function noKey(context) {
    const { message } = context.error.reply;
    if (!message.includes('must generate a public key'))
        return undefined;
    const { id, key, keyInput } = credentials(context);
    return {
        code: 'key-none-registered',
        title: 'The App has no private key',
        problem: `The App with ${id} has no key at GitHub, so GitHub cannot accept ${key}: ${(0,explain_words/* quote */.hD)(message)}.`,
        fix: `generate a key (App settings > Private keys > Generate a private key), and ${replaceKey(keyInput)}`
    };
}
function malformedIssuer(context) {
    const { message } = context.error.reply;
    if (!message.includes("('iss')"))
        return undefined;
    const { id, key } = credentials(context);
    return {
        code: 'app-id-malformed',
        title: "The App's id is malformed",
        problem: `GitHub cannot read ${id}: ${(0,explain_words/* quote */.hD)(message)}. It was used with ${key}.`,
        fix: fixIssuer(id)
    };
}
/** What is often wrong with an id that looks like one; empty if nothing is known. */
function hintOnId(id) {
    const value = id.slice(id.indexOf(' ') + 1);
    if (/^ov\d/i.test(value))
        return ' An id that begins with Ov is of an OAuth App, not of a GitHub App.';
    if (/^\d+$/.test(value))
        return ' The id of an installation is another number.';
    const isOneCase = /^(?:iv|IV)/.test(value) || /^Iv2\d[^A-Z]*$/.test(value);
    return isOneCase ? ' Upper and lower case differ: copy the Client ID as it is there.' : '';
}
function fixIssuer(id) {
    const about = 'from the App\'s settings page, under "About"';
    if (/ [io]v\d/i.test(id) && hintOnId(id) !== '') {
        return `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${about}.${hintOnId(id)}`;
    }
    if (/ \d+$/.test(id))
        return `use the App ID (a number) ${about}.`;
    // A slug or a name, for example.
    if (!/ Iv\d/i.test(id))
        return `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${about}, not the App's name.`;
    return `use the App ID (a number) ${about}: an old GitHub Enterprise Server does not accept Client IDs. On github.com, check the Client ID for extra characters.`;
}

// EXTERNAL MODULE: ./src/config/expression.ts
var expression = __webpack_require__(70);
;// CONCATENATED MODULE: ./src/explain/lookup-rules.ts





/** Why GitHub found no installation (404), most telling first. */
const LOOKUP_RULES = [
    appUnknown,
    apiNotFound,
    installationUnknown,
    otherHost,
    swapped,
    otherKind,
    notInstalled,
    goneMeanwhile,
    movedOutOfReach,
    repositoryUnknown,
    repositoryNotSelected,
    notFound
];
/** GitHub's words for a JWT whose `iss` it does not know. */
function isAppUnknown({ message }) {
    return message.includes('Integration not found');
}
function appUnknown(context) {
    const { reply } = context.error;
    const isUnknown = isAppUnknown(reply) || (reply.status === 404 && context.evidence?.kind === 'app-unknown');
    if (!isUnknown)
        return undefined;
    const { id, key } = credentials(context);
    return {
        code: 'app-unknown',
        title: 'GitHub does not know this App',
        problem: `${apiUrl(context)} does not know the App with ${id}: ${(0,explain_words/* quote */.hD)(reply.message)}. It was used with ${key}.`,
        fix: `use the Client ID or App ID from the App's settings page, under "About".${hintOnId(id)} If the App is registered on another GitHub host, set \`github-api-url\` to that host's API.`
    };
}
/** Everything is 404, `GET /app` too: that is no path of an API. */
function apiNotFound(context) {
    if (context.evidence?.kind !== 'no-api')
        return undefined;
    return {
        code: 'api-not-found',
        title: 'There is no GitHub API at this address',
        problem: `There is no GitHub API at ${apiUrl(context)}: it answered 404 to every request, even to GET /app, which every GitHub has.`,
        fix: [
            'correct `github-api-url`, or remove it to use the GitHub that runs the workflow. It has one of these forms:',
            '  https://api.github.com',
            '  https://api.SUBDOMAIN.ghe.com (data residency)',
            '  https://HOSTNAME/api/v3 (Enterprise Server)'
        ].join('\n')
    };
}
/** The App has no installation with the id that the workflow gives. */
function installationUnknown(context) {
    const target = context.request?.target;
    if (context.error.reply.status !== 404 || target?.kind !== 'installation')
        return undefined;
    const app = appName(context);
    return {
        code: 'installation-unknown',
        title: 'The App has no such installation',
        problem: `${app} has no installation ${target.id} (${(0,explain_words/* quote */.hD)(context.error.reply.message)}): it belongs to another App, or was removed.`,
        fix: "correct `installation-id` (the number at the end of the address of the installation's settings page), or set `owner` instead."
    };
}
function otherHost(context) {
    const { config, request } = context;
    if (context.error.reply.status !== 404 || config?.api.isOwn !== false)
        return undefined;
    if (request?.target.kind !== 'repositories')
        return undefined;
    const { reason } = request.target;
    if (reason !== 'nothing-set' && reason !== 'empty-list')
        return undefined;
    const unset = reason === 'nothing-set'
        ? 'owner and repositories are not set'
        : 'owner is not set and repositories names nothing';
    return {
        code: 'other-host',
        title: 'This repository is not on that GitHub',
        problem: `github-api-url is ${apiUrl(context)}, which is not the GitHub that runs this workflow. ${unset}, so the action looked for ${request.subject} there.`,
        fix: 'set `owner` to the account on that host, and `repositories` if the token needs only some of them.'
    };
}
/** The App is installed on an enterprise that `owner` names, or on an account that `enterprise` names. */
function otherKind(context) {
    const { evidence, request } = context;
    if (evidence?.kind !== 'not-on-owner' || evidence.instead.is !== 'other-kind')
        return undefined;
    const name = accountName(context);
    const [what, right, wrong] = request?.target.kind === 'enterprise'
        ? ['an account, not an enterprise', 'owner', 'enterprise']
        : ['an enterprise, not an account', 'enterprise', 'owner'];
    const isBesideRepositories = right === 'enterprise' && request?.lookup.kind === 'repository';
    return {
        code: 'app-not-installed',
        title: 'The App is not installed on this account',
        problem: `${name} is ${what}. ${appName(context)} is installed on it.`,
        fix: isBesideRepositories
            ? `a token for an enterprise cannot reach repositories. For repositories, set \`owner\` to the organization that owns them. For the enterprise, set \`enterprise: ${name}\` instead of \`owner\` and \`repositories\`.`
            : `set \`${right}: ${name}\` instead of \`${wrong}\`.`
    };
}
function notInstalled(context) {
    const { evidence, request } = context;
    if (evidence?.kind !== 'not-on-owner')
        return undefined;
    const [app, account] = [appName(context), accountName(context)];
    const { instead } = evidence;
    const meant = instead.is === 'account' ? ` Did you mean ${(0,printable/* printable */.g)(instead.name)}?` : '';
    const target = request?.target;
    const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner';
    const isTyped = target === undefined || isOwnerTyped(target);
    const other = isTyped ? `correct \`${input}\`` : 'set `owner` to an account where it is installed';
    const ask = `ask an owner of ${account} to install it: ${installPage(context)}`;
    return {
        code: 'app-not-installed',
        title: 'The App is not installed on this account',
        problem: `${app} is not installed on ${account}.${meant}`,
        fix: `${other}, or ${ask}${input === 'enterprise' ? enterpriseNote(context) : ''}`
    };
}
/** `repositories` names an account on which the App is installed, and `owner` does not. */
function swapped(context) {
    const { evidence } = context;
    if (evidence?.kind !== 'not-on-owner' || evidence.instead.is !== 'swapped')
        return undefined;
    const [app, owner] = [appName(context), accountName(context)];
    const account = (0,printable/* printable */.g)(evidence.instead.account);
    return {
        code: 'app-not-installed',
        title: 'The App is not installed on this account',
        problem: `${app} is not installed on ${owner}, but on ${account}. owner and repositories look swapped.`,
        fix: `set \`owner: ${account}\` and \`repositories: ${owner}\`.`
    };
}
/** https://docs.github.com/en/enterprise-cloud@latest/rest/apps/apps has the route, Server does not. */
function enterpriseNote(context) {
    return apiUrl(context).endsWith('/api/v3')
        ? '. Enterprise Server has no installations on enterprises. Use `owner` there.'
        : '';
}
function installPage(context) {
    const page = knownApp(context)?.htmlUrl ?? '';
    return page === '' ? "the App's public page" : `${(0,printable/* printable */.g)(page)}/installations/new`;
}
/** The installation was found, and then GitHub did not know it when asked for a token. */
function goneMeanwhile(context) {
    const { installation, error } = context;
    if (error.reply.status !== 404 || installation === undefined)
        return undefined;
    const [app, account] = [appName(context), accountName(context)];
    return {
        code: 'app-not-installed',
        title: 'The installation of the App is gone',
        problem: `GitHub found installation ${installation.id} of ${app} on ${account}. When the action then requested a token, GitHub did not find it any more (${(0,explain_words/* quote */.hD)(error.reply.message)}). Probably it was removed or replaced.`,
        fix: `run the job again. If it fails again, ask an owner of ${account} to install it: ${installPage(context)}`
    };
}
/** The lookup was redirected to a repository's new name or owner, and the App is not there. */
function movedOutOfReach(context) {
    const { error, request } = context;
    const lookup = request?.lookup;
    if (error.reply.status !== 404 || lookup?.kind !== 'repository')
        return undefined;
    if (!/\/repositories\/\d+\/installation$/.test(error.reply.url))
        return undefined;
    const [app, name] = [appName(context), `${lookup.owner}/${lookup.repository}`];
    return {
        code: 'repository-moved',
        title: 'The repository has a new name or owner',
        problem: `${name} has a new name or owner, and ${app} cannot reach it there.`,
        fix: 'set `owner` and `repositories` to its new place, and install the App there.'
    };
}
function repositoryUnknown(context) {
    const onOwner = installationOnOwner(context);
    if (onOwner?.repositorySelection !== 'all')
        return undefined;
    const text = explainRepositories(context, onOwner);
    return text && { code: 'repository-unknown', ...text };
}
function repositoryNotSelected(context) {
    const onOwner = installationOnOwner(context);
    if (onOwner === undefined)
        return undefined;
    const text = explainRepositories(context, onOwner);
    return text && { code: 'repository-not-selected', ...text };
}
function notFound(context) {
    const { error, request } = context;
    // Without a request for a token nothing was looked up: it is post's revocation that was refused.
    if (error.reply.status !== 404 || request === undefined)
        return undefined;
    const { subject } = request;
    return {
        code: 'app-not-installed',
        title: 'The App is not installed there',
        problem: `GitHub found no installation of ${theApp(context)} for ${subject} (${(0,explain_words/* quote */.hD)(error.reply.message)}): the App is not installed there, or not for this repository, or a name is wrong.`,
        fix: 'check `owner` and `repositories`. Then install the App there, or add the repository to its installation.'
    };
}
/**
 * Which of the requested repositories the App cannot reach, why, and what to do. Undefined if no
 * lookup found out.
 */
function explainRepositories(context, installation) {
    const found = repositoryEvidence(context);
    if (found === undefined)
        return undefined;
    const { outOfReach, renamed } = found;
    if (outOfReach.length === 0)
        return renamed.length === 0 ? undefined : allRenamed(found);
    const text = installation.repositorySelection === 'all'
        ? missing(context, found)
        : notSelected(context, found);
    if (renamed.length === 0)
        return text;
    return { ...text, problem: `${text.problem}\n${renamedToo(renamed)}` };
}
function notSelected(context, found) {
    const { outOfReach } = found;
    const [app, names, isOne] = [appName(context), shortList(outOfReach), outOfReach.length === 1];
    const which = isOne ? 'the repository' : 'the repositories';
    return {
        title: isOne ? 'The App cannot reach the repository' : 'The App cannot reach some repositories',
        problem: `${app} is installed on ${accountName(context)}, but it cannot reach ${which} ${names}. Either the installation does not include ${isOne ? names : 'them'}, or ${isOne ? 'the name is' : 'the names are'} wrong.${unchecked(found)}`,
        fix: [
            `${correction(context)}add ${names} under "Repository access": ${settingsPage(context)}`,
            ...hintsOnNames(outOfReach)
        ].join('\n')
    };
}
/** The inputs whose names can be wrong; empty if the workflow names no repository. */
function correction({ request }) {
    const target = request?.target;
    if (target?.kind !== 'repositories')
        return 'correct `repositories`, or ';
    switch (target.reason) {
        case 'both-set':
            return 'correct `owner` or `repositories`, or ';
        case 'owner-not-set':
            return 'correct `repositories`, or ';
        case 'nothing-set':
        case 'empty-list':
            return '';
    }
}
/** At most this many names are explained. */
const MAX_HINTS = 3;
/** Names that a repository can have, and that are often something else. */
function hintsOnNames(full) {
    const hints = full.flatMap((one) => hintOnName(one.slice(one.indexOf('/') + 1)) ?? []);
    return [...new Set(hints)].slice(0, MAX_HINTS).map((hint) => `  ${hint}`);
}
function hintOnName(name) {
    if (/^\d+$/.test(name))
        return `If ${name} is the id of a repository, set it in \`repository-ids\`.`;
    if ((0,expression/* isExpression */.B)(name)) {
        return `If ${name} is an expression, it was not evaluated: write \`\${{ ${name} }}\`.`;
    }
    if (/^(?:all|any|every|everything)$/i.test(name)) {
        return `If ${name} means every repository of the account, set \`owner\` and remove \`repositories\`.`;
    }
    return /^(?:true|false|null|none|nil|undefined|nan|array|object)$/i.test(name)
        ? `If ${name} is the result of an expression, correct that expression.`
        : undefined;
}
function missing(context, found) {
    const { outOfReach } = found;
    const [account, names] = [accountName(context), shortList(outOfReach)];
    const isOne = outOfReach.length === 1;
    const what = isOne ? `no repository ${names}` : `no repositories ${names}`;
    return {
        title: isOne ? 'There is no such repository' : 'Some of the repositories do not exist',
        problem: `${account} has ${what}. ${appName(context)} can reach all repositories of ${account}.${unchecked(found)}`,
        fix: [fixMissing(context, isOne), ...hintsOnNames(outOfReach)].join('\n')
    };
}
function fixMissing({ request }, isOne) {
    const target = request?.target;
    if (target?.kind !== 'repositories')
        return 'correct `repositories`.';
    switch (target.reason) {
        case 'both-set':
            return 'correct `owner` or `repositories`.';
        case 'owner-not-set':
            return `correct \`repositories\`. If another account owns ${isOne ? 'it' : 'them'}, set \`owner\`.`;
        case 'nothing-set':
        case 'empty-list':
            return 'if this repository was renamed or moved just now, start a new run.';
    }
}
function allRenamed(found) {
    const { renamed } = found;
    return {
        title: renamed.length === 1
            ? 'The repository has a new name or owner'
            : 'Some repositories have a new name or owner',
        problem: `${renamedToo(renamed)}${unchecked(found)}`,
        fix: 'use the new names in `repositories`.'
    };
}
function renamedToo(renamed) {
    const has = renamed.length === 1 ? 'has' : 'have';
    return `${(0,explain_words/* listed */.KE)(renamed)} ${has} a new name or owner. If several repositories are named, GitHub accepts only their current names.`;
}
function unchecked({ notLookedUp }) {
    return notLookedUp === 0 ? '' : ` The action did not look up ${notLookedUp} more.`;
}
function shortList(full) {
    return (0,explain_words/* listed */.KE)(full.map((name) => name.slice(name.indexOf('/') + 1)));
}

// EXTERNAL MODULE: ./src/config/permission-list.ts
var permission_list = __webpack_require__(9828);
// EXTERNAL MODULE: ./src/config/names.ts
var names = __webpack_require__(6234);
;// CONCATENATED MODULE: ./src/explain/permission-titles.ts
// Generated by scripts/generate-permissions.ts from GitHub's documentation.
/** Permissions by their names in GitHub's API, with the titles that people see. */
const PERMISSION_TITLES = [
    ['actions', 'repository', 'Actions'],
    ['actions_variables', 'repository', 'Variables'],
    ['administration', 'repository', 'Administration'],
    ['attestations', 'repository', 'Attestations'],
    ['blocking', 'account', 'Block another user'],
    ['checks', 'repository', 'Checks'],
    ['codespaces', 'repository', 'Codespaces'],
    ['codespaces_lifecycle_admin', 'repository', 'Codespaces lifecycle admin'],
    ['codespaces_metadata', 'repository', 'Codespaces metadata'],
    ['codespaces_secrets', 'repository', 'Codespaces secrets'],
    ['codespaces_user_secrets', 'account', 'Codespaces user secrets'],
    ['contents', 'repository', 'Contents'],
    ['dependabot_secrets', 'repository', 'Dependabot secrets'],
    ['deployments', 'repository', 'Deployments'],
    ['emails', 'account', 'Email addresses'],
    ['enterprise_custom_properties', 'enterprise', 'Custom properties'],
    ['environments', 'repository', 'Environments'],
    ['followers', 'account', 'Followers'],
    ['gists', 'account', 'Gists'],
    ['git_signing_ssh_public_keys', 'account', 'SSH signing keys'],
    ['gpg_keys', 'account', 'GPG keys'],
    ['interaction_limits', 'account', 'Interaction limits'],
    ['issues', 'repository', 'Issues'],
    ['keys', 'account', 'Git SSH keys'],
    ['members', 'organization', 'Members'],
    ['metadata', 'repository', 'Metadata'],
    ['organization_actions_variables', 'organization', 'Variables'],
    ['organization_administration', 'organization', 'Administration'],
    ['organization_announcement_banners', 'organization', 'Organization announcement banners'],
    ['organization_api_insights', 'organization', 'API Insights'],
    ['organization_codespaces', 'organization', 'Organization codespaces'],
    ['organization_codespaces_secrets', 'organization', 'Organization codespaces secrets'],
    ['organization_codespaces_settings', 'organization', 'Organization codespaces settings'],
    ['organization_copilot_seat_management', 'organization', 'GitHub Copilot Business'],
    ['organization_custom_org_roles', 'organization', 'Custom organization roles'],
    ['organization_custom_properties', 'organization', 'Custom properties'],
    ['organization_custom_roles', 'organization', 'Custom repository roles'],
    ['organization_dependabot_secrets', 'organization', 'Organization dependabot secrets'],
    ['organization_events', 'organization', 'Events'],
    ['organization_hooks', 'organization', 'Webhooks'],
    ['organization_network_configurations', 'organization', 'Network configurations'],
    ['organization_personal_access_token_requests', 'organization', 'Personal access token requests'],
    ['organization_personal_access_tokens', 'organization', 'Personal access tokens'],
    ['organization_private_registries', 'organization', 'Organization private registries'],
    ['organization_projects', 'organization', 'Projects'],
    ['organization_secrets', 'organization', 'Secrets'],
    ['organization_self_hosted_runners', 'organization', 'Self-hosted runners'],
    ['organization_user_blocking', 'organization', 'Blocking users'],
    ['pages', 'repository', 'Pages'],
    ['plan', 'account', 'Plan'],
    ['profile', 'account', 'Profile'],
    ['pull_requests', 'repository', 'Pull requests'],
    ['repository_advisories', 'repository', 'Repository security advisories'],
    ['repository_custom_properties', 'repository', 'Custom properties'],
    ['repository_hooks', 'repository', 'Webhooks'],
    ['repository_projects', 'repository', 'Projects'],
    ['secret_scanning_alerts', 'repository', 'Secret scanning alerts'],
    ['secrets', 'repository', 'Secrets'],
    ['security_events', 'repository', 'Code scanning alerts'],
    ['starring', 'account', 'Starring'],
    ['statuses', 'repository', 'Commit statuses'],
    ['team_discussions', 'organization', 'Team discussions'],
    ['vulnerability_alerts', 'repository', 'Dependabot alerts'],
    ['watching', 'account', 'Watching'],
    ['workflows', 'repository', 'Workflows']
];

;// CONCATENATED MODULE: ./src/explain/permission-names.ts



/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const ONLY_GITHUB_TOKEN = new Set(['copilot_requests', 'id_token', 'models']);
/** What people write and GitHub's pages do not, with the permissions that it is part of. */
const OTHER_NAMES = {
    action_secrets: ['secrets'],
    branch_protection: ['administration'],
    branches: ['contents'],
    code: ['contents'],
    code_scanning: ['security_events'],
    collaborators: ['administration'],
    comments: ['issues', 'pull_requests'],
    commits: ['contents'],
    dependabot: ['vulnerability_alerts', 'dependabot_secrets'],
    deploy_keys: ['administration'],
    environment_secrets: ['environments'],
    environment_variables: ['environments'],
    hooks: ['repository_hooks', 'organization_hooks'],
    labels: ['issues', 'pull_requests'],
    prs: ['pull_requests'],
    pulls: ['pull_requests'],
    releases: ['contents'],
    repository_self_hosted_runners: ['administration'],
    rulesets: ['administration'],
    runners: ['organization_self_hosted_runners', 'administration'],
    secret_scanning: ['secret_scanning_alerts'],
    security_advisories: ['repository_advisories'],
    self_hosted_runners: ['organization_self_hosted_runners', 'administration'],
    tags: ['contents'],
    teams: ['members']
};
/** Names of account permissions, in GitHub's API and on its pages. */
const OF_ACCOUNTS = new Set(PERMISSION_TITLES.filter(([, scope]) => scope === 'account').flatMap(([name, , title]) => [
    name,
    nameOfTitle(title)
]));
/** From what people read on GitHub's pages, with or without its scope, to names in the API. */
const MEANT = meantNames();
function meantNames() {
    const meant = new Map();
    for (const [name, scope, title] of PERMISSION_TITLES) {
        if (scope === 'account')
            continue;
        for (const other of [nameOfTitle(title), `${scope}_${nameOfTitle(title)}`]) {
            meant.set(other, [...(meant.get(other) ?? []), name]);
        }
    }
    for (const [other, names] of Object.entries(OTHER_NAMES))
        meant.set(other, names);
    return meant;
}
function nameOfTitle(title) {
    return title.toLowerCase().replace(/[ -]/g, '_');
}
/**
 * Why a permission of this name was probably refused because of its name. Undefined if the token of
 * an installation can have it.
 *
 * @param name as GitHub's API spells names, with underscores
 */
function doubtName(name) {
    if (OF_ACCOUNTS.has(name))
        return { kind: 'account' };
    if (permission_list/* KNOWN_PERMISSIONS */.x.has(name))
        return undefined;
    if (ONLY_GITHUB_TOKEN.has(name))
        return { kind: 'github-token' };
    const full = name.replace(/^org_/, 'organization_').replace(/^repo_/, 'repository_');
    if (permission_list/* KNOWN_PERMISSIONS */.x.has(full))
        return { kind: 'other-name', meant: [full] };
    const meant = MEANT.get(full) ?? MEANT.get((0,names/* nearMiss */.bi)(full, MEANT.keys()) ?? '');
    return meant === undefined ? { kind: 'unlisted' } : { kind: 'other-name', meant };
}
/** The permissions that GitHub's pages show under the same title as this one. */
function sameTitle(name) {
    const title = PERMISSION_TITLES.find(([each]) => each === name)?.[2];
    return PERMISSION_TITLES.filter(([other, , its]) => its === title && other !== name).map(([other, , its]) => ({ name: other, title: its }));
}

;// CONCATENATED MODULE: ./src/explain/permission-rules.ts







/** A table in an annotation has at most this many rows; the others are counted. */
const MAX_ROWS = 20;
/** At most this many names are explained one by one; the others are counted. */
const MAX_EXPLAINED = 10;
const REFERENCE = 'https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps';
/** GitHub refused the permissions. A name or level that probably does not exist is doubted first. */
function permissionsRefused(context) {
    const { reply } = context.error;
    const lacking = lackingPermissions(context);
    const { names, levels, rest } = doubtsIn(context);
    const words = `GitHub refused the permissions that ${theApp(context)} requested on ${accountName(context)}: ${(0,explain_words/* quote */.hD)(reply.message)}.`;
    const doubts = [...names, ...levels];
    const isOtherRefusal = !/permission/i.test(reply.message);
    const known = lacking === undefined ? [] : rest;
    const hints = sameTitleHints(known, context);
    const lines = [
        ...doubts.map(({ line }) => line),
        ...(known.length === 0 ? [] : tableOf(known, context)),
        ...hints.map(({ line }) => line),
        ...(doubts.length + known.length === 0 || isOtherRefusal ? [words] : [])
    ];
    const steps = [...doubts, ...hints].map(({ step }) => step);
    const isRaised = known.length > 0 || doubts.length === 0;
    return {
        ...headingOf(names.length > 0, levels.length > 0),
        problem: lines.join('\n'),
        fix: numbered(isRaised ? [...steps, ...raiseAndAccept(context)] : steps)
    };
}
/** Whether a permission was requested whose name or level probably does not exist. */
function hasDoubts(context) {
    const { names, levels } = doubtsIn(context);
    return names.length + levels.length > 0;
}
function doubtsIn(context) {
    const permissions = lackingPermissions(context) ?? requestedPermissions(context);
    const doubts = doubtsAbout(permissions);
    const isMisplaced = ({ name }) => isOfOtherScope(name, context);
    const misplaced = doubts.rest.filter(isMisplaced).map(({ name }) => (0,config_permissions/* dashed */.Gg)(name));
    return {
        ...doubts,
        names: [...doubts.names, ...onlyElsewhere(misplaced, context)],
        rest: doubts.rest.filter((one) => !isMisplaced(one))
    };
}
/** Whether a permission is for enterprises, and the token is for an account, or the other way round. */
function isOfOtherScope(name, context) {
    const scopes = scopesOf(name);
    const isForEnterprise = isOnEnterprise(context);
    return (
    // An installation that is named by its id can be on either.
    context.request?.target.kind !== 'installation' &&
        name !== 'metadata' &&
        scopes.length > 0 &&
        scopes.every((scope) => (scope === 'enterprise') !== isForEnterprise));
}
/** Where GitHub's pages list a permission. Empty if they do not. */
function scopesOf(name) {
    return PERMISSION_TITLES.filter(([each]) => each === name).map(([, scope]) => scope);
}
function isOnEnterprise({ request }) {
    return request?.target.kind === 'enterprise';
}
function headingOf(isName, isLevel) {
    if (isName) {
        return { code: 'permission-unknown', title: 'The token cannot have a permission of this name' };
    }
    return isLevel
        ? { code: 'permission-malformed', title: 'A permission has no such level' }
        : { code: 'permissions-not-granted', title: 'The App lacks permissions' };
}
function requestedPermissions({ request }) {
    if (request?.requestedPermissions.kind !== 'listed')
        return [];
    return Object.entries(request.requestedPermissions.permissions).map(([name, level]) => ({
        name,
        level,
        granted: undefined
    }));
}
/** Undefined if it is not known what was granted: then nothing is claimed to be lacking. */
function lackingPermissions(context) {
    const { installation } = context;
    if (installation === undefined)
        return undefined;
    return requestedPermissions(context)
        .map((one) => ({ ...one, granted: (0,config_permissions/* levelOf */.In)(installation.permissions, one.name) }))
        .filter(({ level, granted }) => granted === undefined || !(0,config_permissions/* covers */.hU)(granted, level));
}
/** Doubts about the names and levels of permissions, and the permissions that may well exist. */
function doubtsAbout(permissions) {
    const renamed = [];
    const levels = [];
    const rest = [];
    const [ofGitHubToken, ofAccounts, unlisted] = [[], [], []];
    for (const permission of permissions) {
        const { name, level } = permission;
        const doubt = doubtName(name);
        const shown = (0,config_permissions/* dashed */.Gg)((0,printable/* printable */.g)(name));
        const known = permission_list/* KNOWN_PERMISSIONS */.x.get(name);
        if (doubt?.kind === 'other-name')
            renamed.push(otherName(shown, doubt.meant));
        else if (doubt?.kind === 'github-token')
            ofGitHubToken.push(shown);
        else if (doubt?.kind === 'account')
            ofAccounts.push(shown);
        else if (doubt?.kind === 'unlisted') {
            unlisted.push(shown);
            // GitHub may know a permission that is in no list yet.
            rest.push(permission);
        }
        else if (known?.includes(level) === false)
            levels.push(otherLevel(shown, level, known));
        else
            rest.push(permission);
    }
    const names = [
        ...firstOf(renamed),
        ...onlyGitHubToken(ofGitHubToken),
        ...onlyAccounts(ofAccounts),
        ...inNoList(unlisted)
    ];
    return { names, levels: firstOf(levels), rest };
}
/** The doubts that are explained; the last one counts the others. */
function firstOf(doubts) {
    const shown = doubts.slice(0, MAX_EXPLAINED);
    const more = doubts.length - shown.length;
    if (more === 0)
        return shown;
    const line = `${more} more are wrong in the same way.`;
    return [...shown, { line, step: `correct the other ${more} in the same way` }];
}
function otherName(shown, meant) {
    const names = meant.map((name) => `\`${(0,config_permissions/* dashed */.Gg)(name)}\``);
    const [first = ''] = meant.map(config_permissions/* dashed */.Gg);
    const isOne = meant.length === 1;
    const uses = isOne
        ? `It uses the name ${first}.`
        : `It uses these names: ${meant.map(withScope).join(', ')}.`;
    return {
        line: `GitHub's API has no permission ${shown}. ${uses}`,
        step: isOne
            ? `write \`${first}\` instead of \`${shown}\``
            : `instead of \`${shown}\`, write the one that you mean: ${names.join(' or ')}`
    };
}
function withScope(name) {
    return [(0,config_permissions/* dashed */.Gg)(name), ...scopesOf(name).map((scope) => `(${scope})`)].join(' ');
}
function otherLevel(shown, level, known) {
    const levels = known.length === 1 ? 'only the level' : 'only the levels';
    return {
        line: `${shown} has ${levels} ${known.join(' and ')}. There is no ${shown}: ${level}.`,
        step: `write ${known.map((one) => `\`${shown}: ${one}\``).join(' or ')}`
    };
}
function onlyGitHubToken(names) {
    if (names.length === 0)
        return [];
    return [
        {
            line: `Only GITHUB_TOKEN can have ${(0,explain_words/* listed */.KE)(names)}. An App's token cannot.`,
            step: `remove ${(0,explain_words/* listed */.KE)(names)} here. For GITHUB_TOKEN, set it under \`permissions:\` of the job`
        }
    ];
}
function onlyAccounts(names) {
    if (names.length === 0)
        return [];
    const what = names.length === 1 ? 'is a permission' : 'are permissions';
    return [
        {
            line: `${(0,explain_words/* listed */.KE)(names)} ${what} for a user's own account. The token of an installation cannot have ${names.length === 1 ? 'it' : 'them'}.`,
            step: `remove ${(0,explain_words/* listed */.KE)(names)}`
        }
    ];
}
function onlyElsewhere(names, context) {
    if (names.length === 0)
        return [];
    const isOne = names.length === 1;
    const are = isOne ? 'is a permission' : 'are permissions';
    const [whose, token, other] = isOnEnterprise(context)
        ? ['repositories or organizations', 'The token for an enterprise', 'another step with `owner`']
        : ['an enterprise', 'The token for an account', 'another step with `enterprise`'];
    return [
        {
            line: `${(0,explain_words/* listed */.KE)(names)} ${are} for ${whose}. ${token} cannot have ${isOne ? 'it' : 'them'}.`,
            step: `remove ${(0,explain_words/* listed */.KE)(names)} here, or use ${other}`
        }
    ];
}
function inNoList(names) {
    if (names.length === 0)
        return [];
    const isOne = names.length === 1;
    return [
        {
            line: `${(0,explain_words/* listed */.KE)(names)} ${isOne ? 'is' : 'are'} in no list of GitHub's permissions. Probably the ${isOne ? 'name is' : 'names are'} wrong.`,
            step: `check ${isOne ? 'the name' : 'the names'}: ${REFERENCE}`
        }
    ];
}
/** A permission that was granted can have the same title as the one that was requested. */
function sameTitleHints(lacking, { installation }) {
    if (installation === undefined)
        return [];
    return lacking.flatMap(({ name, level }) => sameTitle(name).flatMap((other) => {
        const granted = (0,config_permissions/* levelOf */.In)(installation.permissions, other.name);
        if (granted === undefined || !(0,config_permissions/* covers */.hU)(granted, level))
            return [];
        const [shown, meant] = [(0,config_permissions/* dashed */.Gg)(name), (0,config_permissions/* dashed */.Gg)(other.name)];
        return [
            {
                line: `${meant}: ${granted} is granted. GitHub's pages show both as "${other.title}".`,
                step: `if you mean that one, write \`${meant}\` instead of \`${shown}\`. Otherwise:`
            }
        ];
    }));
}
/** A table of what was asked for against what was granted. */
function tableOf(lacking, context) {
    const shown = lacking.slice(0, MAX_ROWS).map(({ name, level, granted }) => ({
        asked: permissionLine(name, level),
        granted: granted ?? 'none'
    }));
    const width = Math.max(...shown.map(({ asked }) => asked.length));
    const more = lacking.length - shown.length;
    return [
        `${appName(context)} lacks ${(0,explain_words/* counted */.hS)(lacking.length, 'permission')} on ${accountName(context)}.`,
        ...shown.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`),
        ...(more > 0 ? [`  and ${more} more`] : [])
    ];
}
/** How the App gets a permission that it lacks. */
function raiseAndAccept(context) {
    return [
        'add or raise what is missing in the App\'s settings, under "Permissions & events"',
        `an owner of ${accountName(context)} accepts: ${settingsPage(context)}`
    ];
}
/** The steps of a fix, one in each line. */
function numbered(steps) {
    const [first = ''] = steps;
    if (steps.length === 1)
        return `${first}.`;
    return steps.map((step, at) => `${at === 0 ? '' : '     '}${at + 1}. ${step}`).join('\n');
}

// EXTERNAL MODULE: ./src/tokens/token-life.ts
var token_life = __webpack_require__(2706);
;// CONCATENATED MODULE: ./src/explain/creation-rules.ts









/** Why GitHub did not create a token although it knows the installation. */
const CREATION_RULES = [suspended, scopeRefused];
function suspended(context) {
    if (!/\bsuspended\b/i.test(context.error.reply.message))
        return undefined;
    const [app, account] = [appName(context), accountName(context)];
    return {
        code: 'installation-suspended',
        title: 'The App is suspended on this account',
        problem: `${app} is installed on ${account}, but the installation is suspended: ${(0,explain_words/* quote */.hD)(context.error.reply.message)}.`,
        fix: `an owner of ${account} unsuspends it: ${settingsPage(context)}`
    };
}
/**
 * Finds out by its words what GitHub did not accept of a scope. A refusal of its size can name
 * permissions and repositories as well, and one of permissions can name repositories.
 */
function refusedPart({ status, message }) {
    if (status !== 422)
        return undefined;
    if (/too (many|complex)|complexity|more than \d+|at most \d+/i.test(message))
        return 'size';
    if (/permission/i.test(message))
        return 'permissions';
    return /repositor/i.test(message) ? 'repositories' : undefined;
}
function scopeRefused(context) {
    switch (refusedPart(context.error.reply)) {
        case 'size':
            return tooLarge(context);
        case 'permissions':
            return permissionsRefused(context);
        case 'repositories':
            return repositoriesRefused(context);
        case undefined:
            // The words for a name or level that does not exist are not known.
            return context.error.reply.status === 422 && hasDoubts(context)
                ? permissionsRefused(context)
                : undefined;
    }
}
function tooLarge(context) {
    const { reply } = context.error;
    return {
        code: 'scope-too-large',
        title: 'The token would cover too much',
        problem: `GitHub refused a token this large: ${(0,explain_words/* quote */.hD)(reply.message)}. GitHub accepts at most ${targets/* MAX_REPOSITORIES */.ar} repositories, and fewer with many permissions.`,
        fix: `request fewer permissions or repositories, or use several steps. Or install the App on all repositories of ${accountName(context)}, and remove \`repositories\`.`
    };
}
function repositoriesRefused(context) {
    const code = 'repositories-not-accessible';
    const { installation } = context;
    const text = installation && explainRepositories(context, installation);
    if (text !== undefined)
        return { code, ...text };
    const more = repositoryEvidence(context)?.notLookedUp ?? 0;
    const looked = more === 0
        ? ''
        : ` The App can reach all of them that the action looked up. It did not look up the last ${more}.`;
    return {
        code,
        title: 'The App cannot reach a repository',
        problem: `GitHub refused the repositories that ${theApp(context)} requested on ${accountName(context)}: ${(0,explain_words/* quote */.hD)(context.error.reply.message)}.${looked}`,
        fix: `check ${whatWasNamed(context)}. The installation shows what the App can reach: ${settingsPage(context)}`
    };
}
function whatWasNamed({ request }) {
    const target = request?.target;
    const [names, ids] = ['each name in `repositories`', 'each id in `repository-ids`'];
    if (target === undefined || !('ids' in target) || target.ids.length === 0)
        return names;
    return target.names.length === 0 ? ids : `${names} and ${ids}`;
}
/** GitHub granted something else than was requested (`grant-differs`). */
function explainGrant(context) {
    const { comparison, expiresAt, revoked } = context.error.details;
    const lines = comparison.wrong.slice(0, MAX_ROWS).map(describeDifference);
    const more = comparison.wrong.length - lines.length;
    if (more > 0)
        lines.push(`  and ${more} more`);
    const end = revoked
        ? 'The token was revoked.'
        : `The token could not be revoked. The action tries again when the job ends. The token expires at ${(0,token_life/* tokenEnd */.$)(expiresAt)}.`;
    return {
        code: 'grant-differs',
        title: 'GitHub granted something else than was requested',
        problem: [
            `GitHub granted something else than was requested. ${end}`,
            ...lines,
            ...doubtsAboutGrant(context).map(({ line }) => line)
        ].join('\n'),
        fix: grantFix(context)
    };
}
function grantFix(context) {
    const { comparison } = context.error.details;
    if (comparison.wrong.some(isWide)) {
        return `name in the workflow the permissions and repositories that the job needs, and report this: GitHub should not grant more than was requested.`;
    }
    return comparison.wrong.some(({ kind }) => kind === 'permission')
        ? numbered([...doubtsAboutGrant(context).map(({ step }) => step), ...raiseAndAccept(context)])
        : `add what is missing under "Repository access": ${settingsPage(context)}`;
}
/** GitHub may leave out a permission or lower a level that it does not know. */
function doubtsAboutGrant(context) {
    const less = context.error.details.comparison.wrong.flatMap((one) => one.kind === 'permission' && one.asked !== undefined && !isWide(one)
        ? [{ name: one.name, level: one.asked, granted: one.granted }]
        : []);
    const missing = less.filter(({ granted }) => granted === undefined);
    return [...doubtsAbout(missing).names, ...doubtsAbout(less).levels];
}
function isWide(difference) {
    switch (difference.kind) {
        case 'permission':
            return (0,grant/* isWider */.K_)(difference.asked, difference.granted);
        case 'repository-missing':
            return false;
        case 'repositories-extra':
        case 'all-repositories':
        case 'repositories-unlisted':
            return true;
    }
}
function describeDifference(difference) {
    switch (difference.kind) {
        case 'permission':
            return `  ${(0,config_permissions/* dashed */.Gg)((0,printable/* printable */.g)(difference.name))}   requested: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`;
        case 'repository-missing':
            return `  ${(0,printable/* printable */.g)(difference.name)}   requested, not granted`;
        case 'repositories-extra':
            return `  ${(0,explain_words/* counted */.hS)(difference.count, 'repository', 'repositories')} granted, not requested`;
        case 'repositories-unlisted':
            return '  repositories granted that GitHub does not list, those of the first token were listed';
        case 'all-repositories':
            return '  all repositories granted, only some requested';
    }
}

;// CONCATENATED MODULE: ./src/explain/app-id-words.ts

/** What an input or an `iss` holds instead of an App's id: continues after its name. */
function describeAppId(found) {
    if (found.is === 'long-text') {
        return `is ${found.length} characters long. No App's id is that long`;
    }
    if (found.is === 'odd-character') {
        return `is "${found.text}", which contains ${describeCharacter(found.character)}. No App's id has that`;
    }
    return found.is === 'text' ? `is "${found.text}", which cannot be an App's id` : WORDS[found.is];
}
const WORDS = {
    'client-secret': 'looks like a client secret (40 hex characters)',
    'private-key': "contains a private key, not the App's id",
    fingerprint: "is the fingerprint of a key, not the App's id",
    expression: 'looks like an expression or a variable that was not evaluated',
    token: "contains a token, not the App's id. It is not shown here",
    jwt: "contains a JSON web token, not the App's id. It is not shown here",
    'address-with-credentials': "contains an address with a user name or password, not the App's id. It is not shown here",
    address: "is an address, not the App's id",
    quoted: 'has quotes around it'
};
/** A letter of another alphabet can look like a Latin one. */
function describeCharacter(character) {
    if (/[\r\n]/.test(character))
        return 'a line end';
    if (/\s/.test(character))
        return 'a blank';
    const shown = `"${(0,printable/* printable */.g)(character)}"`;
    if (character <= '~')
        return shown;
    const code = Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
    return `${shown} (U+${code}), which is not one of the letters A to Z`;
}

;// CONCATENATED MODULE: ./src/explain/jwt-problems.ts




/** What a person reads about a JWT that cannot be used. */
function explainJwt({ mistake, isFallbackSet }) {
    const describe = jwt_problems_MISTAKES[mistake.mistake];
    const { code, title, problem, fix } = describe(mistake);
    return { code, title, problem: `jwt ${problem}.${unusedFallback(isFallbackSet)}`, fix };
}
const MAKE_FIX = 'check the step that makes the JWT, and its output. A JWT has three parts of base64url, with dots between them.';
const TIMES_FIX = 'set `iat` to 60 seconds ago, and `exp` to at most 9 minutes from now. If both are right, check the clock of this runner and of the machine that makes the JWT.';
const SECONDS = 'write it as a whole number of seconds since 1970, as `date +%s` prints it.';
const ISSUER = 'set `iss` to the Client ID or the App ID from the App\'s settings page, under "About".';
const SIGN_FIX = "sign it with the App's private key and RS256 (RSA, PKCS #1 v1.5, SHA-256).";
const jwt_problems_MISTAKES = {
    empty: () => notAJwt('contains no JWT, only quotes or the word Bearer'),
    'not-a-jwt': ({ looksLike }) => notAJwt(...jwt_problems_LOOKALIKES[looksLike]),
    'not-three-parts': ({ parts, length }) => notAJwt(`is not a JWT: ${(0,explain_words/* counted */.hS)(length, 'character')} in ${(0,explain_words/* counted */.hS)(parts, 'part')}, and a JWT has 3 parts`),
    'too-long': ({ length }) => notAJwt(`has ${length} characters. The JWT of an App has fewer than 8192`),
    several: ({ count }) => notAJwt(`contains ${count} different JWTs`, 'keep one JWT.'),
    base64: () => notAJwt('is written in base64, not in base64url', 'replace + by -, and / by _, and remove each =, in each part, before you sign.'),
    'stray-character': () => notAJwt('contains a character that no JWT has'),
    unreadable: ({ part }) => notAJwt(`is damaged: its ${part} is not base64url of a JSON object`),
    algorithm: ({ algorithm }) => ({
        code: 'jwt-wrong-signature',
        title: 'The JWT is signed with another algorithm',
        problem: algorithm === 'none'
            ? 'is not signed (its alg is none)'
            : `${algorithm === undefined ? 'does not say RS256 in its header (alg)' : `is signed with ${algorithm}`}. GitHub accepts only RS256`,
        fix: SIGN_FIX
    }),
    'signature-short': ({ bytes }) => ({
        code: 'jwt-wrong-signature',
        title: 'The signature of the JWT is too short',
        problem: `is cut short, or not signed with RS256: its signature has ${(0,explain_words/* counted */.hS)(bytes, 'byte')}. GitHub's keys make signatures of 256 bytes`,
        fix: `check that nothing cuts the JWT into lines (\`base64\` does, after 76 characters), and ${SIGN_FIX}`
    }),
    'claim-missing': ({ claim }) => wrongClaim(`has no ${claim}. GitHub requires iss, iat and exp`, `set \`${claim}\` in the JWT.`),
    'not-a-number': ({ claim }) => wrongClaim(`has an ${claim} that is not a number`, SECONDS),
    'not-whole': ({ claim }) => wrongClaim(`has an ${claim} that is not a whole number`, SECONDS),
    milliseconds: ({ claim }) => wrongClaim(`has an ${claim} in milliseconds. GitHub reads it as seconds`, SECONDS),
    'issuer-type': () => wrongClaim('has an iss that is neither text nor a whole number', ISSUER),
    issuer: ({ found }) => wrongClaim(`has an iss that ${describeAppId(found)}`, ISSUER),
    expired: ({ times }) => ({
        title: 'The JWT has expired',
        ...wrongTimes(`has expired. ${clocks(times)}`)
    }),
    'ends-soon': ({ times }) => ({
        title: 'The JWT ends too soon',
        ...wrongTimes(`ends in ${(0,src_time/* amountOfTime */.RI)((times.expires - times.now) * 1000)}. The requests of this step may take longer. ${clocks(times)}`)
    }),
    'not-yet-valid': ({ times }) => ({
        title: 'The JWT is not yet valid',
        ...wrongTimes(`is not yet valid. GitHub refuses it now, but somebody who copies it could use it later. ${clocks(times)}`)
    }),
    'lives-too-long': ({ times }) => ({
        title: 'The JWT lives too long',
        ...wrongTimes(`lives for ${(0,src_time/* amountOfTime */.RI)(lifeOf(times) * 1000)}. GitHub accepts at most 10 minutes, and somebody who copies it could use it later. ${clocks(times)}`)
    })
};
const jwt_problems_LOOKALIKES = {
    'private-key': [
        'contains a private key, or a part of one, not a JWT',
        'set the key in `private-key`, and remove `jwt`.'
    ],
    'oidc-token': [
        "is the job's OIDC token. GitHub accepts only a JWT that the App's key signed",
        SIGN_FIX
    ],
    token: ['is a token of GitHub. The action needs a JWT of the App, and creates a token with it'],
    'public-key': ['is a public key, not a JWT'],
    certificate: ['is a certificate, not a JWT'],
    pgp: ['is a PGP key, not a JWT'],
    pkcs12: ['is a PKCS#12 (.pfx) file, not a JWT'],
    putty: ['is a PuTTY key, not a JWT'],
    asterisks: ['contains only asterisks, as a log shows a secret'],
    expression: ['looks like an expression that GitHub did not evaluate'],
    variable: ['looks like a variable or command that no shell expanded'],
    name: ['looks like the name of a secret or a variable, not like its value'],
    'client-secret': ['looks like a client secret (40 hex characters), not like a JWT'],
    fingerprint: ['looks like the fingerprint of a key, not like a JWT'],
    'client-id': ['looks like a client ID. Use client-id for it'],
    'app-id': ['looks like an App ID (digits only). Use app-id for it'],
    json: ['looks like JSON, not like a JWT'],
    path: ['looks like a path. The action reads no JWT from a file'],
    binary: ['contains binary data, not text']
};
function notAJwt(problem, fix = MAKE_FIX) {
    return { code: 'jwt-not-a-jwt', title: 'jwt is not a JWT', problem, fix };
}
function wrongClaim(problem, fix) {
    return { code: 'jwt-claims', title: 'A claim of the JWT is wrong', problem, fix };
}
function wrongTimes(problem) {
    return { code: 'jwt-times', problem, fix: TIMES_FIX };
}
/** From whichever is earlier, `iat` or now. */
function lifeOf({ issuedAt, expires, now }) {
    return expires - Math.min(issuedAt, now);
}
function clocks({ issuedAt, expires, now }) {
    const [iat, exp, runner] = [issuedAt, expires, now].map((time) => (0,src_time/* isoTime */.Ly)(time * 1000));
    return `Its iat is ${iat}, its exp is ${exp}, and this runner's time is ${runner}`;
}

;// CONCATENATED MODULE: ./src/explain/credential-problems.ts




const ABOUT = 'from the App\'s settings page, under "About".';
/** What a person reads about the inputs for the App, its key, or a token to fall back to. */
const CREDENTIAL_PROBLEMS = {
    'app-id-missing': ({ repository, settings }) => ({
        code: 'app-id-missing',
        title: 'The App is not named',
        problem: 'client-id and app-id are empty.',
        fix: [
            `set \`client-id\` (or \`app-id\`) to the Client ID or the App ID ${ABOUT}`,
            'If it is set in the workflow, its variable or secret is empty. Check, in this order:',
            '  1. the name, and its context: `vars.NAME` for a variable, `secrets.NAME` for a secret',
            ...(settings === ''
                ? []
                : [
                    `     Dependabot started this run, so a secret must be one of Dependabot: ${settings}/secrets/dependabot`
                ]),
            `  2. is it a variable or secret of the organization? Then ${sharing(repository)}`,
            '  3. is it of an environment? Then the job needs `environment:`',
            "  4. is this a reusable workflow? Then `vars` are those of the caller's repository, and the caller must pass a secret under `secrets:`"
        ].join('\n')
    }),
    'app-id-malformed': ({ input, found }) => ({
        code: 'app-id-malformed',
        title: `${input} is not an App's id`,
        problem: `${input} ${describeAppId(found)}.`,
        fix: fixAppId(input, found)
    }),
    'key-empty-for-fork': ({ fork, fallback }) => {
        const which = fork === '' ? 'a deleted fork' : `the fork ${fork}`;
        return {
            code: 'private-key-empty',
            title: 'private-key is empty',
            problem: `private-key is empty. This pull request comes from ${which}, and GitHub gives such runs no secrets.${fallbackOfOtherGitHub(fallback)}`,
            fix: [
                'skip the job for forks:',
                '  if: github.event.pull_request.head.repo.full_name == github.repository',
                ...(fallback === 'not-set'
                    ? ['or add `fallback-token: ${{ github.token }}` (read-only on forks).']
                    : [])
            ].join('\n')
        };
    },
    'key-empty-for-dependabot': ({ settings, isIdEmpty, fallback }) => ({
        code: 'private-key-empty',
        title: 'private-key is empty',
        problem: `${emptyInputs(isIdEmpty)}. Dependabot runs can read only Dependabot secrets.${fallbackOfOtherGitHub(fallback)}`,
        fix: isIdEmpty
            ? `add both there (or only the key, and set the id as a variable): ${settings}/secrets/dependabot`
            : `add it there: ${settings}/secrets/dependabot`
    }),
    'key-empty-in-fork': ({ repository, isIdEmpty, fallback }) => ({
        code: 'private-key-empty',
        title: 'private-key is empty',
        problem: `${emptyInputs(isIdEmpty)}. ${repository} is a fork, and has none of the secrets of the original repository.${otherFallback(fallback)}`,
        fix: [
            'skip the job in forks, with the name of the original repository:',
            "  if: github.repository == 'OWNER/NAME'",
            `If the job is meant to run in ${repository}, store ${isIdEmpty ? 'the key and the id' : 'the key'} there.`
        ].join('\n')
    }),
    'key-empty': ({ event, origin, repository, fallback }) => ({
        code: 'private-key-empty',
        title: 'private-key is empty',
        problem: `private-key is empty. ${describeOrigin(origin, event)}${otherFallback(fallback)}`,
        fix: [
            'check, in this order:',
            '  1. the name of the secret: `secrets.NAME`, not `vars.NAME`',
            `  2. is it a secret of the organization? Then ${sharing(repository)}`,
            '  3. is it a secret of an environment? Then the job needs `environment:`',
            '  4. is this a reusable workflow? Then the caller must pass it under `secrets:`',
            '  5. do you use `jwt` instead? Then a step of the same job must set it as an output'
        ].join('\n')
    }),
    'key-unusable': explainKey,
    'jwt-unusable': explainJwt,
    'jwt-of-other-app': ({ input, id, issuer }) => ({
        code: 'jwt-other-app',
        title: `${input} is not the App of the JWT`,
        problem: `${input} is ${id}, but the JWT in jwt is for the App ${issuer} (its iss).`,
        fix: `remove \`${input}\`: the JWT names its App. If both are ids of the same App, write the same one in both.`
    }),
    'key-twice': ({ inputs }) => ({
        code: 'key-twice',
        title: 'More than one key is set',
        problem: `${(0,explain_words/* joined */.oR)(inputs)} are ${inputs.length === 2 ? 'both' : 'all'} set.`,
        fix: inputs.length === 2 ? 'remove one of the two.' : 'keep one of them.'
    }),
    'key-file-unusable': ({ path, mistake, isFallbackSet }) => ({
        code: 'private-key-file',
        title: 'private-key-file cannot be used',
        problem: `private-key-file is "${path}", which ${describeKeyFile(mistake)}.${unusedFallback(isFallbackSet)}`,
        fix: fixKeyFile(mistake)
    }),
    'fallback-token-malformed': ({ found }) => ({
        code: 'fallback-token-malformed',
        title: 'fallback-token is not a token',
        problem: `fallback-token ${describeNoToken(found)}.${found.is === 'expression' ? '' : ' It is not shown here.'}`,
        fix: 'write `fallback-token: ${{ github.token }}`.'
    })
};
function emptyInputs(isIdEmpty) {
    return isIdEmpty ? 'private-key and client-id are empty' : 'private-key is empty';
}
const WRONG_SECRET = 'So the secret is empty, has another name, or this job cannot read it.';
function describeOrigin(origin, event) {
    switch (origin) {
        case 'event-with-secrets':
            return `This run gets secrets (event ${event}). ${WRONG_SECRET}`;
        case 'same-repository':
            return `This run gets secrets (a pull request of the same repository). ${WRONG_SECRET}`;
        case 'unknown':
            return `The event is ${event}, but this run does not know whether it comes from a fork. GitHub gives no secrets to a fork's pull request.`;
    }
}
/** What is to be checked of a variable or secret that an organization shares. */
function sharing(repository) {
    const [owner = ''] = repository.split('/');
    return owner === ''
        ? 'the organization must share it with this repository'
        : `${owner} must share it with ${repository}`;
}
function otherFallback(fallback) {
    return fallback === 'set' ? unusedFallback(true) : fallbackOfOtherGitHub(fallback);
}
function fallbackOfOtherGitHub(fallback) {
    return fallback === 'other-github'
        ? "\nfallback-token is not used: it is for this workflow's own GitHub, but github-api-url names another one."
        : '';
}
function fixAppId(input, found) {
    if (found.is === 'expression') {
        return `write \`${input}: \${{ vars.NAME }}\` in the step under \`with:\`, with the name of the variable (\`secrets.NAME\` for a secret).`;
    }
    if (found.is === 'quoted')
        return 'remove the quotes.';
    const use = `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${ABOUT}`;
    return found.is === 'jwt' ? `${use} Set the JWT in \`jwt\`.` : use;
}
function describeNoToken(found) {
    switch (found.is) {
        case 'expression':
            return 'looks like an expression or a variable that was not evaluated';
        case 'blanks':
            return 'contains blanks or several lines. A token has none';
        case 'characters':
            return 'contains a character that no token has';
        case 'short':
            return `is ${(0,explain_words/* counted */.hS)(found.length, 'character')} long. No token is that short`;
    }
}
function describeKeyFile(mistake) {
    switch (mistake.mistake) {
        case 'not-a-file':
            return 'is not a file';
        case 'empty':
            return 'is empty';
        case 'too-large':
            return `has ${mistake.bytes} bytes. No private key is that large`;
        case 'unreadable':
            return mistake.code === 'ENOENT' ? 'does not exist' : `cannot be read (${mistake.code})`;
    }
}
function fixKeyFile(mistake) {
    switch (mistake.mistake) {
        case 'empty':
            return 'write the whole .pem file to it. If an earlier step writes it from a secret, that secret is empty: check its name, and whether this run can read it.';
        case 'too-large':
            return 'use the .pem file that GitHub created, alone.';
        case 'unreadable':
            return mistake.code === 'EACCES' || mistake.code === 'EPERM'
                ? "let the runner's user read the file. In a container job, it can be another user."
                : RIGHT_PATH;
        case 'not-a-file':
            return RIGHT_PATH;
    }
}
const RIGHT_PATH = 'use the path of the .pem file as this runner sees it. In a container job, use the path inside the container. `~` and `$NAME` are not replaced.';

;// CONCATENATED MODULE: ./src/explain/input-problems.ts
/** What a person reads about any input, a switch, or an address. */
const INPUT_PROBLEMS = {
    'secret-in-input': ({ input, secret }) => {
        const { contains, advice, exception = '' } = describeSecret(input, secret);
        return {
            code: 'key-in-wrong-input',
            title: 'A secret is in the wrong input',
            problem: `${input} contains ${contains}. It is not shown here.`,
            fix: `${advice}, and correct \`${input}\`.${exception}`
        };
    },
    'key-in-input-name': () => ({
        code: 'key-in-wrong-input',
        title: 'A secret is in the wrong input',
        problem: 'The name of an input for permissions contains a private key, or a part of one. It is not shown here.',
        fix: 'set the key only in `private-key`, and correct the name of that input.'
    }),
    'boolean-malformed': ({ input, text }) => ({
        code: 'boolean-malformed',
        title: `${input} is neither true nor false`,
        problem: `${input} is "${text}". It takes true or false.`,
        fix: `set \`${input}: true\` or \`${input}: false\`. Without it, it is off.`
    }),
    'api-url-malformed': ({ name, mistake }) => ({
        code: 'api-url-malformed',
        title: `${name} is not an API's address`,
        problem: `${name} ${describeAddress(mistake)}.`,
        fix: 'use an address such as https://api.github.com, https://api.acme.ghe.com or https://github.example.com/api/v3, or remove `github-api-url`.'
    }),
    'web-url-malformed': ({ name, mistake }) => ({
        code: 'api-url-malformed',
        title: `${name} is not a web address`,
        problem: `${name} ${describeAddress(mistake)}, so the action does not know the addresses of repositories.`,
        fix: 'set it to an address such as https://github.com, or set `github-api-url`.'
    }),
    'proxy-malformed': ({ variable, mistake }) => ({
        code: 'proxy-malformed',
        title: `${variable} is not a proxy's address`,
        problem: `${variable} is not the address of an http or https proxy${describeProxy(mistake)}.`,
        fix: fixProxy(variable, mistake)
    })
};
/** What an input contains instead of its value, and what to do. */
function describeSecret(input, secret) {
    switch (secret) {
        case 'token':
            return { contains: 'a token', advice: 'do not set a token there' };
        case 'jwt':
            return { contains: 'a JSON web token', advice: 'set a JWT of the App only in `jwt`' };
        case 'hex':
            return {
                contains: '40 hex characters, like a client secret',
                advice: 'do not set a secret there',
                ...(input === 'repositories'
                    ? { exception: ' If a repository has this name, write it with its owner: `OWNER/NAME`.' }
                    : {})
            };
        case 'address-with-credentials':
            return {
                contains: 'an address with a user name or password',
                advice: 'do not set a password there'
            };
        case 'key':
            return {
                contains: 'a private key, or a part of one',
                advice: input === 'private-key-file'
                    ? 'that input takes a path. Set the key only in `private-key`'
                    : 'set the key only in `private-key`'
            };
    }
}
function describeProxy(mistake) {
    switch (mistake.mistake) {
        case 'scheme':
            return ` (it begins with "${mistake.scheme}://")`;
        case 'quotes':
            return ': it has quotes around it';
        case 'not-encoded':
            return ': it contains a "#", "?", "/" or "\\" that a host cannot have. Probably this character is part of the password';
        case 'not-an-address':
            return '';
    }
}
function fixProxy(variable, { mistake }) {
    switch (mistake) {
        case 'quotes':
            return `remove the quotes from \`${variable}\`.`;
        case 'not-encoded':
            return 'percent-encode special characters in the user name and the password: # is %23, / is %2F, ? is %3F, @ is %40, \\ is %5C.';
        case 'scheme':
        case 'not-an-address':
            return `set \`${variable}\` to an address such as http://proxy.example.com:3128, or unset it. Percent-encode special characters in a password.`;
    }
}
function describeAddress(mistake) {
    switch (mistake.mistake) {
        case 'not-an-address':
            return `is "${mistake.text}", which is not a web address`;
        case 'invalid-host':
            return `is "${mistake.text}", whose host contains an invalid character`;
        case 'not-only-a-host':
            return `is "${mistake.text}", which contains more than a host and a port`;
        case 'scheme':
            return `begins with "${mistake.scheme}", not with https:`;
        case 'credentials':
            return 'contains a user name or password';
        case 'query':
            return 'contains a "?" or a "#"';
    }
}

// EXTERNAL MODULE: ./src/http/reply.ts
var http_reply = __webpack_require__(2656);
// EXTERNAL MODULE: ./src/http/request-parts.ts
var request_parts = __webpack_require__(2962);
// EXTERNAL MODULE: ./src/http/attempt.ts
var http_attempt = __webpack_require__(8461);
;// CONCATENATED MODULE: ./src/http/no-proxy.ts

/**
 * Finds in `NO_PROXY` what was probably meant to except an API from the proxy, but has no effect:
 * `*.example.com`, an address instead of a host, quotes, or blanks instead of commas.
 *
 * @param noProxy the variable of a step whose API was not excepted
 */
function unusedException(noProxy, apiUrl) {
    const { hostname } = new URL(apiUrl);
    for (const entry of noProxy.split(/[\s,;|]+/)) {
        const host = entry
            .toLowerCase()
            .replace(/["'`]/g, '')
            .replace(/^https?:\/\//, '')
            .replace(/(?::\d*)?(?:\/.*)?$/, '')
            .replace(/^\*+/, '');
        const bare = host.replace(/^\./, '');
        if (bare === '' || !`.${hostname}`.endsWith(`.${bare}`))
            continue;
        return { entry: (0,printable/* printable */.g)(entry), usable: bare === hostname ? hostname : host };
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(8902);
;// CONCATENATED MODULE: ./src/explain/network-rules.ts







/** The titles that name the server. */
const TITLES = {
    github: {
        unreachable: { title: 'GitHub cannot be reached' },
        tunnel: { title: 'The proxy does not connect to GitHub' },
        untrusted: { title: "GitHub's certificate is not trusted" }
    },
    'oidc-service': {
        unreachable: { title: "GitHub's OIDC service cannot be reached" },
        tunnel: { title: "The proxy does not connect to GitHub's OIDC service" },
        untrusted: { title: "The certificate of GitHub's OIDC service is not trusted" }
    },
    'key-service': {
        unreachable: { title: 'The key service cannot be reached' },
        tunnel: { title: 'The proxy does not connect to the key service' },
        untrusted: { title: "The key service's certificate is not trusted" }
    },
    'token-service': {
        unreachable: { title: 'The token service cannot be reached' },
        tunnel: { title: 'The proxy does not connect to the token service' },
        untrusted: { title: "The token service's certificate is not trusted" }
    }
};
/** Where a request for the job's OIDC token did not arrive. */
function oidcService({ url }) {
    return { server: 'oidc-service', url: new URL(url).origin, input: undefined };
}
function githubServer({ config }) {
    // If the input names another GitHub, the address can be wrong. Otherwise the runner set it.
    const isOwn = config?.api.isOwn !== false;
    const url = config?.api.url ?? '';
    return { server: 'github', url, input: isOwn ? undefined : 'github-api-url' };
}
/** Explains why no answer arrived. */
function explainUnreachable(context, place = githubServer(context)) {
    const { code, message, attempts } = context.error;
    if ((0,http_attempt/* isTunnelFailure */.D)({ message }))
        return tunnelFailed(context, place);
    if ((0,http_attempt/* isUntrusted */.fb)({ code }))
        return untrusted(context, place);
    return {
        code: 'network-unreachable',
        ...TITLES[place.server].unreachable,
        problem: `${addressOf(place)} cannot be reached: ${describeFailure(code, message, place)} (tried ${(0,explain_words/* times */.Hn)(attempts.length)}).`,
        fix: connectionFix(place, code)
    };
}
function addressOf({ url }) {
    return url === '' ? 'the API' : (0,printable/* printable */.g)(url);
}
/** Node 24 recommends an option to start it with. That is not possible for an action. */
function withoutAdvice(message) {
    return message.replace(/; if the root CA is installed locally.*$/, '');
}
function tunnelFailed(context, place) {
    const { message } = context.error;
    // Some proxies answer wrong credentials with 401.
    const status = /statusCode=(401|407)\b/.exec(message)?.[1];
    if (status !== undefined)
        return proxyWantsCredentials(status === '401' ? 401 : 407);
    return {
        code: 'proxy-refused',
        ...TITLES[place.server].tunnel,
        problem: `The proxy does not connect to ${addressOf(place)}: ${describeTunnel(message)}.`,
        fix: SPEAKS_HTTP.test(message)
            ? `begin the address in ${proxyVariable(place)} with http:// instead of https://.`
            : `check ${proxyVariable(place)}, and that the proxy allows this host. ${fixException(context, place)}`
    };
}
/** What OpenSSL says of a server that answers without TLS. */
const SPEAKS_HTTP = /wrong version number|packet length too long/;
function describeTunnel(message) {
    const status = /statusCode=(\d+)/.exec(message)?.[1];
    if (status !== undefined)
        return `it answered ${status}`;
    if (SPEAKS_HTTP.test(message))
        return 'it speaks http, but its address begins with https://';
    return `it cannot be reached (${(0,explain_words/* quote */.hD)(message.replace(/^.*?cause=/s, ''))})`;
}
function proxyVariable({ url }) {
    return url.startsWith('http:') ? 'HTTP_PROXY' : 'HTTPS_PROXY';
}
/** How to go around the proxy, or why it is not done although NO_PROXY names the host. */
function fixException({ noProxy = '' }, { url }) {
    const exception = url === '' ? undefined : unusedException(noProxy, url);
    if (exception === undefined)
        return 'To go around the proxy, add the host to NO_PROXY.';
    const { entry, usable } = exception;
    return entry.toLowerCase() === usable
        ? `NO_PROXY contains \`${entry}\`, but has no effect: separate its hosts by commas.`
        : `NO_PROXY contains \`${entry}\`, which has no effect: write \`${usable}\`.`;
}
function untrusted(context, place) {
    const { code, message } = context.error;
    return {
        code: 'tls-untrusted',
        ...TITLES[place.server].untrusted,
        problem: `The certificate of ${addressOf(place)} is not trusted: ${(0,explain_words/* quote */.hD)(withoutAdvice(message))} (${(0,printable/* printable */.g)(code)}).`,
        fix: certificateFix(place, code)
    };
}
function certificateFix({ input, server }, code) {
    if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
        return "check this runner's clock. If it is right, the server or a proxy in between needs a new certificate.";
    }
    if (/ALTNAME|HOSTNAME_MISMATCH/.test(code)) {
        if (input === undefined && server !== 'github') {
            return 'the certificate is for another host name. Check the name servers (DNS) of this runner, and its proxy.';
        }
        return `the certificate is for another host name. Use that name in \`${input ?? 'github-api-url'}\`.`;
    }
    return [
        'if the certificate comes from a private authority, set one of these for the runner or the job:',
        '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
        "  NODE_USE_SYSTEM_CA: '1'"
    ].join('\n');
}
const LARGER_THAN = {
    github: 'its answer is larger than any answer of GitHub',
    'oidc-service': "its answer is larger than any answer of GitHub's OIDC service",
    'key-service': 'its answer is larger than any answer of a key service',
    'token-service': 'its answer is larger than any answer with a token'
};
function describeFailure(code, message, { server }) {
    switch (code) {
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `its name cannot be resolved (${code})`;
        case 'ECONNREFUSED':
            return 'it refuses the connection (ECONNREFUSED)';
        case 'ETIMEDOUT':
            return 'it did not answer in time (ETIMEDOUT)';
        case 'EHOSTUNREACH':
        case 'ENETUNREACH':
            return `no route leads to it (${code})`;
        case 'ETOOLARGE':
            return LARGER_THAN[server];
        case 'ECONNRESET':
        case 'EPIPE':
            return `the connection broke (${code})`;
        default:
            if (OTHER_PROTOCOL.test(code))
                return `it does not use the expected protocol (${(0,printable/* printable */.g)(code)})`;
            return code === '' ? (0,explain_words/* quote */.hD)(message) : `${(0,explain_words/* quote */.hD)(message)} (${(0,printable/* printable */.g)(code)})`;
    }
}
/** TLS was spoken to a server without it, or the other way round. */
const OTHER_PROTOCOL = /^(EPROTO$|ERR_SSL_|HPE_)/;
function connectionFix(place, code) {
    const { input } = place;
    if (OTHER_PROTOCOL.test(code)) {
        return `check ${input === undefined ? '' : `the scheme (https: or http:) and the port in \`${input}\`, and `}whether a proxy changes requests.`;
    }
    const proxy = proxyVariable(place);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return input === undefined
            ? `check the name servers (DNS) of this runner. If it needs a proxy to reach ${place.server === 'github' ? 'GitHub' : 'this host'}, set ${proxy}.`
            : `check the host name in \`${input}\`. If this runner needs a proxy to reach it, set ${proxy}.`;
    }
    return `run the job again. If it fails again, check ${input === undefined ? '' : `\`${input}\`, `}the firewall and the proxy (${proxy}) of this runner.`;
}
const DAY = 24 * 60 * 60 * 1000;
/** Answers that depend on who answered and when, not on the request. */
const NETWORK_RULES = [
    proxyRefused,
    ipNotAllowed,
    rateLimited,
    unavailable,
    redirected,
    notGitHub
];
function proxyRefused(context) {
    return context.error.reply.status === 407 ? proxyWantsCredentials(407) : undefined;
}
/** A proxy answered 407, or 401 as some do to wrong credentials. */
function proxyWantsCredentials(status) {
    const answer = status === 407 ? '407 (Proxy Authentication Required)' : '401 (Unauthorized)';
    return {
        code: 'proxy-refused',
        title: 'The proxy needs other credentials',
        problem: `The proxy answered ${answer}: the user name and password are missing or wrong.`,
        fix: 'add them to the address of the proxy, with special characters percent-encoded: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT'
    };
}
function ipNotAllowed(context) {
    const { message } = context.error.reply;
    if (!/IP allow list/i.test(message))
        return undefined;
    return {
        code: 'ip-not-allowed',
        title: "This runner's address is not allowed",
        problem: `${accountName(context)} has an IP allow list, and this runner's address is not on it: ${(0,explain_words/* quote */.hD)(message)}.`,
        fix: `an owner of ${accountName(context)} adds the address under Settings > Authentication security > IP allow list, or the job uses a runner whose address is on the list.`
    };
}
function rateLimited(context) {
    const { reply } = context.error;
    if (!reply.isRateLimited)
        return undefined;
    return {
        code: 'rate-limited',
        title: "GitHub's rate limit is reached",
        problem: `GitHub's rate limit is reached: ${(0,explain_words/* quote */.hD)(reply.message)}. ${whyNotLonger(context)}`,
        fix: `run the job again ${retryTime(reply)}. If many jobs run at the same time, spread them, or share one token within a job.`
    };
}
/** Why the step does not wait, or not any longer. */
function whyNotLonger(context) {
    const { reply, rateLimitWaited } = context.error;
    const jwt = givenJwt(context);
    const waited = rateLimitWaited > 0 ? `The step waited ${(0,src_time/* amountOfTime */.RI)(rateLimitWaited)} for it` : undefined;
    if (jwt !== undefined && endsTooSoon(jwt, reply)) {
        const end = `because the JWT of jwt ends at ${(0,src_time/* clockTime */.qo)((0,src_time/* isoTime */.Ly)(jwt.expires * 1000))}.`;
        return waited === undefined
            ? `The step cannot wait for it, ${end}`
            : `${waited}, and cannot wait any longer, ${end}`;
    }
    return waited === undefined
        ? 'It ends later than this step can wait.'
        : `${waited}, and it is not over.`;
}
function endsTooSoon({ expires }, { date, wait = 0 }) {
    // GitHub may ask for less, but the step waits up to so long before it tries again.
    const longestWait = Math.max(wait, retry/* RATE_LIMIT_DELAY_MS */.Az);
    return date !== undefined && date + longestWait + retry/* REQUEST_TIMEOUT_MS */.j2 > expires * 1000;
}
function retryTime({ date, wait }) {
    if (date === undefined || wait === undefined)
        return 'later';
    const end = new Date(date + wait);
    // GitHub asks for no wait that ends after the last date that `Date` can hold.
    if (Number.isNaN(end.getTime()))
        return 'later';
    return `after ${(0,src_time/* clockTime */.qo)(end.toISOString())}${wait > DAY ? ` on ${end.toISOString().slice(0, 10)}` : ''}`;
}
function unavailable(context) {
    const { reply, attempts } = context.error;
    if (reply.status < 500 && reply.status !== 408)
        return undefined;
    return {
        code: 'github-unavailable',
        title: 'GitHub is not available',
        problem: `GitHub answered ${reply.status} ${(0,explain_words/* times */.Hn)(attempts.length)}.`,
        fix: 'run the job again later. See https://www.githubstatus.com.'
    };
}
function redirected(context) {
    const { reply } = context.error;
    if (reply.status < 300 || reply.status > 399)
        return undefined;
    const target = reply.location === undefined
        ? 'and names no new address'
        : `and redirects to ${(0,printable/* printable */.g)(reply.location)}`;
    return {
        code: 'redirected',
        title: 'GitHub redirects the request',
        problem: `${(0,printable/* printable */.g)(reply.url)} answered ${reply.status} ${target}. The credentials were not sent there.`,
        fix: `check whether the API is still at ${apiUrl(context)}. If not, set \`github-api-url\`.`
    };
}
function notGitHub(context) {
    const { reply } = context.error;
    if (!reply.isNotJson && reply.status >= 300)
        return undefined;
    return {
        code: 'not-github',
        title: 'Something other than GitHub answered',
        problem: `${(0,printable/* printable */.g)(reply.url)} answered ${reply.status}, but not like GitHub's API. A proxy, a sign-in page or another server answered, or github-api-url is wrong.`,
        fix: "check `github-api-url` (for Enterprise Server: https://HOSTNAME/api/v3) and the runner's proxy."
    };
}

;// CONCATENATED MODULE: ./src/explain/oidc-token.ts


/** Explains why GitHub did not give the job's OIDC token. Undefined if its service is not available. */
function explainOidcRefusal({ status, message }) {
    if (status >= 500 || status < 400)
        return undefined;
    const words = message === '' ? '' : `: ${(0,explain_words/* quote */.hD)(message)}`;
    return {
        code: 'oidc-refused',
        title: "GitHub did not give the job's OIDC token",
        problem: `GitHub refused to give the job's OIDC token with ${status}${words}.`,
        fix: 'check that the job has `id-token: write` under `permissions:`, and that `audience` (if it is set) is right. Then run the job again.'
    };
}
/**
 * What a policy has to match, for the folded details: the claims of the job's OIDC token, never the
 * token. New, renamed and moved repositories have the ids in `sub`, so both spellings are shown.
 */
function renderClaims(claims) {
    if (claims.size === 0)
        return ["The claims of the job's OIDC token cannot be read."];
    const lines = [...claims].map(([name, value]) => `  ${name}: ${(0,printable/* printable */.g)(value, MAX_CLAIM_LENGTH)}`);
    const other = otherSubject(claims);
    if (other !== undefined)
        lines.push(`  sub, the other spelling: ${(0,printable/* printable */.g)(other, MAX_CLAIM_LENGTH)}`);
    return ["The job's OIDC token has these claims, and a policy has to match them:", ...lines];
}
/** A name of an owner, a repository and a branch together. */
const MAX_CLAIM_LENGTH = 500;
/** `repo:OWNER/NAME:…` for `repo:OWNER@ID/NAME@ID:…`, and the other way round. */
function otherSubject(claims) {
    const subject = claims.get('sub') ?? '';
    const [, owner, ownerId, name, id, rest] = /^repo:([^/@:]+)(?:@(\d+))?\/([^/@:]+)(?:@(\d+))?(:.*)$/.exec(subject) ?? [];
    if (owner === undefined || name === undefined || rest === undefined)
        return undefined;
    if (ownerId !== undefined && id !== undefined)
        return `repo:${owner}/${name}${rest}`;
    const ids = [claims.get('repository_owner_id'), claims.get('repository_id')];
    return ids.includes(undefined) ? undefined : `repo:${owner}@${ids[0]}/${name}@${ids[1]}${rest}`;
}

// EXTERNAL MODULE: ./src/signers/key-service/aws-answers.ts
var aws_answers = __webpack_require__(1694);
;// CONCATENATED MODULE: ./src/explain/key-service/aws-rules.ts



/** What people read about AWS KMS. */
const AWS = {
    serviceName: (_, stage) => (stage === 'login' ? 'AWS STS' : 'AWS KMS'),
    addressInput: () => 'kms-key',
    message: (reply, isPrivate) => publicMessage((0,aws_answers/* awsError */.es)(reply), isPrivate),
    explain: explainAws
};
/** Explains a refusal of AWS STS or AWS KMS, by AWS's code for it. */
function explainAws(refusal) {
    const error = (0,aws_answers/* awsError */.es)(refusal.reply);
    if ((0,aws_answers/* isThrottled */.B5)(error))
        return throttled(refusal, error);
    return refusal.stage === 'login' ? aws_rules_explainLogin(refusal, error) : aws_rules_explainSignature(refusal, error);
}
/** What AWS says. If anyone can read the log, without the ARNs and accounts in it. */
function publicMessage({ code, message }, isPrivate) {
    const text = message === '' ? code : message;
    if (isPrivate)
        return text;
    return text.replace(/\barn:aws[\w-]*:[^\s"',]*/g, 'arn:…').replace(/(?<!\d)\d{12}(?!\d)/g, '…');
}
/** AWS's message and code, for a sentence. */
function aws_rules_said({ isPrivate }, error) {
    // Longer than other messages: it ends with the cause, behind two ARNs.
    return `${(0,explain_words/* quote */.hD)(publicMessage(error, isPrivate), 500)} (${(0,printable/* printable */.g)(error.code)})`;
}
function throttled({ serviceName, attempts }, { code }) {
    return {
        code: 'kms-unavailable',
        title: 'The key service is not available',
        problem: `${serviceName} gets too many requests from this account (${(0,printable/* printable */.g)(code)}, ${(0,explain_words/* times */.Hn)(attempts)}).`,
        fix: 'run the job again later. If it happens often, ask AWS for a higher quota.'
    };
}
function aws_rules_explainLogin(refusal, error) {
    const cause = aws_rules_loginCause(refusal, error);
    if (cause === undefined)
        return undefined;
    return {
        code: 'aws-login-refused',
        title: 'AWS refused the login',
        problem: `AWS STS refused the login: ${aws_rules_said(refusal, error)}.\n${cause.problem}`,
        fix: cause.fix
    };
}
function aws_rules_loginCause(refusal, error) {
    const { key } = refusal;
    const issuer = claim(refusal, 'iss', 'https://token.actions.githubusercontent.com');
    switch (error.code) {
        case 'AccessDenied':
            return {
                problem: 'Either the role of aws-role-to-assume does not exist, or its trust policy does not allow this job. AWS does not say which. The details above show what the trust policy has to match.',
                fix: trustPolicy(refusal, issuer.replace(/^https:\/\//, ''))
            };
        case 'InvalidIdentityToken':
        case 'IDPCommunicationError':
            return tokenCause(refusal, error, issuer);
        case 'ExpiredTokenException':
        case 'IDPRejectedClaim':
            return {
                problem: "AWS compared the times in the job's OIDC token with its own clock.",
                fix: 'run the job again.'
            };
        case 'RegionDisabledException':
            return {
                problem: `AWS STS is not active in ${key.region} for the account of the role.`,
                fix: `activate ${key.region} in the console of AWS: IAM > Account settings > Security Token Service.`
            };
        default:
            return undefined;
    }
}
function claim({ claims }, name, otherwise) {
    return (0,printable/* printable */.g)(claims?.get(name) ?? otherwise, 500);
}
function trustPolicy(refusal, provider) {
    return [
        'compare `aws-role-to-assume` with the ARN of the role. Its trust policy needs a statement like this:',
        '  "Effect": "Allow",',
        `  "Principal": { "Federated": "arn:aws:iam::ACCOUNT:oidc-provider/${provider}" },`,
        '  "Action": "sts:AssumeRoleWithWebIdentity",',
        '  "Condition": { "StringEquals": {',
        `    "${provider}:aud": "${claim(refusal, 'aud', 'sts.amazonaws.com')}",`,
        `    "${provider}:sub": "${claim(refusal, 'sub', 'repo:OWNER/NAME:ref:refs/heads/main')}"`,
        '  } }'
    ].join('\n');
}
function tokenCause(refusal, error, issuer) {
    const audience = claim(refusal, 'aud', 'sts.amazonaws.com');
    if (/no openidconnect provider/i.test(error.message)) {
        return {
            problem: `The account of the role has no identity provider for ${issuer}.`,
            fix: `create it in the account of the role:\n  aws iam create-open-id-connect-provider --url ${issuer} --client-id-list ${audience}`
        };
    }
    if (/audience/i.test(error.message)) {
        return {
            problem: `The identity provider in the account of the role does not accept the audience ${audience}.`,
            fix: `remove \`audience\` if it is set, or add the audience to the identity provider:\n  aws iam add-client-id-to-open-id-connect-provider --client-id ${audience} --open-id-connect-provider-arn ARN`
        };
    }
    if ((0,aws_answers/* isIssuerUnreachable */.QH)(error)) {
        return {
            problem: `AWS could not get the keys of ${issuer}, with which it verifies the token.`,
            fix: 'run the job again. On GitHub Enterprise Server, AWS must be able to reach its OIDC service from the internet.'
        };
    }
    return {
        problem: "AWS could not verify the job's OIDC token.",
        fix: `check that the identity provider in the account of the role is for ${issuer}.`
    };
}
function aws_rules_explainSignature(refusal, error) {
    const problem = `AWS KMS refused to sign: ${aws_rules_said(refusal, error)}.`;
    if ((0,aws_answers/* isClockRefusal */.Xg)(error))
        return aws_rules_clockOff(problem);
    return SIGNATURE_RULES.get(error.code)?.(problem, refusal, error);
}
/** What AWS's codes mean when a key is used. */
const SIGNATURE_RULES = new Map([
    ['AccessDeniedException', denied],
    ['NotFoundException', aws_rules_notFound],
    ['DisabledException', unusableState],
    ['KMSInvalidStateException', unusableState],
    ['InvalidKeyUsageException', unsuitable],
    ['UnsupportedOperationException', unsuitable],
    ['ValidationException', invalidRequest],
    ['UnrecognizedClientException', credentialsRefused],
    ['InvalidClientTokenId', credentialsRefused],
    ['InvalidSignatureException', credentialsRefused],
    ['IncompleteSignatureException', credentialsRefused],
    ['MissingAuthenticationTokenException', credentialsRefused],
    ['ExpiredTokenException', credentialsRefused]
]);
/** AWS's message has both times. */
function aws_rules_clockOff(problem) {
    return {
        code: 'clock-off',
        title: "This runner's clock is wrong",
        problem: `${problem}\nThe action corrects a clock by up to one day, but not this one.`,
        fix: "set the runner's clock (NTP), then run the job again."
    };
}
function aws_rules_notFound(problem, { key }) {
    return {
        code: 'aws-key-not-found',
        title: 'AWS KMS does not have this key',
        problem: `${problem}\nkms-key names ${key.resource} in ${key.region}.`,
        fix: 'correct `kms-key`: compare region, account and id with the ARN that the console of AWS shows (KMS > Customer managed keys).'
    };
}
function invalidRequest(problem, _, { message }) {
    return /algorithm|key ?spec|key usage/i.test(message) ? unsuitable(problem) : undefined;
}
function denied(problem, { key }, { message }) {
    const { login } = key;
    const who = login.kind === 'oidc' ? 'the role of aws-role-to-assume' : 'the user of AWS_ACCESS_KEY_ID';
    const isForbidden = /explicit deny/i.test(message);
    return {
        code: 'aws-key-denied',
        title: 'AWS does not allow this login to sign',
        problem: `${problem}\n${isForbidden ? forbidden(message) : notAllowed(message, who)}`,
        fix: isForbidden
            ? 'change that statement, or ask those who wrote it: no other policy can allow it then.'
            : [
                `add this statement to a policy of ${who}. The key policy must allow it, too: the default one does, for the account of the key.`,
                ...statement(key)
            ].join('\n')
    };
}
/** AWS names the kind of policy that is the cause. */
function forbidden(message) {
    const kind = /explicit deny in an? ([\w -]{1,40})/i.exec(message)?.[1];
    return `A statement with "Effect": "Deny" forbids it${kind === undefined ? '' : ` (in a ${(0,printable/* printable */.g)(kind)})`}.`;
}
function notAllowed(message, who) {
    if (/no identity-based policy/i.test(message))
        return `No policy of ${who} allows it.`;
    if (/no resource-based policy/i.test(message))
        return 'The key policy does not allow it.';
    return `No policy of ${who} allows it, or the key policy does not allow it, or there is no such key. AWS does not say which.`;
}
/** The least right that is needed, as a statement of a policy. */
function statement({ arn, prefix, resource }) {
    const isAlias = resource.startsWith('alias/');
    return [
        `  { "Effect": "Allow", "Action": "kms:Sign", "Resource": "${isAlias ? `${prefix}key/*` : arn}",`,
        '    "Condition": { "StringEquals": {',
        ...(isAlias ? [`      "kms:RequestAlias": "${resource}",`] : []),
        '      "kms:SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_256", "kms:MessageType": "RAW" } } }'
    ];
}
function unusableState(problem, { key }, { code, message }) {
    const common = {
        code: 'aws-key-disabled',
        title: 'The key in AWS KMS cannot be used now'
    };
    if (/pending import/i.test(message)) {
        return {
            ...common,
            problem: `${problem}\nThe private key is not imported yet, or it was deleted or has expired.`,
            fix: "import the App's private key into it: see docs/KEYS.md of this action."
        };
    }
    if (/pending (?:replica )?deletion/i.test(message)) {
        return {
            ...common,
            problem: `${problem}\nThe key is going to be deleted.`,
            fix: `if it is still needed:\n  aws kms cancel-key-deletion ${keyOptions(key)}\n  aws kms enable-key ${keyOptions(key)}`
        };
    }
    if (code === 'DisabledException') {
        return {
            ...common,
            problem: `${problem}\nSomebody disabled the key.`,
            fix: `find out why. To enable it again:\n  aws kms enable-key ${keyOptions(key)}`
        };
    }
    return {
        ...common,
        problem,
        fix: `look at its state:\n  aws kms describe-key ${keyOptions(key)}`
    };
}
/** Most commands take no alias. */
function keyOptions({ arn, resource, region }) {
    return `--region ${region} --key-id ${resource.startsWith('alias/') ? 'ID-OF-THE-KEY' : arn}`;
}
function unsuitable(problem) {
    return {
        code: 'kms-key-unsuitable',
        title: 'This key cannot sign for a GitHub App',
        problem,
        fix: "import the App's private key into a key that is created with `--origin EXTERNAL --key-spec RSA_2048 --key-usage SIGN_VERIFY`, and name it in `kms-key`: see docs/KEYS.md of this action."
    };
}
function credentialsRefused(problem, { key }) {
    const { login, region } = key;
    const cause = login.kind === 'oidc'
        ? {
            problem: 'AWS STS gave these credentials a moment ago, so most often this region is not enabled for the account.',
            fix: `enable ${region} for the account of the role (Account > AWS Regions), or correct the region in \`kms-key\`. If a proxy changes requests, it must not change those to AWS.`
        }
        : {
            problem: 'The step used the credentials in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.',
            fix: 'set all three from the same login: temporary credentials need AWS_SESSION_TOKEN, too, and end after some hours. Better, set `aws-role-to-assume`, so that this step logs in itself.'
        };
    return {
        code: 'aws-credentials-refused',
        title: 'AWS does not accept the credentials',
        problem: `${problem}\n${cause.problem}`,
        fix: cause.fix
    };
}

// EXTERNAL MODULE: ./src/signers/key-service/azure.ts
var azure = __webpack_require__(5698);
;// CONCATENATED MODULE: ./src/explain/key-service/azure-rules.ts

/** What people read about Azure Key Vault. */
const AZURE = {
    serviceName: (_, stage) => (stage === 'login' ? 'Microsoft Entra ID' : 'Azure Key Vault'),
    addressInput: (_, stage) => (stage === 'login' ? undefined : 'kms-key'),
    message: azureMessage,
    explain: explainAzure
};
/** Explains a refusal of Microsoft Entra ID or of Key Vault, by its code. */
function explainAzure(refusal) {
    const { code, message } = (0,azure/* azureFailure */.u)(refusal.reply);
    return refusal.stage === 'login'
        ? azure_rules_explainLogin(refusal, code)
        : azure_rules_explainSignature(refusal, code, message);
}
/**
 * What Azure says of a failure. If anyone can read the log, ids of accounts and names of tenants and
 * resource groups are left out.
 */
function azureMessage(reply, isPrivate) {
    const { code, message } = (0,azure/* azureFailure */.u)(reply);
    if (message === '')
        return code;
    return isPrivate ? message : message.replace(IDS, '(not shown)');
}
const IDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\/subscriptions\/[^\s'"]+|(?<=directory )'[^']*'/gi;
function azure_rules_explainLogin(refusal, code) {
    const cause = azure_rules_loginCause(refusal.key, code);
    if (cause === undefined)
        return undefined;
    return {
        code: 'azure-login-refused',
        title: 'Microsoft Entra ID refused the login',
        problem: `Microsoft Entra ID refused the login (${code}).\n${cause[0]}`,
        fix: cause[1]
    };
}
/** https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
function azure_rules_loginCause({ login: { clientId, oidc } }, code) {
    switch (code) {
        case 'AADSTS70021':
        case 'AADSTS70025':
        case 'AADSTS700213':
            return [
                "No federated credential of the application in azure-client-id is for this job's OIDC token. The details above show its subject (sub) and its issuer (iss).",
                addCredential(clientId, oidc.audience)
            ];
        case 'AADSTS7002138':
            return [
                "A federated credential of the application has the subject of this job's OIDC token in other upper and lower case. Case matters.",
                'write the subject of the federated credential exactly as the details above show it (sub).'
            ];
        case 'AADSTS700211':
            return [
                "No federated credential of the application has the issuer of this job's OIDC token. The details above show it (iss).",
                'set the issuer of the federated credential to exactly this one, without a slash at its end.'
            ];
        case 'AADSTS700212':
            return [
                'The federated credential expects another audience. The details above show the one that was sent (aud).',
                'remove `audience`, or set it to the audience of the federated credential.'
            ];
        case 'AADSTS700016':
            return [
                'The tenant in azure-tenant-id does not have the application in azure-client-id.',
                'correct `azure-client-id` or `azure-tenant-id`. Use the "Application (client) ID" (of a managed identity: "Client ID"), not an object ID.'
            ];
        case 'AADSTS7000229':
            return [
                'The application is registered, but has no service principal in the tenant.',
                `create it:\n  az ad sp create --id ${clientId}`
            ];
        case 'AADSTS90002':
        case 'AADSTS900023':
            return [
                'The tenant in azure-tenant-id does not exist.',
                'correct `azure-tenant-id`: it is the "Directory (tenant) ID". A tenant of a sovereign cloud is found only with the host of that cloud in `kms-key`.'
            ];
        case 'AADSTS700024':
            return [
                'The OIDC token was not valid at that time: it had ended, or the clocks differ.',
                "run the job again. If your GitHub is a server of your own, check that server's clock (NTP)."
            ];
        default:
            return undefined;
    }
}
function addCredential(clientId, audience) {
    return [
        'add a federated credential, with `sub` and `iss` from the details above:',
        `  az ad app federated-credential create --id ${clientId} --parameters '{"name": "github-app", "issuer": "ISS", "subject": "SUB", "audiences": ["${audience.replace(/["'\\]/g, '')}"]}'`,
        'For a managed identity, the command is `az identity federated-credential create`.'
    ].join('\n');
}
function azure_rules_explainSignature(refusal, code, message) {
    const { key, reply } = refusal;
    const shown = code === '' ? String(reply.status) : code;
    const said = `Azure Key Vault refused to sign with ${key.vault}/${key.name} (${shown}).`;
    if (reply.status === 404)
        return azure_rules_notFound(key, said);
    if (/^ForbiddenBy(?:Firewall|Connection)$/.test(code))
        return notReachable(key, said);
    const cause = notUsable(key, code, message);
    if (cause !== undefined) {
        return {
            code: 'azure-key-not-usable',
            title: 'Azure Key Vault does not let this key sign',
            problem: `${said}\n${cause[0]}`,
            fix: cause[1]
        };
    }
    if (reply.status === 400 && /algorithm/i.test(message)) {
        return {
            code: 'kms-key-unsuitable',
            title: 'This key cannot sign for a GitHub App',
            problem: `${said}\nThe key is not an RSA key.`,
            fix: "import the App's private key (RSA), and name that key in `kms-key`."
        };
    }
    return azure_rules_denied(refusal, code, said);
}
function azure_rules_notFound({ vault, name, product }, said) {
    return {
        code: 'azure-key-not-found',
        title: 'Azure Key Vault does not have this key',
        problem: `${said}\nThere is no key ${name} with this version.`,
        fix: `correct \`kms-key\`. This shows the versions:\n  az keyvault key list-versions ${vaultOption(product, vault)} --name ${name} --query "[].kid"`
    };
}
function notReachable({ vault }, said) {
    return {
        code: 'azure-network-denied',
        title: 'The firewall of the key vault does not let this runner in',
        problem: `${said}\nThe network settings of ${vault} allow only some networks, and this runner is in none of them.`,
        fix: 'run the job on a runner in an allowed network (self-hosted, or GitHub-hosted in an Azure virtual network), or allow this network in the settings of the vault under "Networking".'
    };
}
/** What is wrong with the key, if it is there and the login may sign. */
function notUsable(key, code, message) {
    const { vault, name, version, product } = key;
    const change = `az keyvault key set-attributes ${vaultOption(product, vault)} --name ${name} --version ${version}`;
    if (code === 'KeyDisabled' || /\bdisabled key\b/i.test(message)) {
        return ['This version of the key is disabled.', `enable it:\n  ${change} --enabled true`];
    }
    // Azure's documents do not give the code for these.
    if (/Expired|NotYetValid/i.test(code) || /\b(?:expired|not yet valid)\b/i.test(message)) {
        return [
            'This version of the key has ended, or is not valid yet.',
            `change its times (these are examples):\n  ${change} --not-before 2026-01-01T00:00:00Z --expires 2036-01-01T00:00:00Z`
        ];
    }
    if (code === 'KeyOperationForbidden' || /is not permitted on this key/i.test(message)) {
        return [
            'The permitted operations of the key (key_ops) do not contain sign.',
            `permit it:\n  ${change} --ops sign`
        ];
    }
    return undefined;
}
function azure_rules_denied({ key, reply }, code, said) {
    const cause = deniedCause(key, code, reply.status);
    if (cause === undefined)
        return undefined;
    return {
        code: 'azure-key-denied',
        title: 'Azure Key Vault does not allow this login to sign',
        problem: `${said}\n${cause[0]}`,
        fix: cause[1]
    };
}
function deniedCause(key, code, status) {
    const { vault, name, product } = key;
    const { clientId } = key.login;
    if (code === 'AKV10032') {
        return [
            `${vault} belongs to another tenant than the one in azure-tenant-id.`,
            `set \`azure-tenant-id\` to the tenant that this shows:\n  az keyvault show ${product === 'vault' ? '--name' : '--hsm-name'} ${vault} --query properties.tenantId`
        ];
    }
    if (status !== 403)
        return undefined;
    if (code === 'ForbiddenByPolicy') {
        return [
            'No access policy of the vault allows the application to sign.',
            `add one:\n  az keyvault set-policy --name ${vault} --spn ${clientId} --key-permissions sign`
        ];
    }
    return [
        'The application has no role with the right to sign with this key.',
        [
            'give it one (docs/KEYS.md of this action has a role that allows nothing else). It can take ten minutes until it works:',
            product === 'vault'
                ? `  az role assignment create --assignee ${clientId} --role "GitHub App signer" --scope "$(az keyvault show --name ${vault} --query id --output tsv)/keys/${name}"`
                : `  az keyvault role assignment create --hsm-name ${vault} --assignee ${clientId} --role "Managed HSM Crypto User" --scope /keys/${name}`
        ].join('\n')
    ];
}
/** How Azure's command line names a vault or an HSM. */
function vaultOption(product, vault) {
    return product === 'vault' ? `--vault-name ${vault}` : `--hsm-name ${vault}`;
}

// EXTERNAL MODULE: ./src/signers/key-service/vault.ts
var vault = __webpack_require__(3497);
;// CONCATENATED MODULE: ./src/explain/key-service/vault-rules.ts


/** What people read about Vault and OpenBao. */
const VAULT = {
    serviceName: ({ product }) => product,
    addressInput: () => 'vault-address',
    message: vault/* vaultError */.$,
    explain: explainVault
};
/** Explains a refusal of Vault, which has no codes, only texts. */
function explainVault(refusal) {
    const message = (0,vault/* vaultError */.$)(refusal.reply);
    if (/\bis sealed\b/i.test(message))
        return sealed(refusal);
    const { login } = refusal.key;
    return refusal.stage === 'login' && login.kind === 'oidc'
        ? vault_rules_explainLogin(refusal, login, message)
        : vault_rules_explainSignature(refusal, message);
}
function sealed({ key }) {
    return {
        code: 'kms-unavailable',
        title: 'The key service is not available',
        problem: `${key.product} is sealed, so it can use no key.`,
        fix: `an operator has to unseal ${key.product}. Then run the job again.`
    };
}
function vault_rules_explainLogin(refusal, { role, path }, message) {
    const cause = vault_rules_loginCause(refusal, message, role, path);
    if (cause === undefined)
        return undefined;
    return {
        code: 'vault-login-refused',
        title: 'Vault refused the login',
        problem: `${refusal.key.product} refused the login at auth/${path}: ${(0,explain_words/* quote */.hD)(message)}.\n${cause[0]}`,
        fix: cause[1]
    };
}
function vault_rules_loginCause({ key, reply }, message, role, path) {
    const claim = /claim "?\/?([\w-]+)"? does not match/i.exec(message)?.[1];
    if (claim !== undefined) {
        return [
            `The claim ${claim} of the job's OIDC token is not one that the role ${role} accepts. The details above show the claims.`,
            `correct bound_claims of auth/${path}/role/${role}, or run the job where these claims match (branch, environment).`
        ];
    }
    if (/\baud(?:ience)?\b/i.test(message)) {
        return [
            `The role ${role} expects another audience. The details above show the one that was sent (aud).`,
            'set `audience` to one of bound_audiences of the role, or add the one that was sent to the role.'
        ];
    }
    if (/expired|not (?:valid|active) yet|issued at|nbf|iat\b/i.test(message)) {
        return [
            `${key.product} compared the times in the OIDC token with its own clock.`,
            `check the clock of the ${key.product} server (NTP), then run the job again.`
        ];
    }
    if (/role .* (?:could not be found|does not exist)|missing role/i.test(message)) {
        return [
            `There is no role ${role} at auth/${path}.`,
            'correct `vault-role`, or `vault-auth-path` if the role is at another path.'
        ];
    }
    if (/signature|fetching keys|known key|key id/i.test(message)) {
        return [
            'The auth method could not verify the OIDC token.',
            `set oidc_discovery_url of auth/${path}/config to the address of GitHub's tokens: https://token.actions.githubusercontent.com`
        ];
    }
    if (reply.status === 404 || /no handler for route/i.test(message))
        return notThere(key, path);
    return reply.status === 403 ? notThere(key, path) : undefined;
}
/** Without a login, Vault answers a path that does not exist like one that is forbidden. */
function notThere({ namespace }, path) {
    return [
        `Most often, no auth method is mounted at auth/${path}${namespace === '' ? '' : ` in the namespace ${namespace}`}.`,
        namespace === ''
            ? 'correct `vault-auth-path`. If the auth method is in a namespace, set `vault-namespace`.'
            : 'correct `vault-auth-path`, or `vault-namespace`.'
    ];
}
function vault_rules_explainSignature(refusal, message) {
    const { key, reply } = refusal;
    const path = `${key.mount}/sign/${key.name}/sha2-256`;
    const said = `${key.product} refused to sign with ${key.mount}/${key.name}: ${(0,explain_words/* quote */.hD)(message)}.`;
    if (/key not found/i.test(message)) {
        return {
            code: 'vault-key-not-found',
            title: 'Vault does not have this key',
            problem: `${said}\nThere is no key ${key.name} in the transit engine at ${key.mount}.`,
            fix: 'correct `kms-key`, or import the key: see docs/KEYS.md of this action.'
        };
    }
    if (/no handler for route|unsupported path/i.test(message)) {
        return {
            code: 'vault-key-not-found',
            title: 'Vault does not have this key',
            problem: `${said}\nNo transit engine is mounted at ${key.mount}.`,
            fix: 'write the mount in `kms-key` (`hashivault://MOUNT/KEY`). If the engine is in a namespace, set `vault-namespace`.'
        };
    }
    if (/does not support signing|unsupported key type/i.test(message)) {
        return {
            code: 'kms-key-unsuitable',
            title: 'This key cannot sign for a GitHub App',
            problem: said,
            fix: "import the App's private key as a key of the type rsa-2048, and name it in `kms-key`."
        };
    }
    return reply.status === 403 ? vault_rules_denied(refusal, said, path) : undefined;
}
function vault_rules_denied({ key: { login } }, said, path) {
    const who = login.kind === 'oidc'
        ? `The policies of the role ${login.role} do not allow`
        : `The token in ${login.variable} has ended, or its policies do not allow`;
    return {
        code: 'vault-key-denied',
        title: 'Vault does not allow this login to sign',
        problem: `${said}\n${who} to sign with this key.`,
        fix: `add this to a policy of the ${login.kind === 'oidc' ? 'role' : 'token'}:\n  path "${path}" { capabilities = ["update"] }`
    };
}

;// CONCATENATED MODULE: ./src/explain/key-service/explain.ts












const explain_WORDS = { aws: AWS, google: GOOGLE, azure: AZURE, vault: VAULT };
function wordsOf({ service }) {
    // TypeScript does not see that the entry belongs to the service; the type of the table does.
    return explain_WORDS[service];
}
/** Explains why a key service did not sign. */
function explainKeyService(context) {
    const { cause } = context.error;
    return cause instanceof errors/* UnreachableError */.Jk
        ? explainUnreachable({ ...context, error: cause }, serverOf(context.error, cause))
        : explainRefusal(refusalOf(context.error, cause, context.isPrivate === true));
}
function serverOf({ key, stage }, cause) {
    if (stage === 'oidc')
        return oidcService(cause);
    const { origin } = new URL(cause.url);
    return { server: 'key-service', url: origin, input: wordsOf(key).addressInput(key, stage) };
}
function refusalOf({ key, stage, claims }, { reply, attempts }, isPrivate) {
    const serviceName = nameOfService(key, stage);
    return { key, stage, serviceName, reply, attempts: attempts.length, claims, isPrivate };
}
function nameOfService(key, stage) {
    return stage === 'oidc' ? "GitHub's OIDC service" : wordsOf(key).serviceName(key, stage);
}
function explainRefusal(refusal) {
    for (const rule of [...FIRST_RULES, explainOwn, ...LAST_RULES]) {
        const explanation = rule(refusal);
        if (explanation !== undefined)
            return explanation;
    }
    const { serviceName, stage, reply } = refusal;
    return {
        code: 'kms-refused',
        title: 'The key service refused the request',
        problem: `${serviceName} refused ${REQUESTS[stage]} with ${reply.status}${messageOf(refusal)}.`,
        fix: 'see the details above, and docs/KEYS.md of this action for the rights that the login needs.'
    };
}
const REQUESTS = {
    oidc: "to give the job's OIDC token",
    login: 'the login',
    impersonation: 'to act as the service account',
    signature: 'to sign',
    'public-key': 'to show the public key',
    logout: 'to end the login'
};
function explainOwn(refusal) {
    const { key, stage, reply } = refusal;
    return stage === 'oidc' ? explainOidcRefusal(reply) : wordsOf(key).explain(refusal);
}
/** What the service says of a failure, to be quoted; empty if it says nothing. */
function messageOf({ key, reply, isPrivate }) {
    const message = wordsOf(key).message(reply, isPrivate);
    return message === '' ? '' : `: ${(0,explain_words/* quote */.hD)(message)}`;
}
/** Answers that come from something in between, whatever the service. */
const FIRST_RULES = [
    ({ reply }) => (reply.status === 407 ? proxyWantsCredentials(407) : undefined),
    explain_redirected,
    otherServer
];
/** What no rule of the service knows better. */
const LAST_RULES = [explain_unavailable];
function explain_redirected({ serviceName, reply }) {
    if (reply.status < 300 || reply.status > 399)
        return undefined;
    return {
        code: 'kms-other-server',
        title: 'Another server than the key service answered',
        problem: `${(0,printable/* printable */.g)((0,request_parts/* withoutQuery */.j$)(reply.url))} answered ${reply.status}, a redirect${reply.location === undefined ? '' : ` to ${(0,printable/* printable */.g)(reply.location)}`}. ${serviceName} sends none, so nothing was sent there.`,
        fix: CHECK_ADDRESS
    };
}
const CHECK_ADDRESS = "check the address of the key service in the inputs, and the runner's proxy. It must be the address of the API, not of its pages.";
function otherServer({ serviceName, reply }) {
    const isSuccess = reply.status < 300;
    const isPage = (0,http_reply/* isWebPage */.A)(reply);
    if (!isSuccess && !isPage)
        return undefined;
    return {
        code: 'kms-other-server',
        title: 'Another server than the key service answered',
        problem: `${(0,printable/* printable */.g)((0,request_parts/* withoutQuery */.j$)(reply.url))} answered ${reply.status}, but not like ${serviceName}${isPage ? ': it sent a web page' : ''}.`,
        fix: CHECK_ADDRESS
    };
}
function explain_unavailable({ serviceName, reply, attempts }) {
    if (reply.status < 500 && reply.status !== 408 && reply.status !== 429)
        return undefined;
    return {
        code: 'kms-unavailable',
        title: 'The key service is not available',
        problem: `${serviceName} answered ${reply.status} ${(0,explain_words/* times */.Hn)(attempts)}.`,
        fix: 'run the job again later.'
    };
}

;// CONCATENATED MODULE: ./src/explain/key-service/problems.ts

/** The services as people call them. */
const SERVICE_NAMES = {
    aws: 'AWS KMS',
    google: 'Google Cloud KMS',
    azure: 'Azure Key Vault',
    vault: 'Vault'
};
const LOGIN_HELP = {
    aws: 'set `aws-role-to-assume` to the ARN of a role that may sign with this key, and add `id-token: write` under `permissions:` of the job.',
    google: 'set `gcp-workload-identity-provider` to the full name of the provider, and add `id-token: write` under `permissions:` of the job.',
    azure: 'set `azure-client-id` and `azure-tenant-id`, and add `id-token: write` under `permissions:` of the job. A login with `azure/login` is not used, and not needed: set the ids that it has here.',
    vault: 'set `vault-role` to a role of the JWT auth method, and add `id-token: write` under `permissions:` of the job.'
};
const WRITE_ONE_OF = [
    'write one of these:',
    '  kms-key: awskms:///arn:aws:kms:REGION:ACCOUNT:key/ID',
    '  kms-key: gcpkms://projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/1',
    '  kms-key: azurekms://VAULT/KEY/VERSION',
    '  kms-key: hashivault://transit/KEY'
].join('\n');
/** What a person reads about the inputs for a key service, and about what the service signed. */
const KEY_SERVICE_PROBLEMS = {
    'kms-key-malformed': ({ mistake }) => problems_explainKey(mistake),
    'login-without-key': ({ inputs }) => ({
        code: 'kms-login-conflict',
        title: 'kms-key is empty',
        problem: `${(0,explain_words/* joined */.oR)(inputs)} ${inputs.length === 1 ? 'is' : 'are'} set, but kms-key is empty.`,
        fix: 'set `kms-key` to the URI of the key. If it comes from a variable, check the name and the context: `vars.NAME`. Without a key service, remove these inputs.'
    }),
    'login-of-other-service': ({ inputs, service }) => ({
        code: 'kms-login-conflict',
        title: 'A login is for another key service',
        problem: `kms-key names a key in ${SERVICE_NAMES[service]}, but ${(0,explain_words/* joined */.oR)(inputs)} ${inputs.length === 1 ? 'is for another service' : 'are for other services'}.`,
        fix: `remove ${inputs.map((input) => `\`${input}\``).join(', ')}, or correct \`kms-key\`.`
    }),
    'login-missing': ({ service }) => ({
        code: 'kms-login-missing',
        title: 'Nothing says how to log in to the key service',
        problem: `kms-key names a key in ${SERVICE_NAMES[service]}, but no input says how to log in there${STATIC_VARIABLES[service]}.`,
        fix: LOGIN_HELP[service]
    }),
    'login-incomplete': ({ missing, beside }) => ({
        code: 'kms-login-missing',
        title: 'Nothing says how to log in to the key service',
        problem: `${beside} is set, but ${missing} is empty.`,
        fix: `set \`${missing}\`${beside === 'kms-key' ? '' : `, or remove \`${beside}\``}. If it comes from a variable, check the name and the context: \`vars.NAME\`.`
    }),
    'login-input-malformed': ({ input, text, example }) => ({
        code: 'kms-login-malformed',
        title: 'An input for the login is not valid',
        problem: `${input} is "${text}", which is not a valid value.`,
        fix: `write it like \`${example}\`.${INPUT_HINTS[input] ?? ''}`
    }),
    'service-address-insecure': ({ input }) => ({
        code: 'kms-login-malformed',
        title: 'The address of the key service is not encrypted',
        problem: `The address in ${input} begins with http:. Anyone on the network could sign as your App.`,
        fix: 'use an address that begins with https:.'
    }),
    'login-variable-malformed': ({ variable }) => ({
        code: 'kms-login-malformed',
        title: 'A variable for the login is not valid',
        problem: `${variable} contains characters that no credential has, such as blanks or line ends. It is not shown here.`,
        fix: `set ${variable} again without them, or let this step log in with the job's OIDC token.`
    }),
    'oidc-not-available': ({ service, isFork, isFallbackSet }) => ({
        code: 'oidc-not-available',
        title: 'The job has no OIDC token',
        problem: isFork
            ? `This pull request comes from a fork, and GitHub gives such runs no OIDC token. So the step cannot ${purposeOf(service)}.`
            : `GitHub gives this job no OIDC token, so the step cannot ${purposeOf(service)}.`,
        fix: isFork
            ? [
                'skip the job for forks:',
                '  if: github.event.pull_request.head.repo.full_name == github.repository',
                ...(isFallbackSet === true
                    ? []
                    : ['or add `fallback-token: ${{ github.token }}` (read-only on forks).'])
            ].join('\n')
            : [
                'give the job this permission (and those that it has now, because the list replaces them):',
                '  permissions:',
                '    id-token: write',
                '    contents: read',
                'In a reusable workflow, the job that calls it needs this, too.'
            ].join('\n')
    }),
    'oidc-audience-refused': ({ text }) => ({
        code: 'kms-login-malformed',
        title: 'An input for the login is not valid',
        problem: `audience is "${text}". An audience is one word of visible characters.`,
        fix: 'remove `audience`, unless the policy of the service names another one than usual.'
    }),
    'signature-unusable': ({ service, found }) => ({
        code: 'kms-key-unsuitable',
        title: 'This key cannot sign for a GitHub App',
        problem: `${SERVICE_NAMES[service]} signed, but ${describeSignature(found)}. Nothing was sent to GitHub.`,
        fix: "import the App's private key (RSA, for signing), and name that key in `kms-key`."
    })
};
/** How to find the value of an input. */
const INPUT_HINTS = {
    'gcp-workload-identity-provider': ' It begins with the number of the project, not with its id: `gcloud projects describe PROJECT --format "value(projectNumber)"`.'
};
function purposeOf(service) {
    return service === 'token-service'
        ? 'ask the token service for a token'
        : `log in to ${SERVICE_NAMES[service]}`;
}
const STATIC_VARIABLES = {
    aws: ', and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set',
    google: '',
    azure: '',
    vault: ', and neither VAULT_TOKEN nor BAO_TOKEN is set'
};
function problems_explainKey(mistake) {
    const words = describeKey(mistake);
    return { code: 'kms-key-malformed', title: 'kms-key is not the URI of a key', ...words };
}
function describeKey(mistake) {
    switch (mistake.mistake) {
        case 'not-a-uri':
            return {
                problem: `kms-key is "${mistake.text}", and that names no key service.`,
                fix: WRITE_ONE_OF
            };
        case 'unknown-scheme':
            return {
                problem: `kms-key begins with ${mistake.scheme}:, which is no key service that this action knows.`,
                fix: WRITE_ONE_OF
            };
        case 'other-spelling':
            return {
                problem: `kms-key ${SPELLINGS[mistake.is]}.`,
                fix: `write \`kms-key: ${mistake.uri}\`.`
            };
        case 'part-missing':
            return {
                problem: `kms-key names no ${mistake.part} (${SERVICE_NAMES[mistake.service]}).${WHY_NEEDED[mistake.part] ?? ''}`,
                fix: `write it like \`${mistake.uri}\`.`
            };
        case 'part-malformed':
            return {
                problem: `kms-key has "${mistake.text}" where ${SERVICE_NAMES[mistake.service]} has the ${mistake.part}.`,
                fix: `write it like \`${mistake.uri}\`.`
            };
    }
}
const WHY_NEEDED = {
    version: ' The newest version of a key can be one that GitHub has never seen.'
};
const SPELLINGS = {
    'aws-arn': 'is the ARN of a key, without the scheme in front of it',
    'aws-alias': 'is the name of an alias. Its region and account are missing',
    'aws-key-id': 'is the id of a key. Its region and account are missing',
    'two-slashes': 'needs three slashes between `awskms:` and the ARN',
    'google-name': 'is the name of a key version, without the scheme in front of it',
    'google-url': 'is the address of a key version, not its URI',
    'azure-url': 'is the address of a key, not its URI',
    'vault-url': 'is the address of a key, not its URI'
};
function describeSignature(found) {
    switch (found.is) {
        case 'length':
            return `its signature has ${found.bytes} bytes. RSA keys of 2,048 bits, as GitHub generates them, make signatures of 256 bytes, so this is another kind of key`;
        case 'algorithm':
            return `with ${found.algorithm}. GitHub takes only RSASSA-PKCS1-v1_5 with SHA-256 (RS256)`;
        case 'other-key':
            return `with ${found.used}, not with ${found.asked}`;
    }
}

;// CONCATENATED MODULE: ./src/explain/permission-problems.ts
/** What a person reads about permissions that cannot be requested. */
const PERMISSION_PROBLEMS = {
    'permissions-name-none': ({ text, hasOthers }) => ({
        code: 'permission-malformed',
        title: 'permissions is set, but names none',
        problem: `permissions is "${text}". It is set, but names no permission.${hasOthers ? '' : ' GitHub would grant every permission.'}`,
        fix: `name what the job needs, such as \`contents: read\`, or remove \`permissions\`${hasOthers ? '' : ' if the token needs every permission'}.`
    }),
    'permissions-unreadable': ({ mistake }) => ({
        code: 'permission-malformed',
        title: 'permissions cannot be read',
        problem: `${describeList(mistake)}.`,
        fix: fixList(mistake)
    }),
    'permission-name-malformed': ({ where, name }) => ({
        code: 'permission-malformed',
        title: 'A permission has no name',
        problem: `${where}: "${name}" cannot be the name of a permission.`,
        fix: 'write one permission in each line, such as `contents: read`.'
    }),
    'permission-level-malformed': (problem) => ({
        code: 'permission-malformed',
        title: 'A permission has no such level',
        problem: `${problem.where} ${describeLevel(problem)}.`,
        fix: fixLevel(problem)
    }),
    'permission-unknown': ({ what, where, meant, hasOthers }) => ({
        code: 'permission-unknown',
        title: 'A permission is misspelt',
        problem: `${where} is not ${what === 'input' ? 'an input of this action' : 'a permission that GitHub knows'}. If it were ignored, the token ${hasOthers ? 'would not have it' : 'could get every permission that the App has'}.`,
        fix: `write \`${meant}\`.`
    }),
    'permission-at-two-levels': ({ name, asked }) => ({
        code: 'permission-conflict',
        title: 'A permission is requested at two levels',
        problem: `${name} is requested twice: ${asked.map(({ level, where }) => `${level} by ${where}`).join(', ')}.`,
        fix: 'keep one of the two.'
    }),
    'too-many-permissions': ({ count }) => ({
        code: 'permission-malformed',
        title: 'Too many permissions',
        problem: `${count} permissions are named. GitHub does not have that many.`,
        fix: 'name only the permissions that the job needs, each of them once.'
    }),
    'read-all-with-others': ({ input }) => ({
        code: 'permission-conflict',
        title: 'permissions is read-all, but another permission is set',
        problem: `permissions is read-all, but ${input} is set, too.`,
        fix: 'remove one of the two. To read everything and write something, list all permissions that the job needs.'
    })
};
function describeLevel({ level, length, isExpression }) {
    if (isExpression)
        return 'looks like an expression that was not evaluated';
    return level === undefined
        ? `is not a level: it is ${length} characters long`
        : `is "${level}", which is not a level`;
}
/** What people write for "no access". */
const NO_ACCESS = /^(?:none|no[ _-]?access|no|false|null|off|0|~)$/i;
/** What people write for reading and writing. */
const BOTH = /^(?:read|r)[\s/+&_-]*(?:and)?[\s/+&_-]*(?:write|w)$/i;
function fixLevel({ level = '', levels, isExpression }) {
    const choice = levels.join(' or ');
    if (isExpression) {
        return `use ${choice}. An expression needs \`\${{ }}\` around it, in the step under \`with:\`.`;
    }
    if (NO_ACCESS.test(level)) {
        return 'remove the permission. A token has only the permissions that you name, and metadata: read.';
    }
    return BOTH.test(level) && levels.includes('write')
        ? 'use write, which includes read.'
        : `use ${choice}.`;
}
function describeList(mistake) {
    switch (mistake.mistake) {
        case 'json':
            return `permissions is "${mistake.text}", which begins like JSON, but is not valid JSON`;
        case 'json-list':
            return `permissions is "${mistake.text}", which begins like a JSON list`;
        case 'every-level':
            return `permissions is "${mistake.text}". Only read-all is possible`;
        case 'scopes':
            return `permissions contains "${mistake.text}", which is a scope of a personal access token, not a permission of an App`;
        case 'entry':
            return `In ${mistake.line === undefined ? '' : `line ${mistake.line} of `}permissions, "${mistake.text}" ${ENTRY_MISTAKES[mistake.reason].problem}`;
    }
}
const EXAMPLE = 'write one permission in each line, such as `contents: read`. `contents: read, issues: write` and JSON ({"contents": "read"}) work, too.';
function fixList(mistake) {
    switch (mistake.mistake) {
        case 'json':
        case 'json-list':
            return 'write `{"contents": "read"}`, or without brackets and quotes `contents: read`.';
        case 'every-level':
            return 'name the permissions that the job needs, such as `contents: write`. If the token needs every permission that the App has, remove `permissions`.';
        case 'scopes':
            return 'name permissions, such as `contents: write` instead of `repo`, and `workflows: write` instead of `workflow`.';
        case 'entry':
            return ENTRY_MISTAKES[mistake.reason].fix;
    }
}
const ENTRY_MISTAKES = {
    dash: { problem: 'begins with a dash', fix: 'remove the dash from each line: `contents: read`.' },
    comment: {
        problem: 'contains a comment',
        fix: 'remove what begins with `#`: in a text of several lines, YAML does not remove comments.'
    },
    several: {
        problem: 'contains more than one permission',
        fix: 'write commas between the permissions. For one permission in each line, begin with `permissions: |`, not with `permissions: >`, which joins the lines.'
    },
    'read-all': {
        problem: 'is not alone',
        fix: 'use `permissions: read-all` alone, or list all permissions that the job needs.'
    },
    'no-colon': { problem: 'has no colon between a name and a level', fix: EXAMPLE },
    other: { problem: 'is not a name and a level', fix: EXAMPLE }
};

;// CONCATENATED MODULE: ./src/explain/renewal-problems.ts



const SECOND_USE = 'remove `renew`, and use the action a second time, right before the token is needed.';
function mayLive(until) {
    return `Renewed tokens may live until ${(0,src_time/* clockTime */.qo)(until)}.`;
}
/** What a person reads about the renewal of tokens. Those of post are warnings. */
const RENEWAL_PROBLEMS = {
    'renew-with-kept-token': () => ({
        code: 'renew-conflict',
        title: 'renew cannot be combined with skip-token-revoke',
        problem: 'renew and skip-token-revoke are both true. Renewing ends with the job, and every token of it is revoked then.',
        fix: 'remove one of the two.'
    }),
    'renew-with-jwt': () => ({
        code: 'renew-conflict',
        title: 'renew cannot be combined with jwt',
        problem: 'renew is true, but the JWT in jwt ends after 10 minutes at most, and the step cannot make another.',
        fix: `use \`private-key\` or \`kms-key\`. Or ${SECOND_USE}`
    }),
    'renew-with-static-login': ({ service }) => ({
        code: 'renew-conflict',
        title: 'renew needs a login inside the step',
        problem: `renew is true, but the step logs in to ${SERVICE_NAMES[service]} with credentials from variables. They end, and the step cannot get new ones.`,
        fix: `let the step log in with the job's OIDC token (docs/KEYS.md of this action). Or ${SECOND_USE}`
    }),
    'renew-with-owners': ({ count }) => ({
        code: 'renew-conflict',
        title: 'renew works with one owner',
        problem: `renew is true, but the step names ${count} owners.`,
        fix: 'use one step for each owner, each with `renew: true`.'
    }),
    'renewal-not-started': ({ found }) => ({
        code: 'renewal-not-started',
        title: 'The token cannot be renewed',
        problem: `renew is true, but ${describeNotStarted(found)}.`,
        fix: fixNotStarted(found)
    }),
    'renewal-failed': ({ failures, last, gap }) => ({
        code: 'renewal-failed',
        title: 'The token was not always renewed',
        problem: [
            last === undefined
                ? 'A token was renewed too late: the process that renews did not run for a while.'
                : `${(0,explain_words/* counted */.hS)(failures, 'renewal')} failed, the last at ${(0,src_time/* clockTime */.qo)(last.at)}: ${last.reason}`,
            ...(gap === undefined ? [] : [describeGap(gap)])
        ].join('\n'),
        fix: fixFailed(last, gap)
    }),
    'renewal-stopped': ({ found, until }) => ({
        code: 'renewal-stopped',
        title: 'The process that renews the token did not end as it should',
        problem: `The process that renews the token ${describeStopped(found)}. ${mayLive(until)}`,
        fix: fixStopped(found)
    }),
    'renewal-token-lost': ({ count, until }) => ({
        code: 'renewal-token-lost',
        title: 'A renewed token may be left',
        problem: count === 1
            ? `GitHub's answer to a request for a renewed token was lost. A token that nobody knows may live until ${(0,src_time/* clockTime */.qo)(until)}.`
            : `GitHub's answers to ${count} requests for renewed tokens were lost. Tokens that nobody knows may live until ${(0,src_time/* clockTime */.qo)(until)}.`,
        fix: 'nothing, if you trust everybody between this runner and GitHub: the token ends by itself.'
    }),
    'renewal-record-changed': ({ found, until }) => ({
        code: 'renewal-record-changed',
        title: 'The record of renewed tokens cannot be used',
        problem: `The record of renewed tokens ${describeRecord(found)}, so they cannot be revoked. ${mayLive(until)}`,
        fix: fixRecord(found)
    })
};
function describeRecord(found) {
    switch (found.is) {
        case 'missing':
            return 'is gone';
        case 'not-a-file':
            return 'is not a file any more';
        case 'changed':
            return 'was changed';
        case 'unreadable':
            return `cannot be read (${found.code})`;
    }
}
function fixRecord({ is }) {
    return is === 'unreadable'
        ? "check the disk of the runner, and that no step changes the rights of the renewal's files."
        : 'find out which step of the job did that. The action itself always leaves a record that it can read.';
}
function describeGap({ since, until }) {
    return until === ''
        ? `After ${(0,src_time/* clockTime */.qo)(since)}, token-file had no valid token, so requests with it failed with 401.`
        : `Between ${(0,src_time/* clockTime */.qo)(since)} and ${(0,src_time/* clockTime */.qo)(until)}, token-file had no valid token, so requests with it failed with 401.`;
}
function fixFailed(last, gap) {
    if (last === undefined) {
        return 'if steps of the job failed with 401 in that time, run the job again.';
    }
    const isEnough = gap === undefined || last.fix.includes('run the job again');
    return isEnough ? last.fix : `${last.fix}\nThen run the job again.`;
}
function describeNotStarted(found) {
    switch (found.is) {
        case 'folder-unwritable':
            return `its files cannot be written in RUNNER_TEMP (${found.code})`;
        case 'not-running':
            return `the process that renews cannot be started (${found.code})`;
        case 'ended':
            return `the process that renews ended at once (${found.status})`;
        case 'no-answer':
            return `the process that renews was not ready after ${(0,explain_words/* counted */.hS)(found.seconds, 'second')}`;
    }
}
/** Node ends with this status if it does not know a flag. */
const UNKNOWN_FLAG = '9';
function fixNotStarted(found) {
    if (found.is === 'ended' && found.status === UNKNOWN_FLAG) {
        return `use a runner that starts actions with Node 24. This one has an older Node, which does not know the flags that protect the key. Or ${SECOND_USE}`;
    }
    return found.is === 'folder-unwritable'
        ? "check that RUNNER_TEMP exists, is not full, and belongs to the runner's user."
        : `check that the runner has memory left, and lets the action start a process. Or ${SECOND_USE}`;
}
function describeStopped(found) {
    switch (found.is) {
        case 'gone':
            return 'ended before the job';
        case 'no-answer': {
            const end = found.isKilled ? ', and was killed' : '';
            return `did not answer within ${(0,explain_words/* counted */.hS)(found.seconds, 'second')}${end}`;
        }
        case 'not-told':
            return `could not be told to end, because its folder in RUNNER_TEMP cannot be written (${found.code})`;
        case 'too-old':
            return `ended after ${(0,explain_words/* counted */.hS)(found.hours, 'hour')}, and tried to revoke its tokens`;
        case 'no-runner':
            return 'did not find the runner any more, and ended';
    }
}
function fixStopped({ is }) {
    switch (is) {
        case 'too-old':
            return 'use the action a second time in jobs that are as long.';
        case 'not-told':
            return 'check that the disk is not full, and that no step changes the rights of RUNNER_TEMP.';
        case 'gone':
        case 'no-answer':
        case 'no-runner':
            return 'if the runner was short of memory, give it more. If a step ends processes, let it leave this one.';
    }
}

;// CONCATENATED MODULE: ./src/explain/runner-problems.ts
const INSTALL_GIT = 'install git before this step (in a container job, in the image), or remove `git-credentials`.';
/** What is not possible without a runner, and what to do. */
const NEEDS = {
    output: [
        'the action cannot output a token',
        'run the action as a step of a workflow. To try it in a terminal, use `npm start`.'
    ],
    git: [
        'git cannot be set up for later steps',
        'run the action as a step of a workflow, or remove `git-credentials` and `git-identity`.'
    ],
    renewal: [
        'there is no place for the files of a renewal',
        'run the action as a step of a workflow, or remove `renew`.'
    ]
};
/** What a person reads about a runner, or git on it, that does not do what the step needs. */
const RUNNER_PROBLEMS = {
    'no-runner': ({ missing, need }) => {
        const names = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`;
        const [result, fix] = NEEDS[need];
        return {
            code: 'no-runner',
            title: 'The action does not run in a workflow',
            problem: `${names}, so ${result}.`,
            fix
        };
    },
    'runner-file-unwritable': ({ file, code }) => ({
        code: 'runner-file-unwritable',
        title: `${file} cannot be written`,
        problem: `The runner's file ${file} ${code === 'ENOENT' ? 'is gone' : `cannot be written (${code})`}, so the step cannot pass on a token.`,
        fix: "check that the runner's disk is not full, and that nothing deletes the runner's temporary files while a job runs."
    }),
    'state-too-large': ({ tokens, length, most }) => ({
        code: 'state-too-large',
        title: 'Too many tokens for one step',
        problem: `To revoke ${tokens === 1 ? 'the token' : `${tokens} tokens`}, the post step needs ${length} characters of state. This runner can pass on ${most}.`,
        fix: 'name fewer owners or repositories in this step, and use several steps.'
    }),
    'git-missing': ({ found }) => ({
        code: 'git-missing',
        title: 'git-credentials needs git',
        problem: `git-credentials is true, but git ${describeGit(found)}.`,
        fix: INSTALL_GIT
    }),
    'git-too-old': ({ version, oldest }) => ({
        code: 'git-too-old',
        title: 'git is too old for git-credentials',
        problem: `git-credentials is true, but git is ${version}. It needs ${oldest} or newer, which reads configuration from the environment.`,
        fix: INSTALL_GIT
    }),
    'git-config-conflict': ({ mistake }) => ({
        code: 'git-config-conflict',
        title: 'GIT_CONFIG_COUNT is broken',
        problem: `GIT_CONFIG_COUNT is ${describeCount(mistake)}. Git does not run with that, so git-credentials cannot be set up.`,
        fix: 'correct it under `env:` of the workflow, the job or this step, or in the earlier step that writes it to GITHUB_ENV.'
    }),
    'git-file-unwritable': ({ folder, reason }) => ({
        code: 'git-file-unwritable',
        title: 'The file for git cannot be written',
        problem: `git-credentials is true, but its file cannot be written in RUNNER_TEMP (${folder}): ${reason}.`,
        fix: "check that RUNNER_TEMP exists, is not full, and belongs to the runner's user."
    }),
    'bot-unknown': ({ slug }) => ({
        code: 'bot-unknown',
        title: 'The bot behind the App was not found',
        problem: `git-identity is true, but GitHub does not know ${slug === '' ? "the App's bot" : `the user ${slug}[bot]`}, whose id is part of the e-mail address of its commits.`,
        fix: 'if the App was registered or renamed just now, run the job again. Otherwise remove `git-identity`, and set GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL yourself.'
    })
};
function describeGit(found) {
    switch (found.is) {
        case 'absent':
            return 'is not on PATH';
        case 'not-running':
            return `does not run (${found.reason})`;
        case 'something-else':
            return `answers "${found.answer}" to \`git --version\``;
    }
}
function describeCount(mistake) {
    switch (mistake.mistake) {
        case 'not-a-count':
            return `"${mistake.text}", which is not a number`;
        case 'empty':
            return `${mistake.count}, but ${mistake.variable} is empty`;
        case 'not-set':
            return `${mistake.count}, but ${mistake.variable} is not set`;
    }
}

;// CONCATENATED MODULE: ./src/explain/target-problems.ts


/** What a person reads about inputs that do not say what the token is for. */
const TARGET_PROBLEMS = {
    'owner-names-none': ({ text }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}". It is set, but names no account.`,
        fix: 'name the account. If the token is for the owner of this repository, remove `owner`.'
    }),
    'owner-malformed': ({ text }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}", which cannot be the name of an account.`,
        fix: 'use the name of the organization or user as in its address, such as octo-org.'
    }),
    'owner-too-long': ({ input, length, longest }) => ({
        code: 'owner-malformed',
        title: 'An account has too long a name',
        problem: `${input} contains the name of an account that is ${length} characters long. It is not shown here. GitHub allows at most ${longest}.`,
        fix: `use the name of the organization or user as in its address, such as octo-org. If it is a secret, correct \`${input}\`.`
    }),
    'owner-is-json': ({ text }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}", which begins like a JSON list. owner does not take JSON.`,
        fix: 'write the accounts without brackets and quotes, separated by commas or lines: `octo-org, mona`.'
    }),
    'owner-has-repository': ({ text, owner, name }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}", which is an account and a repository.`,
        fix: `set \`owner: ${owner}\` and \`repositories: ${name}\`.`
    }),
    'enterprise-malformed': ({ text }) => ({
        code: 'owner-malformed',
        title: 'enterprise is not a name',
        problem: `enterprise is "${text}", which cannot be the name of an enterprise.`,
        fix: "use the enterprise's slug: the last part of its address, https://github.com/enterprises/SLUG."
    }),
    'list-unreadable': ({ input, text, isOpen }) => ({
        code: 'repository-malformed',
        title: `${input} is not a list`,
        problem: `${input} is "${text}", which begins like a JSON list, but ${isOpen ? 'its end, the `]`, is missing' : 'is not valid JSON'}.`,
        fix: target_problems_fixList(input)
    }),
    'list-is-object': ({ input, text }) => ({
        code: 'repository-malformed',
        title: `${input} is not a list`,
        problem: `${input} is "${text}", which is not a list: it begins like a JSON object.`,
        fix: target_problems_fixList(input)
    }),
    'repository-malformed': ({ text }) => ({
        code: 'repository-malformed',
        title: 'repositories contains an invalid name',
        problem: `repositories contains "${text}", which cannot be the name of a repository.`,
        fix: fixRepository(text)
    }),
    'repository-id-malformed': ({ text }) => ({
        code: 'repository-malformed',
        title: 'repository-ids contains an invalid id',
        problem: `repository-ids contains "${text}", which cannot be the id of a repository.`,
        fix: 'list numbers, separated by commas or lines. To print an id: gh api repos/OWNER/NAME --jq .id'
    }),
    'installation-id-malformed': ({ text }) => ({
        code: 'installation-malformed',
        title: 'installation-id is not a number',
        problem: `installation-id is "${text}", which cannot be the id of an installation.`,
        fix: "use the number at the end of the address of the installation's settings page, or set `owner` instead."
    }),
    'workflow-owner-missing': ({ text }) => ({
        code: 'scope-unknown',
        title: 'No owner for the repositories',
        problem: `owner is not set, and GITHUB_REPOSITORY_OWNER ("${text}") names no account.`,
        fix: 'set `owner` to the account that owns the repositories.'
    }),
    'workflow-repository-missing': ({ text, reason }) => ({
        code: 'scope-unknown',
        title: 'No repository for the token',
        problem: `${reason === 'nothing-set' ? 'owner and repositories are not set' : 'owner is not set, repositories names nothing'}, and GITHUB_REPOSITORY ("${text}") names no repository.`,
        fix: 'set `owner`, or `owner` and `repositories`.'
    }),
    'repositories-name-none': ({ text }) => ({
        code: 'scope-unknown',
        title: 'repositories names nothing',
        problem: `repositories is "${text}". It is set, but names no repository.`,
        fix: 'name the repositories. If the token is for all repositories that the App can reach there, remove `repositories`.'
    }),
    'repository-ids-without-owner': () => ({
        code: 'scope-conflict',
        title: 'repository-ids needs an owner',
        problem: 'repository-ids is set, but owner and installation-id are not. An id alone does not say who owns the repository.',
        fix: 'set `owner` to the account that owns the repositories.'
    }),
    'repository-ids-with-owners': ({ count }) => ({
        code: 'scope-conflict',
        title: 'repository-ids works with one owner only',
        problem: `repository-ids is set together with ${count} accounts in owner. An id does not say which of them owns the repository.`,
        fix: 'name the repositories as `owner/name` in `repositories`, or use a step for each owner.'
    }),
    'installation-id-with-owners': ({ count }) => ({
        code: 'scope-conflict',
        title: 'installation-id works with one owner only',
        problem: `installation-id is set together with ${count} accounts in owner. An installation is on one account.`,
        fix: 'remove `installation-id`. The action finds the installation of each owner.'
    }),
    'installation-id-with-accounts': ({ named: [one, other] }) => ({
        code: 'repository-owner-mismatch',
        title: 'An installation is on one account',
        problem: `installation-id is set, but the inputs name two accounts: ${one} and ${other}. An installation is on one account.`,
        fix: 'to get a token for each account in `owner`, remove `installation-id`. Otherwise name one account only.'
    }),
    'enterprise-with-others': ({ inputs }) => ({
        code: 'scope-conflict',
        title: 'enterprise cannot be combined',
        problem: `enterprise is set together with ${inputs.join(' and ')}. A token is either for an enterprise or for the repositories of an account.`,
        fix: `remove \`enterprise\`, or remove ${inputs.map((name) => `\`${name}\``).join(' and ')}.`
    }),
    'git-credentials-with-enterprise': () => ({
        code: 'scope-conflict',
        title: 'git-credentials needs repositories',
        problem: 'git-credentials is true, but enterprise is set. A token for an enterprise cannot reach repositories.',
        fix: 'remove `git-credentials`, or set it in another step that names `owner`.'
    }),
    'repository-of-other-owner': ({ entry, owner, owners, isOwnerSet }) => {
        const list = owners.join(', ');
        const ours = isOwnerSet ? 'owner is' : 'owner is not set, so the owner is';
        return {
            code: 'repository-owner-mismatch',
            title: 'A repository belongs to an owner that is not named',
            problem: `repositories contains ${entry}, but ${owners.length > 1 ? 'owner names' : ours} ${list}.`,
            fix: owner === undefined
                ? 'list names of repositories, and set `owner` to the account that owns them.'
                : `if ${owner} owns all of them, set \`owner: ${owner}\`. For several owners, set \`owner: ${list}, ${owner}\` and write each repository as \`owner/name\`.`
        };
    },
    'owner-without-repository': ({ owner }) => ({
        code: 'scope-conflict',
        title: 'An owner without a repository',
        problem: `owner names ${owner}, but repositories names no repository of this account.`,
        fix: `add \`${owner}/NAME\` to \`repositories\`, or remove ${owner} from \`owner\`. For every repository in ${owner}, use another step.`
    }),
    'repository-without-owner': ({ name, owners }) => ({
        code: 'scope-conflict',
        title: 'A repository without its owner',
        problem: `repositories contains "${name}", but owner names ${owners.length} accounts: ${owners.join(', ')}.`,
        fix: `write it with its owner, such as \`${owners[0]}/${(0,names/* isName */.Eo)(name) ? name : 'NAME'}\`.`
    }),
    'too-many-owners': ({ count }) => ({
        code: 'scope-too-large',
        title: 'Too many owners for one step',
        problem: `owner names ${count} accounts. One step creates tokens for at most ${targets/* MAX_OWNERS */.qL}.`,
        fix: 'use several steps.'
    }),
    'too-many-repositories': ({ count, owner }) => ({
        code: 'scope-too-large',
        title: 'Too many repositories for one token',
        problem: `${count} repositories${owner === '' ? '' : ` of ${owner}`} are named. GitHub accepts at most ${targets/* MAX_REPOSITORIES */.ar} for one token.`,
        fix: `use several steps. Or remove \`repositories\`: the token then covers every repository that the App can reach there.`
    })
};
function target_problems_fixList(input) {
    return input === 'repositories'
        ? 'write `["hello", "lib"]`, or without brackets and quotes `hello, lib`.'
        : 'write `[101, 102]`, or without brackets `101, 102`.';
}
/** What people write in a list of repositories, and what to do instead. The first that fits. */
const REPOSITORY_FIXES = [
    [/^[-*+]\s/, 'remove the dash before each name: the value is text, not a YAML list.'],
    [
        /\*/,
        'list names: there are no patterns. For every repository that the App can reach in an account, set `owner` and remove `repositories`.'
    ],
    [/#/, 'remove `#` and what follows it. Comments are not possible here.'],
    [/^!/, 'list only names that the token is for: a repository cannot be excluded.'],
    [/^["'`]|["'`]$/, 'remove the quotes.'],
    [
        /^[\w./-]+@[\w./-]+$/,
        'remove `@` and what follows it: a token is for a repository, not for a branch or a tag.'
    ],
    [
        /^[\w./-]+(?:\s+[\w./-]+)+$/,
        'separate names with commas or lines. If each name is in a line of its own, write `repositories: |`, not `repositories: >`, which puts the lines together.'
    ]
];
function fixRepository(text) {
    const known = REPOSITORY_FIXES.find(([like]) => like.test(text))?.[1];
    return known ?? 'list names such as `hello` or `octo-org/hello`, separated by commas or lines.';
}
/** What a person reads about a token that this action refuses to create. */
const GRANT_PROBLEMS = {
    'installation-found-elsewhere': ({ account }) => ({
        code: 'installation-mismatch',
        title: 'GitHub found an installation on another account',
        problem: `GitHub answered the lookup of ${account} with an installation on another account. The action creates no token for an account that the workflow does not name.`,
        fix: `if ${account} was renamed, use its new name.`
    }),
    'installation-of-other-account': ({ id, owner }) => ({
        code: 'installation-mismatch',
        title: 'The installation is on another account',
        problem: `installation-id is ${id}, but that installation is not on ${owner}, which the workflow names. The action outputs no token.`,
        fix: 'correct `installation-id`, or remove it. The action then finds the installation of `owner`.'
    }),
    'repository-moved-away': ({ repository }) => ({
        code: 'repository-moved',
        title: 'The repository has moved to another owner',
        problem: `${repository} has moved to another owner. The action creates no token for an owner that the workflow does not name.`,
        fix: 'set `owner` and `repositories` to its new place.'
    }),
    'nothing-to-read': ({ subject }) => ({
        code: 'permissions-not-granted',
        title: 'The App can read nothing',
        problem: `permissions is read-all, but the App has no permission for ${subject} that can be read.`,
        fix: 'name the permissions that the job needs.'
    })
};

// EXTERNAL MODULE: ./src/config/token-service.ts
var token_service = __webpack_require__(6793);
;// CONCATENATED MODULE: ./src/explain/token-service/rules.ts





/** Explains why a token service gave no token. Pure. */
function explainTokenServiceRefusal({ service, asked, error }) {
    const { reply, attempts } = error;
    const facts = {
        host: (0,token_service/* tokenServiceName */.y)(service),
        policy: (0,printable/* printable */.g)(service.trustPolicy),
        scope: (0,printable/* printable */.g)(asked.scope),
        file: `.github/chainguard/${(0,printable/* printable */.g)(service.trustPolicy)}.sts.yaml`,
        repository: (0,printable/* printable */.g)(`${asked.owner}/${asked.repository ?? '.github'}`),
        audience: service.oidc.audience,
        message: (0,token_service_client/* tokenServiceMessage */.Qb)(reply),
        reply,
        attempts: attempts.length
    };
    for (const rule of RULES) {
        const explanation = rule(facts);
        if (explanation !== undefined)
            return explanation;
    }
    return refused(facts);
}
function refused(facts) {
    return {
        code: 'token-service-refused',
        title: 'The token service refused the request',
        problem: `${refusalText(facts)}.`,
        fix: `ask those who run ${facts.host}. The details above show the claims that were sent.`
    };
}
/** What was refused, and in which words. */
function refusalText({ host, scope, message, reply }) {
    const words = message === '' ? '' : `: ${(0,explain_words/* quote */.hD)(message)}`;
    return `${host} refused a token for ${scope} with ${reply.status}${words}`;
}
/** In order: the first that applies. The words are those of octo-sts, which other servers copy. */
const RULES = [
    rules_redirected,
    rules_otherServer,
    rules_unavailable,
    rules_notInstalled,
    badPolicy,
    noPolicy,
    wrongAudience,
    rules_wrongClaim,
    notGranted,
    notTrusted
];
function rules_redirected({ host, reply }) {
    if (reply.status < 300 || reply.status > 399)
        return undefined;
    const to = reply.location === undefined ? '' : ` to ${(0,printable/* printable */.g)(reply.location)}`;
    return {
        code: 'token-service-other-server',
        title: 'Something other than a token service answered',
        problem: `${host} answered ${reply.status}, a redirect${to}. A token service sends none, so nothing was sent there.`,
        fix: rules_CHECK_ADDRESS
    };
}
const rules_CHECK_ADDRESS = "check `token-service` and the runner's proxy. It is the host that answers at /sts/exchange.";
function rules_otherServer({ host, reply }) {
    const isSuccess = reply.status < 300;
    const isPage = (0,http_reply/* isWebPage */.A)(reply);
    if (!isSuccess && !isPage)
        return undefined;
    return {
        code: 'token-service-other-server',
        title: 'Something other than a token service answered',
        problem: `${host} answered ${reply.status}, but ${isPage ? 'with a web page' : 'without a token (one word of 20 to 4,096 visible characters)'}. Nothing of the answer is used.`,
        fix: rules_CHECK_ADDRESS
    };
}
function rules_unavailable({ host, message, reply, attempts }) {
    if (reply.status < 500 && reply.status !== 408 && reply.status !== 429)
        return undefined;
    const words = message === '' ? '' : `: ${(0,explain_words/* quote */.hD)(message)}`;
    return {
        code: 'token-service-unavailable',
        title: 'The token service is not available',
        problem: `${host} answered ${reply.status} ${(0,explain_words/* times */.Hn)(attempts)}${words}.`,
        fix: `run the job again later. If it fails again, ask those who run ${host}.`
    };
}
function rules_notInstalled(facts) {
    const isInstallation = /installation (?:\d+ )?(?:not )?found|no installation/i.test(facts.message);
    if (!isInstallation && !/no GitHub App configured/i.test(facts.message))
        return undefined;
    const [owner = ''] = facts.scope.split('/');
    return {
        code: 'token-service-not-installed',
        title: 'The App of the token service is not installed',
        problem: `${refusalText(facts)}.\nIts App is not installed on ${owner}, or ${owner} is misspelt. Some services compare upper and lower case.`,
        fix: `ask an owner of ${owner} to install the App of ${facts.host}, or correct the owner. The service can need five minutes to see a new installation.`
    };
}
function badPolicy(facts) {
    if (!/unable to (?:parse|compile|read) trust policy/i.test(facts.message))
        return undefined;
    return {
        code: 'token-service-bad-policy',
        title: 'The trust policy cannot be read',
        problem: `${refusalText(facts)}.\nThe file ${facts.file} in ${facts.repository} is not a valid policy.`,
        fix: 'correct the file: one of `issuer` and `issuer_pattern`, one of `subject` and `subject_pattern`, only names that the service knows, and patterns in the syntax of Go (RE2). The service can need five minutes to see the change.'
    };
}
function noPolicy(facts) {
    if (facts.reply.status !== 404 && !/unable to find trust policy/i.test(facts.message)) {
        return undefined;
    }
    return {
        code: 'token-service-no-policy',
        title: 'The token service found no trust policy',
        problem: `${refusalText(facts)}.\nIt looks for ${facts.file} in ${facts.repository}, on the default branch.`,
        fix: `create this file there, or correct \`trust-policy\`. If it exists, the App of ${facts.host} must be able to read ${facts.repository}. The service can need five minutes to see a new file.`
    };
}
function wrongAudience(facts) {
    if (!/\baudience(?:_pattern)? ".*?" did not match|\baud(?:ience)?\b/i.test(facts.message)) {
        return undefined;
    }
    return {
        code: 'token-service-audience',
        title: 'The token service expects another audience',
        problem: `${refusalText(facts)}.\nThe audience that was sent is ${(0,printable/* printable */.g)(facts.audience)}.`,
        fix: `set \`audience\` to the one in the trust policy, or correct \`audience\` in ${facts.file} of ${facts.repository}.`
    };
}
function rules_wrongClaim(facts) {
    const { message } = facts;
    const claim = /\b(issuer|subject) ".*?" did not match/i.exec(message)?.[1] ??
        /claim "?([\w-]+)"? (?:did not match|not found|not a string)/i.exec(message)?.[1];
    if (claim === undefined)
        return undefined;
    const isSubject = claim === 'subject';
    return {
        code: 'token-service-claims',
        title: 'The trust policy does not match this job',
        problem: [
            `${refusalText(facts)}.`,
            `The details above show what this job sent (${isSubject ? 'sub' : (0,printable/* printable */.g)(claim)}).`,
            ...(isSubject
                ? [
                    'New, renamed and moved repositories have their ids in sub since July 2026: the details have both spellings.'
                ]
                : [])
        ].join('\n'),
        fix: `correct the policy in ${facts.file} of ${facts.repository}, or run the job where it matches (branch, environment, event).`
    };
}
function notGranted(facts) {
    if (!/token exchange failure|StatusUnprocessableEntity/i.test(facts.message))
        return undefined;
    return {
        code: 'token-service-not-granted',
        title: 'The trust policy allows more than the App has',
        problem: `${refusalText(facts)}.\nGitHub refused what the policy asks for: a permission that the App was not granted, or a repository that it cannot reach.`,
        fix: `compare \`permissions\` in ${facts.file} of ${facts.repository} with what the App of ${facts.host} was granted, and add ${facts.scope} to the installation.`
    };
}
function notTrusted(facts) {
    const { message, reply, host } = facts;
    const isIssuer = /issuer|provider/i.test(message);
    if (reply.status !== 401 && !isIssuer)
        return undefined;
    return {
        code: 'token-service-claims',
        title: "The token service does not trust the job's OIDC token",
        problem: `${refusalText(facts)}.\n${isIssuer ? 'It does not accept tokens of this GitHub: the details above show its address (iss).' : 'It could not verify the OIDC token of this job. The details above show who issued it (iss).'}`,
        fix: `ask those who run ${host} whether it trusts this issuer, and can reach it. Then run the job again.`
    };
}

;// CONCATENATED MODULE: ./src/explain/token-service/explain.ts









/** Explains why a token service gave no token that can be used. */
function explainTokenService(context) {
    const { error } = context;
    const { cause, stage } = error;
    if (cause instanceof errors/* UnreachableError */.Jk) {
        return explainUnreachable({ ...context, error: cause }, placeOf(stage, cause));
    }
    switch (stage) {
        case 'oidc':
            return explainOidc(cause);
        case 'exchange':
            return explainTokenServiceRefusal({
                service: error.service,
                asked: error.asked,
                error: cause
            });
        case 'reach':
            return explainReading({ ...context, error: cause }, error);
    }
}
/** Undefined for GitHub itself. */
function placeOf(stage, cause) {
    switch (stage) {
        case 'oidc':
            return oidcService(cause);
        case 'exchange':
            return {
                server: 'token-service',
                url: new URL(cause.url).origin,
                input: 'token-service'
            };
        case 'reach':
            return undefined;
    }
}
function explainOidc({ reply, attempts }) {
    return (explainOidcRefusal(reply) ?? {
        code: 'token-service-unavailable',
        title: "GitHub's OIDC service is not available",
        problem: `GitHub's OIDC service answered ${reply.status} ${(0,explain_words/* times */.Hn)(attempts.length)}, without an OIDC token.`,
        fix: "run the job again later. If it fails again, check the runner's proxy."
    });
}
/** GitHub did not say what the token reaches. */
function explainReading(context, { service, asked }) {
    for (const rule of NETWORK_RULES) {
        const explanation = rule(context);
        if (explanation !== undefined)
            return explanation;
    }
    const { status, message } = context.error.reply;
    return {
        code: 'token-service-reach',
        title: 'What the token reaches could not be read',
        problem: `GitHub answered ${status} (${(0,explain_words/* quote */.hD)(message)}), when it was asked what the token of ${(0,token_service/* tokenServiceName */.y)(service)} for ${(0,printable/* printable */.g)(asked.scope)} reaches. So the token is not output.`,
        fix: 'check that the token service creates installation tokens for this GitHub. For another one, set `github-api-url`.'
    };
}
/** A token reaches something else than was asked for. */
function explainReach({ service, asked, reached }) {
    const host = (0,token_service/* tokenServiceName */.y)(service);
    const scope = (0,printable/* printable */.g)(asked.scope);
    return {
        code: 'token-service-reach',
        title: 'The token reaches something else than was asked for',
        problem: `${host} was asked for a token for ${scope}, and gave one that reaches ${describeReach(asked, reached)}. It is not output.`,
        fix: asked.repository === undefined
            ? `correct the trust policy ${(0,printable/* printable */.g)(service.trustPolicy)} in ${(0,printable/* printable */.g)(asked.owner)}/.github (\`repositories\`), or ask those who run ${host}.`
            : `if ${scope} was renamed, use its new name. Otherwise, do not use this service, and ask those who run ${host}: a token for one repository must reach only this one.`
    };
}
/** Only what the workflow names may be in the log, so the others are not named. */
function describeReach(asked, { count, owners }) {
    if (count === 0)
        return 'no repository';
    if (owners.some((one) => !(0,names/* sameName */.q)(one, asked.owner)))
        return 'repositories of another owner';
    const isOther = asked.repository !== undefined && count === 1;
    return isOther ? 'another repository' : (0,explain_words/* counted */.hS)(count, 'repository', 'repositories');
}

;// CONCATENATED MODULE: ./src/explain/token-service/problems.ts
/** What a person reads about the inputs for a token service. */
const TOKEN_SERVICE_PROBLEMS = {
    'token-service-malformed': ({ mistake }) => ({
        code: 'token-service-malformed',
        title: 'token-service is not the address of a service',
        problem: `token-service ${problems_describeAddress(mistake)}.`,
        fix: 'write the host of the service, such as `token-service: octo-sts.dev`, or an address with https: and nothing behind the host.'
    }),
    'token-service-incomplete': ({ missing }) => {
        const set = missing === 'token-service' ? 'trust-policy' : 'token-service';
        return {
            code: 'token-service-incomplete',
            title: 'An input for the token service is empty',
            problem: `${set} is set, but ${missing} is empty.`,
            fix: `set \`${missing}\`, or remove \`${set}\`. If it comes from a variable, check the name and the context: \`vars.NAME\`.`
        };
    },
    'trust-policy-malformed': ({ text, meant }) => ({
        code: 'token-service-malformed',
        title: 'trust-policy is not the name of a policy',
        problem: `trust-policy is "${text}"${meant === '' ? ', which is not a valid value' : '. That is the name of a file. Write the name of the policy'}.`,
        fix: meant === ''
            ? 'write the name of the file `.github/chainguard/NAME.sts.yaml`, such as `trust-policy: release`.'
            : `write \`trust-policy: ${meant}\`.`
    }),
    'token-service-audience-refused': ({ audience, cloud, isInput }) => ({
        code: 'token-service-audience',
        title: 'This audience is not allowed for a token service',
        problem: `${isInput ? 'audience' : 'The host of token-service'} is "${audience}". With an OIDC token for it, the token service could log in to ${cloud} as this job.`,
        fix: isInput
            ? 'remove `audience`. Then it is the host of the token service.'
            : 'correct `token-service`.'
    }),
    'token-service-with-others': ({ inputs }) => ({
        code: 'token-service-conflict',
        title: 'Some inputs have no effect with token-service',
        problem: [
            `token-service is set, and ${inputs.length === 1 ? 'this input has' : 'these inputs have'} no effect on its tokens:`,
            ...inputs.map((input) => `  ${input}: ${REASONS[input] ?? POLICY_DECIDES}.`)
        ].join('\n'),
        fix: `remove ${inputs.length === 1 ? 'it' : 'them'}, or remove \`token-service\` and use the App's key.`
    }),
    'token-service-with-repositories': ({ owner, count }) => ({
        code: 'token-service-conflict',
        title: 'A token service takes one repository for each owner',
        problem: `repositories names ${count} repositories of ${owner}, but a token service creates a token for one repository, or for an owner.`,
        fix: `use one step for each repository, or set \`owner: ${owner}\` without \`repositories\`. Then the trust policy in ${owner}/.github decides which repositories.`
    })
};
const POLICY_DECIDES = 'the trust policy decides what the token can do';
const OWN_APP = 'the service has an App of its own';
/** Why an input has no effect. */
const REASONS = {
    'client-id': OWN_APP,
    'app-id': OWN_APP,
    'repository-ids': 'the service takes the name of a repository',
    'installation-id': 'the service finds the installation',
    enterprise: 'the service takes an organization or a user'
};
function problems_describeAddress(mistake) {
    switch (mistake.mistake) {
        case 'not-an-address':
            return `is "${mistake.text}", which is neither a host nor a web address`;
        case 'not-only-a-host':
            return `is "${mistake.text}", which contains more than a host and a port`;
        case 'scheme':
            return `begins with "${mistake.scheme}", not with https:`;
        case 'credentials':
            return 'contains a user name or password';
        case 'not-encrypted':
            return 'begins with http:. Anyone on the network could read the token';
    }
}

;// CONCATENATED MODULE: ./src/explain/explain.ts
























/** The rules for what GitHub refused, in order: the first that applies explains it. */
const explain_RULES = [...NETWORK_RULES, ...CREDENTIAL_RULES, ...CREATION_RULES, ...LOOKUP_RULES];
/** Explains any failure in the words of the workflow. Pure; never fails. */
function explain(context) {
    const { error } = context;
    if (error instanceof problem/* ProblemError */.M)
        return explainProblems(error.problems);
    if (error instanceof create/* GrantError */.FY)
        return [explainGrant({ ...context, error })];
    if (error instanceof errors/* UnreachableError */.Jk)
        return [explainUnreachable({ ...context, error })];
    if (error instanceof key_service_client/* KeyServiceError */.j2)
        return [explainKeyService({ ...context, error })];
    if (error instanceof token_service_client/* TokenServiceError */.LB)
        return [explainTokenService({ ...context, error })];
    if (error instanceof token_service_source/* ReachError */.s)
        return [explainReach(error)];
    if (error instanceof errors/* RefusedError */.fk)
        return [explain_explainRefusal({ ...context, error })];
    return [unexpected(error)];
}
const TEXTS = {
    ...CREDENTIAL_PROBLEMS,
    ...INPUT_PROBLEMS,
    ...KEY_SERVICE_PROBLEMS,
    ...TOKEN_SERVICE_PROBLEMS,
    ...TARGET_PROBLEMS,
    ...PERMISSION_PROBLEMS,
    ...RUNNER_PROBLEMS,
    ...GRANT_PROBLEMS,
    ...RENEWAL_PROBLEMS
};
/** Explains what the action itself found. */
function explainProblems(problems) {
    const [first, ...others] = problems;
    return merged([explainProblem(first), ...others.map(explainProblem)]);
}
/** Explanations of which each is about one entry of a list. */
const OF_ENTRIES = new Set([
    'repository-malformed',
    'repository-owner-mismatch'
]);
/** At most this many entries are named. */
const MAX_ENTRIES = 10;
/** Entries of one list that need the same remedy become one explanation. */
function merged(all) {
    const groups = new Map();
    for (const [at, one] of all.entries()) {
        const key = OF_ENTRIES.has(one.code) ? `${one.title}\n${one.fix}` : String(at);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [one]);
        else
            group.push(one);
    }
    const [first = all[0], ...others] = [...groups.values()].map(withEntries);
    return [first, ...others];
}
function withEntries(group) {
    const problems = group.slice(0, MAX_ENTRIES).map(({ problem }) => problem);
    const more = group.length - problems.length;
    const rest = more > 0 ? [`and ${more} more.`] : [];
    return { ...group[0], problem: [...problems, ...rest].join('\n') };
}
function explainProblem(problem) {
    // TypeScript does not see that the entry belongs to the kind; the type of the table does.
    const text = TEXTS[problem.kind];
    return text(problem);
}
function explain_explainRefusal(context) {
    for (const rule of explain_RULES) {
        const explanation = rule(context);
        if (explanation !== undefined)
            return explanation;
    }
    const { status, message } = context.error.reply;
    return {
        code: 'github-refused',
        title: `GitHub answered ${status}`,
        problem: `GitHub refused the request with ${status}: ${(0,explain_words/* quote */.hD)(message)}.`,
        fix: 'see the details above. https://docs.github.com/rest/apps describes the requests.'
    };
}
function unexpected(error) {
    return {
        code: 'unexpected',
        title: 'Something went wrong inside this action',
        problem: `Something went wrong inside this action: ${(0,printable/* printable */.g)(nameOf(error))}.`,
        fix: 'please report it with the details above.'
    };
}
function nameOf(error) {
    const [name, code] = [(0,json/* textField */.M8)(error, 'name'), (0,json/* textField */.M8)(error, 'code')];
    return code === '' ? name : `${name} (${code})`;
}

// EXTERNAL MODULE: ./src/github/api.ts
var api = __webpack_require__(8943);
// EXTERNAL MODULE: ./src/github/parallel.ts
var parallel = __webpack_require__(3428);
;// CONCATENATED MODULE: ./src/explain/investigate.ts










/** At most this many repositories are looked up one by one after a failure. */
const MAX_LOOKED_UP = 50;
/**
 * Finds out why GitHub refused, by a few more lookups with the App's JWT. Never rejects: if a
 * lookup fails, the explanation says less.
 */
async function investigate(failure, app) {
    const { error } = failure;
    if (!(error instanceof errors/* RefusedError */.fk))
        return undefined;
    const { reply } = error;
    if ((0,github_jwt/* isClockRefusal */.Xg)(reply))
        return investigate_clocks(reply, app);
    if (isKeyRefusal(reply)) {
        const key = await app.lookUpKey();
        return key === undefined ? undefined : { kind: 'service-key', key };
    }
    if (reply.isNotJson || isAppUnknown(reply))
        return undefined;
    if (reply.status === 404)
        return whyNotFound(failure, app);
    if (refusedPart(reply) !== 'repositories')
        return undefined;
    const repositories = await whichRepositories(failure, app, []);
    return repositories === undefined ? undefined : { kind: 'repositories', repositories };
}
function investigate_clocks({ date }, app) {
    if (date === undefined)
        return undefined;
    return { kind: 'clocks', runner: app.now() - (app.clockSkew ?? 0), github: date };
}
async function whyNotFound(failure, client) {
    const { lookup } = failure.request;
    if (lookup.kind === 'installation') {
        const app = await lookUpApp(client);
        return typeof app === 'string' ? { kind: app } : { kind: 'app-known', app };
    }
    const [app, onOwner] = await Promise.all([
        lookUpApp(client),
        ownerInstallation(lookup, failure, client)
    ]);
    if (app === 'app-unknown')
        return { kind: app };
    if (app === 'no-api') {
        return onOwner === 'none' ? { kind: app } : { kind: 'app-known', app: undefined, onOwner };
    }
    if (onOwner === 'none')
        return whichAccount(lookup, failure, client, app);
    const isWithin = onOwner !== undefined && failure.installation === undefined;
    const repositories = isWithin && lookup.kind === 'repository'
        ? await whichRepositories(failure, client, [lookup.repository])
        : undefined;
    return { kind: 'app-known', app, onOwner, repositories };
}
/** The App. Every GitHub answers this: a plain 404 comes from something else. */
async function lookUpApp(client) {
    try {
        const { reply } = await client.call({ method: 'GET', path: '/app' });
        return { slug: (0,json/* textField */.M8)(reply.body, 'slug'), htmlUrl: (0,json/* textField */.M8)(reply.body, 'html_url') };
    }
    catch (error) {
        if (!(error instanceof errors/* RefusedError */.fk) || error.reply.status !== 404)
            return undefined;
        return isAppUnknown(error.reply) ? 'app-unknown' : 'no-api';
    }
}
async function ownerInstallation(lookup, failure, app) {
    if (lookup.kind === 'repository') {
        return installationOrNone(app, { kind: 'account', owner: lookup.owner });
    }
    // The account itself was looked up. Either there was no installation, or it was found and removed
    // since then.
    return failure.installation === undefined ? 'none' : installationOrNone(app, lookup);
}
async function installationOrNone(app, lookup) {
    try {
        return await (0,api/* findInstallation */.Qs)(app, lookup);
    }
    catch (error) {
        return error instanceof errors/* RefusedError */.fk && error.reply.status === 404 ? 'none' : undefined;
    }
}
/** The App is not on the owner. Finds the account that the workflow probably means, if it names one. */
async function whichAccount(lookup, { request }, client, app) {
    const notOnOwner = (instead) => ({ kind: 'not-on-owner', app, instead });
    if (!isOwnerTyped(request.target))
        return notOnOwner({ is: 'not-known' });
    const typed = lookup.kind === 'enterprise' ? lookup.enterprise : lookup.owner;
    try {
        const { owners, enterprises } = await (0,api/* listAccounts */.B)(client);
        const isEnterprise = lookup.kind === 'enterprise';
        const [same, others] = isEnterprise ? [enterprises, owners] : [owners, enterprises];
        const isTypedName = (name) => (0,names/* sameName */.q)(name, typed);
        if (others.some(isTypedName) && !same.some(isTypedName))
            return notOnOwner({ is: 'other-kind' });
        const name = (0,names/* nearMiss */.bi)(typed, same);
        if (name === undefined) {
            const account = swappedAccount(request, same);
            return notOnOwner(account === undefined ? { is: 'not-known' } : { is: 'swapped', account });
        }
        // GitHub contradicts itself: then nothing is claimed.
        if ((0,names/* sameName */.q)(name, typed))
            return { kind: 'app-known', app };
        return notOnOwner({ is: 'account', name });
    }
    catch {
        return notOnOwner({ is: 'not-known' });
    }
}
/** The one name in `repositories`, if it is an account on which the App is installed. */
function swappedAccount({ target }, accounts) {
    if (target.kind !== 'repositories' || target.ids.length > 0 || target.names.length > 1) {
        return undefined;
    }
    return target.names.find((name) => accounts.some((account) => (0,names/* sameName */.q)(account, name)));
}
/** Looks up each requested repository, in parallel, except the first if its answer is known. */
async function whichRepositories({ request: { target, lookup: first } }, app, missing) {
    if (!('names' in target) || target.owner === '')
        return undefined;
    const rest = first.kind === 'repository' ? target.names.slice(1) : target.names;
    const names = rest.slice(0, MAX_LOOKED_UP);
    const found = await (0,parallel/* runInParallel */.I)(names, (repository) => installationOrNone(app, { kind: 'repository', owner: target.owner, repository }));
    const full = (name) => `${target.owner}/${name}`;
    const isRenamed = (at) => {
        const one = found[at];
        return typeof one === 'object' && one.movedRepositoryId !== undefined;
    };
    return {
        outOfReach: [...missing, ...names.filter((_, at) => found[at] === 'none')].map(full),
        renamed: names.filter((_, at) => isRenamed(at)).map(full),
        notLookedUp: rest.length - names.length
    };
}

// EXTERNAL MODULE: ./src/explain/other-inputs.ts
var other_inputs = __webpack_require__(7731);
;// CONCATENATED MODULE: ./src/explain/render.ts






/** GitHub cuts a message after 4,096 characters; the runner may lengthen it a little. */
const MAX_MESSAGE_LENGTH = 4000;
const ASSURANCE = ' Nothing was sent to GitHub.';
/**
 * Puts explanations into one annotation: problem, fix and help; several are numbered, and share one
 * help if it is the same for all. If that is too long, the problem is cut, not the fix and the help.
 */
function renderAnnotation(explanations, options) {
    const [first, ...others] = explanations;
    const end = `Help: ${options.help}#${first.code}`;
    if (others.length === 0)
        return renderOne(first, options.nothingSent, end);
    return others.every(({ code }) => code === first.code)
        ? renderSeveral(explanations, options, `\n${end}`)
        : renderSeveral(explanations, options, '');
}
function renderOne(explanation, nothingSent, end) {
    const { code, title, problem, fix } = explanation;
    // An empty key was obviously not sent anywhere.
    const isAssured = nothingSent && code !== 'private-key-empty';
    const rest = `\nFix: ${fix}\n${end}`;
    const text = cut(isAssured ? problem + ASSURANCE : problem, MAX_MESSAGE_LENGTH - rest.length);
    return { title, message: text + rest };
}
/** @param end the help for all; empty if each has its own */
function renderSeveral(explanations, { several, nothingSent, help }, end) {
    let message = `${several}.${nothingSent ? ASSURANCE : ''}`;
    for (const [index, { code, problem, fix }] of explanations.entries()) {
        const own = end === '' ? `\n   Help: ${help}#${code}` : '';
        const entry = `\n${index + 1}. ${indent(problem)}\n   Fix: ${indent(fix)}${own}`;
        const more = `\nand ${explanations.length - index} more`;
        if (message.length + entry.length + more.length + end.length >= MAX_MESSAGE_LENGTH) {
            message += more;
            break;
        }
        message += entry;
    }
    return { title: several, message: message + end };
}
/** Indents the further lines of a numbered entry, so that they do not look like entries. */
function indent(text) {
    return text.replace(/\n/g, '\n      ');
}
function cut(text, longest) {
    if (text.length <= longest)
        return text;
    // Do not cut a surrogate pair in half.
    return `${text.slice(0, Math.max(0, longest - 1)).replace(/[\ud800-\udbff]$/, '')}…`;
}
/**
 * The lines of the details for a bug report: every request, and who sent it. Empty if nothing was
 * sent. Contains no secret.
 */
function renderDetails(journal, credential, api) {
    if (journal.length === 0)
        return [];
    const asker = `${askerName(credential)}; API ${api.url}`;
    return [...journal.map(renderAttempt), asker];
}
function askerName(credential) {
    switch (credential.kind) {
        case 'app':
            return `${(0,app_id/* appIdName */.E)(credential.app)}; ${(0,app_key/* keyName */.x)(credential.key)}`;
        case 'token-service':
            return (0,token_service/* tokenServiceCredentialName */.J)(credential);
    }
}
function renderAttempt(attempt) {
    const request = `${attempt.method} ${(0,printable/* printable */.g)(attempt.url)}`;
    switch (attempt.kind) {
        case 'answered': {
            const id = attempt.requestId === undefined ? '' : ` (request id ${(0,printable/* printable */.g)(attempt.requestId)})`;
            const late = (0,http_attempt/* mayHaveCreatedTokenDespiteError */.FN)(attempt)
                ? ' (GitHub may have created a token)'
                : '';
            return `${request} -> ${attempt.status} ${(0,printable/* printable */.g)(attempt.message)}${id}${late}`;
        }
        case 'unanswered':
            return `${request} -> no answer: ${(0,printable/* printable */.g)(`${attempt.code} ${attempt.message}`.trim())}`;
    }
}
/** Where an unexpected error came from: its stack without its message, which may hold anything. */
function renderStack(error) {
    return (0,json/* textField */.M8)(error, 'stack')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .map((line) => (0,printable/* printable */.g)(line.trim()));
}

// EXTERNAL MODULE: ./src/secret-text.ts
var secret_text = __webpack_require__(1071);
;// CONCATENATED MODULE: ./src/action/help.ts

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
    const source = isKnown && (0,secret_text/* secretKindIn */.qk)(`${repository} ${ref}`) === undefined ? { repository, ref } : HOME;
    return `https://github.com/${source.repository}/blob/${source.ref}/${path}`;
}

// EXTERNAL MODULE: ./src/action/inputs.ts
var action_inputs = __webpack_require__(1729);
// EXTERNAL MODULE: ./src/action/log.ts + 1 modules
var log = __webpack_require__(1302);
;// CONCATENATED MODULE: ./src/action/report-failure.ts

















/**
 * Finds out why the step failed and says it: first the details, folded, then one annotation.
 *
 * @param work undefined if the step failed before its config was read
 */
async function reportFailure(error, work, { env, created }) {
    const report = await explainAll(error, work, env);
    const details = [
        ...(work === undefined
            ? []
            : renderDetails(work.github.http.journal, work.credential, work.config.api)),
        ...claimsOf(error),
        ...(0,describe/* describeHashes */.cZ)(created),
        ...causes(error).filter(isUnforeseen).flatMap(renderStack)
    ];
    if (details.length > 0)
        log/* folded */.TM('Details for a bug report', details);
    const { title, message } = renderAnnotation(report.explanations, {
        nothingSent: error instanceof problem/* ProblemError */.M && error.nothingSent,
        several: report.heading,
        help: helpPage(env)
    });
    log/* error */.z3(title, message);
}
async function explainAll(error, work, env) {
    const inputs = (0,action_inputs/* readAllInputs */.vv)(env);
    const other = (0,other_inputs/* explainOtherInputs */.Hu)(inputs);
    // Without work nothing creates tokens.
    if (error instanceof create/* CreateError */.rF && work !== undefined) {
        return withOtherInputs(await explainCreation(error, work, readEnvironmentFacts(env)), other);
    }
    if (work === undefined && error instanceof problem/* ProblemError */.M && other !== undefined) {
        const explanations = explainInputs(error, other, inputs);
        return { explanations, heading: `${explanations.length} inputs need correcting` };
    }
    const explanations = explain({ error });
    const heading = `${explanations.length} inputs need correcting`;
    return withOtherInputs({ explanations, heading }, other);
}
/** An input that this action does not have comes first: it can be why another one is empty. */
function explainInputs(error, other, inputs) {
    const [first, ...others] = (0,other_inputs/* notExplainedBy */.Zo)(inputs, error.problems);
    return first === undefined ? [other] : [other, ...explainProblems([first, ...others])];
}
/** An input that this action does not have comes last: the failure can have another reason. */
function withOtherInputs(report, other) {
    const { explanations } = report;
    if (other === undefined)
        return report;
    const [{ title }, ...others] = explanations;
    const heading = others.length === 0 ? title : report.heading;
    return { explanations: [...explanations, other], heading };
}
function readEnvironmentFacts(env) {
    // In the order in which `@actions/http-client` uses the variables.
    const lower = env['no_proxy'] ?? '';
    const { payload } = (0,action_inputs/* readWorkflow */.S6)(env).event;
    return {
        noProxy: lower === '' ? (env['NO_PROXY'] ?? '') : lower,
        isPrivate: (0,json/* field */.ZZ)((0,json/* field */.ZZ)(payload, 'repository'), 'private') === true
    };
}
async function explainCreation({ failures, unused }, work, facts) {
    const [first, ...others] = failures;
    const one = await explainOne(first, work, facts);
    const rest = await Promise.all(others.map((other) => explainOne(other, work, facts)));
    const count = work.config.targets.length;
    const told = count === 1 ? one.explanations : distinct([one, ...rest]);
    const [explanation = one.explanations[0], ...further] = told;
    return {
        explanations: [withLost(withUnused(explanation, unused), work), ...further],
        heading: `${failures.length} of ${count} tokens could not be created`
    };
}
async function explainOne(failure, work, facts) {
    const { config, credential, source } = work;
    const appOnly = credential.kind === 'app' ? credential : undefined;
    // Without the App's key, nothing more can be found out.
    const evidence = source.app === undefined ? undefined : await investigate(failure, source.app);
    return {
        subject: failure.request.subject,
        explanations: explain({ ...failure, config, credential: appOnly, evidence, ...facts })
    };
}
/** A cause that several tokens share is said once. Any other says which token it is about. */
function distinct(told) {
    const groups = new Map();
    for (const { subject, explanations } of told) {
        for (const explanation of explanations) {
            const text = `${explanation.code} ${explanation.problem}`;
            const group = groups.get(text) ?? { explanation, subjects: [] };
            groups.set(text, { ...group, subjects: [...group.subjects, subject] });
        }
    }
    return [...groups.values()].map(({ explanation, subjects }) => nameSubjects(explanation, subjects));
}
function nameSubjects(explanation, subjects) {
    const [subject = '', ...others] = subjects;
    const owner = subject.replace(/[/ ].*$/, '');
    if (others.length > 0 || explanation.problem.includes(owner))
        return explanation;
    return { ...explanation, problem: `For ${subject}: ${explanation.problem}` };
}
/** Of all the step's requests: a lost token may live on although another one has failed. */
function withLost(explanation, { github }) {
    const lost = github.http.lostTokens;
    if (lost === 0)
        return explanation;
    return { ...explanation, problem: `${explanation.problem}\n${(0,describe/* describeLost */.Uk)(lost)}` };
}
/** Says of each token that was created what became of it. */
function withUnused(explanation, unused) {
    const revoked = unused
        .filter(({ outcome }) => outcome === 'revoked')
        .map(({ subject }) => subject);
    const lines = unused.filter(({ outcome }) => outcome !== 'revoked').map(describeLiving);
    if (revoked.length > 0) {
        const [which, were] = revoked.length === 1 ? ['The token', 'was'] : ['The tokens', 'were'];
        lines.unshift(`${which} for ${revoked.join(', ')} ${were} revoked. No token is output.`);
    }
    return { ...explanation, problem: [explanation.problem, ...lines].join('\n') };
}
function describeLiving({ subject, expiresAt, outcome }) {
    const end = (0,token_life/* tokenEnd */.$)(expiresAt);
    if (outcome === 'foreign') {
        return `The token for ${subject} cannot be revoked: it is not a token of a GitHub App. It is not output.`;
    }
    return outcome === 'alive'
        ? `A token for ${subject} was created, and could neither be saved nor revoked. It lives until ${end}.`
        : `The token for ${subject} is not revoked yet. The action tries again when the job ends. If that fails, the token lives until ${end}.`;
}
function causes(error) {
    return error instanceof create/* CreateError */.rF ? error.failures.map((failure) => failure.error) : [error];
}
function isUnforeseen(error) {
    return !EXPECTED.some((kind) => error instanceof kind);
}
const EXPECTED = [
    problem/* ProblemError */.M,
    errors/* RefusedError */.fk,
    errors/* UnreachableError */.Jk,
    create/* GrantError */.FY,
    key_service_client/* KeyServiceError */.j2,
    token_service_client/* TokenServiceError */.LB,
    token_service_source/* ReachError */.s
];
/** What a policy has to match, if a key service or a token service refused. */
function claimsOf(error) {
    const refused = causes(error).find((one) => one instanceof key_service_client/* KeyServiceError */.j2 || one instanceof token_service_client/* TokenServiceError */.LB);
    return refused?.claims === undefined ? [] : renderClaims(refused.claims);
}


/***/ }),

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