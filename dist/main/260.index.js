"use strict";
exports.id = 260;
exports.ids = [260];
exports.modules = {

/***/ 2879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareGit: () => (/* binding */ prepareGit)
});

// UNUSED EXPORTS: webAddressProblem

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/parsed.ts
var parsed = __webpack_require__(5466);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problems_problem = __webpack_require__(6147);
// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __webpack_require__(6234);
// EXTERNAL MODULE: ./src/config/permissions.ts
var config_permissions = __webpack_require__(2262);
// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var targets = __webpack_require__(5237);
;// CONCATENATED MODULE: ./src/git/reach.ts

/**
 * Whether GitHub must be asked what the token reaches. That is so if GitHub did not list the
 * repositories when it created the token. It lists them only if the workflow names some.
 */
function needsListing({ request: { target }, grant }) {
    if (target.kind === 'enterprise' || grant.repositorySelection === 'all')
        return false;
    return grant.repositories === undefined;
}
/**
 * What git uses a token for. It is the whole account only if the token covers all of it, or too
 * much to list. For git, upper and lower case differ in paths. So each name is there as typed, as
 * GitHub spells it, and in lower case.
 *
 * @param listed the repositories as `owner/name`, if GitHub was asked for them
 */
function reachOf(token, listed) {
    const { request, owner, grant } = token;
    const { target } = request;
    const granted = grant.repositories ?? listed;
    const owners = [typedOwner(token), owner];
    if (granted === undefined)
        return { kind: 'owner', owners: spellings(owners, config_names/* isName */.Eo) };
    const typed = target.kind === 'repositories' || target.kind === 'installation' ? target.names : [];
    const names = [...typed, ...granted.map(nameIn)];
    return {
        kind: 'repositories',
        names: spellings([...names.map((name) => `${typedOwner(token)}/${name}`), ...granted], isFullName)
    };
}
/** One repository, such as `octo-org/hello`. Undefined if the text is not `owner/name`. */
function reachOfRepository(repository) {
    const names = spellings([repository], isFullName);
    return names.length === 0 ? undefined : { kind: 'repositories', names };
}
/** Whether git uses the token for a repository, such as `octo-org/hello`. */
function isReached(reach, repository) {
    switch (reach.kind) {
        case 'owner': {
            const [owner = ''] = repository.split('/');
            return reach.owners.some((one) => (0,config_names/* sameName */.q)(one, owner));
        }
        case 'repositories':
            return reach.names.some((one) => (0,config_names/* sameName */.q)(one, repository));
    }
}
function typedOwner({ request: { target }, owner }) {
    if (target.kind === 'enterprise' || target.owner === '')
        return owner;
    return target.owner;
}
function nameIn(fullName) {
    const [, name = ''] = fullName.split('/');
    return name;
}
function isFullName(text) {
    const [owner = '', name = '', ...rest] = text.split('/');
    return (0,config_names/* isName */.Eo)(owner) && (0,config_names/* isName */.Eo)(name) && rest.length === 0;
}
/**
 * Leaves out invalid names: their characters could change the meaning of the file or of an address.
 */
function spellings(names, isValid) {
    const all = [...names, ...names.map((name) => name.toLowerCase())];
    return [...new Set(all)].filter(isValid);
}

// EXTERNAL MODULE: ./src/tokens/token-life.ts
var token_life = __webpack_require__(2706);
;// CONCATENATED MODULE: ./src/git/describe.ts






/**
 * The log line of `git-credentials`: which repositories, and until when. None if git uses no token.
 *
 * @param isRenewed whether the token is renewed until the job ends
 */
function describeCredentials(uses, isRenewed) {
    const [first] = uses;
    if (first === undefined)
        return [];
    const each = uses.length === 1 ? '' : ', with a token for each owner';
    const end = isRenewed ? '' : `${(0,token_life/* tokenEnd */.$)(first.created.expiresAt)} or `;
    return [
        `Git can use ${uses.map(reachText).join('; ')} over HTTPS and SSH addresses until ${end}the end of this job${each}`
    ];
}
/** The same for the fallback token. GitHub does not say when that token expires. */
function describeFallbackCredentials(repository) {
    return `Git can use ${repository} with the fallback token over HTTPS and SSH addresses until the end of this job`;
}
function reachText({ created: { request }, listed }) {
    const { subject, target } = request;
    const isEverything = target.kind === 'owner' || (target.kind === 'installation' && (0,targets/* namesNone */.l8)(target));
    if (!isEverything)
        return subject;
    if (listed === undefined)
        return `every repository of ${subject}`;
    return `${countText(listed)} of ${subject} that the App is installed on`;
}
function countText(listed) {
    if (listed === 'too many')
        return 'all repositories';
    return listed.length === 1 ? 'the one repository' : `the ${listed.length} repositories`;
}
/** The log line of `git-identity`. */
function describeIdentity({ name, email }) {
    return `Commits are by ${name} <${email}> until the end of this job`;
}
/** Notices and warnings about the tokens, also those that git does not use. */
function messagesOnCredentials(tokens, uses, { isShortened, workflowRepository }) {
    const messages = [
        ...tokens.filter((token) => !isOfUse(token)).map(unused),
        ...uses.filter(({ listed }) => listed === 'too many').map(tooMany),
        ...uses
            .filter(({ created, reach }) => isReadOnly(created) && isReached(reach, workflowRepository))
            .map((one) => readOnly(one, workflowRepository))
    ];
    if (!isShortened)
        return messages;
    const message = 'git-credentials: with this many repositories, addresses such as git@HOST:OWNER/NAME are rewritten to HTTPS only if they end in .git.';
    return [...messages, { level: 'notice', message }];
}
/**
 * Whether git can use a token. A token without `contents` would only hide a credential that works,
 * such as the one of `actions/checkout`.
 */
function isOfUse(token) {
    if (token.isForeign === true)
        return false;
    const permissions = permissionsOf(token);
    return permissions === undefined || (0,config_permissions/* levelOf */.In)(permissions, 'contents') !== undefined;
}
function isReadOnly(token) {
    return (0,config_permissions/* levelOf */.In)(permissionsOf(token) ?? {}, 'contents') === 'read';
}
/** What was granted, or what was requested if GitHub does not say it. */
function permissionsOf({ grant, request: { requestedPermissions } }) {
    return (grant.permissions ??
        (requestedPermissions.kind === 'listed' ? requestedPermissions.permissions : undefined));
}
function unused({ request, isForeign }) {
    if (isForeign === true) {
        const message = `git-credentials is true, but git does not use the token for ${request.subject}: it is not a token of a GitHub App.`;
        return { level: 'warning', message };
    }
    const message = `git-credentials is true, but git does not use the token for ${request.subject}: it has no permission for contents. Add \`contents: read\` to its permissions, or \`contents: write\` to push.`;
    return { level: 'warning', message };
}
function tooMany({ created: { request } }) {
    const { subject } = request;
    const message = `git-credentials: the App is installed on a thousand or more repositories of ${subject}, too many to list. Git uses the token for every address of ${subject}.`;
    return { level: 'notice', message };
}
function readOnly({ created: { request }, reach }, repository) {
    const [, name = ''] = repository.split('/');
    const isAlone = reach.kind === 'repositories' && reach.names.every((each) => (0,config_names/* sameName */.q)(each, repository));
    const message = [
        `git-credentials: pushes to ${(0,printable/* printable */.g)(repository)} fail with 403, because git uses the token for ${request.subject}, which can only read contents.`,
        'To push with this token, add `contents: write`.',
        isAlone
            ? 'To push with another token, such as the one of actions/checkout, remove `git-credentials`.'
            : `To push with another token, such as the one of actions/checkout, name in \`repositories\` what the job needs, without ${(0,printable/* printable */.g)(name)}.`
    ].join(' ');
    return { level: 'notice', message };
}
/** Says that the newer file and an earlier one still have addresses in common. */
function earlierFilesUnchanged(reason) {
    const message = `git-credentials: an earlier use of this action set git up for some of the same addresses, and its file cannot be changed: ${reason}. Git uses the newer token. Git LFS sends both tokens, which GitHub answers with 400. Use one step for both, if the job uses Git LFS.`;
    return { level: 'warning', message };
}
/** The step needs the private key to look up the bot. */
const IDENTITY_LEFT_OUT = {
    level: 'notice',
    message: 'git-identity does nothing here: without the private key, the step cannot look up the bot of the App.'
};

// EXTERNAL MODULE: ./src/git/git-file.ts + 1 modules
var git_file = __webpack_require__(9316);
;// CONCATENATED MODULE: ./src/git/include.ts




/** Git counts in an `int`: https://git-scm.com/docs/git-config (GIT_CONFIG_COUNT) */
const MAX_ENTRIES = 2_147_483_647;
/**
 * The variables that make git include configuration files: `GIT_CONFIG_COUNT`, and for each file
 * `GIT_CONFIG_KEY_n` and `GIT_CONFIG_VALUE_n`. They come after the entries that are already set.
 * Git ignores an include if its file does not exist: https://git-scm.com/docs/git-config#_includes.
 * Problem: `git-config-conflict`, if the entries that are already set stop git from running.
 */
function includeFiles(env, files) {
    const count = countOf(env);
    if (!count.ok)
        return count;
    const variables = new Map();
    for (const [index, file] of files.entries()) {
        variables.set(`GIT_CONFIG_KEY_${count.value + index}`, 'include.path');
        variables.set(`GIT_CONFIG_VALUE_${count.value + index}`, file);
    }
    return (0,parsed/* valid */.rZ)(variables.set('GIT_CONFIG_COUNT', String(count.value + files.length)));
}
/**
 * The files of earlier uses in this job that git reads. They are directly in `RUNNER_TEMP` and have
 * a name of ours.
 *
 * @param temp `RUNNER_TEMP`
 */
function earlierGitFiles(temp, env) {
    const folder = (0,external_node_path_.resolve)(temp);
    const paths = includedFiles(env).filter((file) => {
        const name = (0,external_node_path_.basename)(file);
        return (0,git_file/* isGitFileName */.U2)(name) && pathsForGit(folder, name, process.platform)[0] === file;
    });
    return [...new Set(paths.map((file) => (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(file))))];
}
/** All files that the entries make git include. */
function includedFiles(env) {
    return Object.entries(env)
        .filter(([name]) => name.startsWith('GIT_CONFIG_VALUE_'))
        .filter(([name]) => env[name.replace('VALUE', 'KEY')] === 'include.path')
        .map(([, value]) => String(value));
}
function countOf(env) {
    const text = env['GIT_CONFIG_COUNT'] ?? '';
    const count = /^\d{0,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(count < MAX_ENTRIES / 2)) {
        return conflict({ mistake: 'not-a-count', text: (0,printable/* printable */.g)(text) });
    }
    for (let index = 0; index < count; index++) {
        const [key, value] = [`GIT_CONFIG_KEY_${index}`, `GIT_CONFIG_VALUE_${index}`];
        if ((env[key] ?? '') === '')
            return conflict({ mistake: 'empty', count, variable: key });
        if (env[value] === undefined) {
            return conflict({ mistake: 'not-set', count, variable: value });
        }
    }
    return (0,parsed/* valid */.rZ)(count);
}
function conflict(mistake) {
    return (0,parsed/* invalid */.Gq)({ kind: 'git-config-conflict', mistake });
}
/**
 * The paths by which git finds a file in `RUNNER_TEMP`. Docker actions run on Linux only, and have
 * that folder at another path. Git accepts forward slashes on every system.
 */
function pathsForGit(folder, name, platform) {
    const path = platform === 'win32' ? folder.replace(/\\/g, '/') : folder;
    const full = `${path.replace(/\/+$/, '')}/${name}`;
    return platform === 'linux' ? [...new Set([full, `/github/runner_temp/${name}`])] : [full];
}

// EXTERNAL MODULE: ./src/github/api.ts
var api = __webpack_require__(8943);
// EXTERNAL MODULE: ./src/github/new-token.ts
var new_token = __webpack_require__(7937);
// EXTERNAL MODULE: ./src/git/config-text.ts
var config_text = __webpack_require__(3798);
;// CONCATENATED MODULE: ./src/git/identity.ts





/**
 * The author by which GitHub recognizes the bot of an App, and shows its picture beside a commit:
 * https://docs.github.com/en/account-and-profile/reference/email-addresses-reference
 *
 * @param webUrl the address of GitHub's web pages, such as `https://github.com`
 */
function botIdentity(slug, userId, webUrl) {
    const name = `${slug}[bot]`;
    const { hostname } = new URL(webUrl);
    return { name, email: `${userId}+${name}@users.noreply.${hostname}`, userId };
}
/** Git reads these variables, and so do tools that commit without git. */
function identityVariables({ name, email }) {
    return new Map([
        ['GIT_AUTHOR_NAME', name],
        ['GIT_AUTHOR_EMAIL', email],
        ['GIT_COMMITTER_NAME', name],
        ['GIT_COMMITTER_EMAIL', email]
    ]);
}
/**
 * Looks up the bot of the App, with its own token. Raises what the requests to GitHub raise, and
 * {@link ProblemError} with `bot-unknown`.
 */
async function findIdentity(created, github, webUrl) {
    const { token, installation } = created;
    const find = () => installation === undefined
        ? (0,api/* findViewer */._Y)(github, token)
        : findBot(github, token, installation.appSlug);
    // A foreign token is not one of a GitHub App, so GitHub must not see it.
    const bot = created.isForeign === true ? undefined : await (0,new_token/* retryUntilKnown */._)(find, github.http);
    const slug = /^(.+)\[bot\]$/.exec(bot?.login ?? '')?.[1] ?? '';
    if (bot === undefined || !(0,config_names/* isName */.Eo)(slug)) {
        const known = (0,printable/* printable */.g)(installation?.appSlug ?? '');
        throw new problems_problem/* ProblemError */.M([{ kind: 'bot-unknown', slug: known }], { nothingSent: false });
    }
    return botIdentity(slug, bot.id, webUrl);
}
/** The user behind an App, by the App's slug. */
async function findBot(github, token, slug) {
    if (!(0,config_names/* isName */.Eo)(slug))
        return undefined;
    const login = `${slug}[bot]`;
    const id = await (0,api/* findUserId */.Md)(github, token, login);
    return id === undefined ? undefined : { login, id };
}

;// CONCATENATED MODULE: ./src/git/set-up.ts







/**
 * Looks up the bot, and writes the tokens to the file. Raises what the requests to GitHub raise,
 * and `ProblemError` with `bot-unknown` or `git-file-unwritable`.
 */
async function setUpGit(prepared, tokens, github, mask) {
    const { credentials, wantsIdentity, webUrl, workflowRepository } = prepared;
    const [identity, uses] = await Promise.all([
        wantsIdentity ? findIdentity(tokens[0], github, webUrl) : undefined,
        credentials === undefined ? [] : findUses(tokens, github)
    ]);
    const forIdentity = identity === undefined ? NO_RESULT : identityResult(identity);
    if (credentials === undefined)
        return forIdentity;
    const gitCredentials = uses.map(({ created: { token }, reach }) => ({ token, reach }));
    const { variables, isShortened } = writeCredentials(credentials, gitCredentials, webUrl, mask);
    const isFilled = gitCredentials.length > 0;
    return {
        ...(isFilled ? { file: credentials.file } : {}),
        variables: new Map([...variables, ...forIdentity.variables]),
        outputs: forIdentity.outputs,
        lines: [...describeCredentials(uses, prepared.isRenewed), ...forIdentity.lines],
        messages: messagesOnCredentials(tokens, uses, { isShortened, workflowRepository })
    };
}
/**
 * Writes the fallback token to the file. Git uses it for the workflow's own repository only,
 * because it is not known what else the token reaches. Raises `ProblemError` with
 * `git-file-unwritable`.
 */
function setUpGitForFallback({ credentials, wantsIdentity, webUrl }, token, repository, mask) {
    const result = { ...NO_RESULT, messages: wantsIdentity ? [IDENTITY_LEFT_OUT] : [] };
    if (credentials === undefined)
        return result;
    const reach = reachOfRepository(repository);
    const gitCredentials = reach === undefined ? [] : [{ token, reach }];
    const { variables } = writeCredentials(credentials, gitCredentials, webUrl, mask);
    const lines = reach === undefined ? [] : [describeFallbackCredentials(repository)];
    return { ...result, variables, lines };
}
const NO_RESULT = { variables: new Map(), outputs: {}, lines: [], messages: [] };
/** What git uses each token for, without the tokens that git cannot use. */
async function findUses(tokens, github) {
    return Promise.all(tokens.filter(isOfUse).map((created) => findUse(created, github)));
}
async function findUse(created, github) {
    if (!needsListing(created)) {
        return { created, listed: undefined, reach: reachOf(created, undefined) };
    }
    const list = () => (0,api/* listRepositories */.xW)(github, created.token);
    const listed = await (0,new_token/* retryUntilKnown */._)(list, github.http);
    return { created, listed: listed ?? 'too many', reach: reachOf(created, listed) };
}
/** Writes the file. If there is no credential, it removes the file, and there are no variables. */
function writeCredentials({ file, variables, earlierFiles }, credentials, webUrl, mask) {
    if (credentials.length === 0) {
        (0,git_file/* discardGitFile */.B8)(file);
        return { variables: NO_RESULT.variables, isShortened: false };
    }
    const { text, secrets, isShortened } = (0,config_text/* gitConfiguration */.r8)(webUrl, credentials);
    secrets.forEach(mask);
    const earlierTexts = earlierFiles.map(git_file/* readGitFileOrNothing */.fv);
    (0,git_file/* writeGitFile */.qb)(file, earlierTexts.reduce((newer, earlier) => (0,config_text/* withoutExceptionsTo */.w9)(earlier, newer), text));
    return { variables, isShortened };
}
function identityResult(identity) {
    const { name, email, userId } = identity;
    return {
        ...NO_RESULT,
        variables: identityVariables(identity),
        outputs: { 'git-user-name': name, 'git-user-email': email, 'bot-user-id': userId },
        lines: [describeIdentity(identity)]
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/git/version.ts


/**
 * The first git that reads `GIT_CONFIG_COUNT`:
 * https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST_GIT = { major: 2, minor: 31 };
/** Why this git cannot be given credentials, if it cannot. Problems: `git-missing`, `git-too-old`. */
function gitProblem(answer) {
    if (answer.kind === 'failed') {
        const { reason } = answer;
        return reason === 'ENOENT'
            ? { kind: 'git-missing', found: { is: 'absent' } }
            : { kind: 'git-missing', found: { is: 'not-running', reason: (0,printable/* printable */.g)(reason) } };
    }
    const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(answer.output) ?? [];
    if (version === undefined) {
        const said = (0,printable/* printable */.g)(answer.output.trim());
        return { kind: 'git-missing', found: { is: 'something-else', answer: said } };
    }
    const isNewEnough = Number(major) > OLDEST_GIT.major ||
        (Number(major) === OLDEST_GIT.major && Number(minor) >= OLDEST_GIT.minor);
    if (isNewEnough)
        return undefined;
    const oldest = `${OLDEST_GIT.major}.${OLDEST_GIT.minor}`;
    return { kind: 'git-too-old', version: (0,printable/* printable */.g)(version), oldest };
}
/** How long git may take to tell its version, in milliseconds. */
const GIT_TIMEOUT_MS = 10_000;
/**
 * What a program needs to start, and nothing more: `INPUT_`, `STATE_` and `ACTIONS_` variables hold
 * secrets. Windows writes some of these names in other letter cases.
 */
const ALLOWED_VARIABLES = new Set([
    'PATH',
    'PATHEXT',
    'SYSTEMROOT',
    'WINDIR',
    'HOME',
    'USERPROFILE',
    'TEMP',
    'TMP',
    'TMPDIR',
    'LANG',
    'LC_ALL',
    'LD_LIBRARY_PATH',
    'DYLD_LIBRARY_PATH',
    'DEVELOPER_DIR'
]);
/**
 * Asks the git that later steps will find for its version. Never rejects.
 *
 * @param limit how long git may take, in milliseconds
 */
async function askVersion(env, folder, limit = GIT_TIMEOUT_MS) {
    const kill = { timeout: limit, killSignal: 'SIGKILL' };
    const options = { cwd: folder, env: allowed(env), ...kill, windowsHide: true };
    return new Promise((settle) => {
        (0,external_node_child_process_.execFile)('git', ['--version'], options, (error, output) => {
            if (error === null)
                settle({ kind: 'said', output });
            else
                settle({ kind: 'failed', reason: reasonOf(error) });
        });
    });
}
function reasonOf({ code, signal }) {
    return typeof code === 'number' ? `exit code ${code}` : String(code ?? signal);
}
function allowed(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => ALLOWED_VARIABLES.has(name.toUpperCase())));
}

;// CONCATENATED MODULE: ./src/git/prepare.ts










/**
 * Checks everything that can be checked before a token is created, and creates the file. Raises
 * {@link ProblemError}: `no-runner`, `web-url-malformed`, `git-missing`, `git-too-old`,
 * `git-config-conflict`, `git-file-unwritable`.
 */
async function prepareGit({ git: settings, api, renew }, store, env) {
    const { webUrl, isOwn } = api;
    const temp = env['RUNNER_TEMP'] ?? '';
    const problem = runnerProblem(settings, env) ?? webAddressProblem(webAddressName(isOwn, env), webUrl);
    if (problem !== undefined)
        throw new problems_problem/* ProblemError */.M([problem], { nothingSent: true });
    const prepared = {
        credentials: settings.credentials ? await prepareCredentials(store, temp, env) : undefined,
        wantsIdentity: settings.identity,
        isRenewed: renew,
        webUrl,
        workflowRepository: isOwn ? (env['GITHUB_REPOSITORY'] ?? '') : ''
    };
    const { credentials } = prepared;
    return {
        setUp: (tokens, github, mask) => setUpGit(prepared, tokens, github, mask),
        setUpForFallback: (token, repository, mask) => setUpGitForFallback(prepared, token, repository, mask),
        updateEarlierFiles: async () => {
            if (credentials === undefined)
                return undefined;
            const failure = await (0,git_file/* updateEarlierFiles */.JR)(credentials.file, credentials.earlierFiles);
            return failure === undefined ? undefined : earlierFilesUnchanged(failure);
        },
        discardFile: () => {
            if (credentials !== undefined)
                (0,git_file/* discardGitFile */.B8)(credentials.file);
        }
    };
}
async function prepareCredentials(store, temp, env) {
    const file = (0,git_file/* newGitFilePath */.wK)(temp);
    const folder = (0,external_node_path_.dirname)(file);
    if (!(0,external_node_fs_.existsSync)(folder))
        throw (0,git_file/* unwritable */.mP)(folder, 'ENOENT', true);
    const problem = gitProblem(await askVersion(env, folder));
    const ready = (0,parsed/* combine */.kg)({
        git: problem === undefined ? (0,parsed/* valid */.rZ)(true) : (0,parsed/* invalid */.Gq)(problem),
        variables: includeFiles(env, pathsForGit(folder, (0,external_node_path_.basename)(file), process.platform))
    });
    if (!ready.ok)
        throw new problems_problem/* ProblemError */.M(ready.problems, { nothingSent: true });
    // Post must know the file before it exists.
    store.setGitFile(file);
    (0,git_file/* createGitFile */.pC)(file);
    return { file, variables: ready.value.variables, earlierFiles: earlierGitFiles(temp, env) };
}
function runnerProblem(settings, env) {
    const needed = settings.credentials ? ['GITHUB_ENV', 'RUNNER_TEMP'] : ['GITHUB_ENV'];
    const missing = needed.filter((name) => (env[name] ?? '') === '');
    return missing.length === 0 ? undefined : { kind: 'no-runner', missing, need: 'git' };
}
/** The setting that the address of the web pages comes from. */
function webAddressName(isOwn, env) {
    if (!isOwn)
        return 'github-api-url';
    return (env['GITHUB_SERVER_URL'] ?? '') === '' ? 'GITHUB_API_URL' : 'GITHUB_SERVER_URL';
}
/** A host as `URL` writes it: characters beyond ASCII are encoded, and IPv6 is in brackets. */
const VALID_HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;
/**
 * Checks the address of GitHub's web pages, which becomes a part of git's configuration. `URL`
 * accepts hosts with quotes and other characters, which would end the name of a section there.
 *
 * @param name where the address comes from, such as `GITHUB_SERVER_URL`
 */
function webAddressProblem(name, address) {
    const mistake = mistakeIn(address);
    return mistake === undefined ? undefined : { kind: 'web-url-malformed', name, mistake };
}
function mistakeIn(address) {
    const text = (0,printable/* printable */.g)(address);
    if (!/^https?:/i.test(address) || !URL.canParse(address)) {
        return { mistake: 'not-an-address', text };
    }
    const { username, password, hostname, pathname } = new URL(address);
    // Do not show the address: it contains the password.
    if (username + password !== '')
        return { mistake: 'credentials' };
    if (!VALID_HOST.test(hostname))
        return { mistake: 'invalid-host', text };
    const isBare = pathname === '/' && !/[?#]/.test(address);
    return isBare ? undefined : { mistake: 'not-only-a-host', text };
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


/***/ })

};
;