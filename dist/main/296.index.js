"use strict";
exports.id = 296;
exports.ids = [296];
exports.modules = {

/***/ 3296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareGit: () => (/* binding */ prepareGit)
});

// UNUSED EXPORTS: GitSetup

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __webpack_require__(6234);
// EXTERNAL MODULE: ./src/parsed.ts
var parsed = __webpack_require__(5466);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/problem.ts
var src_problem = __webpack_require__(4008);
;// CONCATENATED MODULE: ./src/git/config-text.ts
/** What repository names are made of: anything else ends a name. */
const NAME_CHARACTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-');
/** With more repositories than this, what it takes to rewrite exact names would slow down git. */
const MOST_EXACT = 25;
const HEAD = '# Credentials for one job, which removes them when it ends.\n';
/**
 * The text of a git configuration file by which git reaches what each token reaches: HTTPS requests
 * carry its `Authorization` header, and SSH addresses (`git@host:owner/name`,
 * `ssh://git@host/owner/name`) are rewritten to HTTPS.
 *
 * `http.<url>.extraHeader` is a list to which every matching section adds, unless a better match
 * came before; an empty value resets it. So each header is preceded by one: there is never a second
 * `Authorization` header. https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
 *
 * @param webUrl the address of GitHub's web pages, such as `https://github.com`
 */
function gitConfiguration(webUrl, credentials) {
    const { origin, hostname } = new URL(webUrl);
    const addressed = credentials.map(({ token, reach }) => ({
        token,
        addresses: addressesOf(reach)
    }));
    const all = addressed.flatMap(({ addresses }) => addresses);
    const isShortened = all.filter(({ isWhole }) => isWhole).length > MOST_EXACT;
    const headers = addressed.flatMap(({ token, addresses }) => addresses.flatMap((address) => headersFor(origin, address, token)));
    const rewrites = [`git@${hostname}:`, `ssh://git@${hostname}/`].flatMap((base) => rewritesFor(`${origin}/`, base, all, isShortened));
    return {
        text: HEAD + [...headers, ...rewrites].join(''),
        secrets: credentials.map(({ token }) => basic(token)),
        isShortened
    };
}
function addressesOf(reach) {
    switch (reach.kind) {
        case 'owner':
            return reach.owners.map((owner) => ({ path: `${owner}/`, isWhole: false }));
        case 'repositories':
            return reach.names.map((path) => ({ path, isWhole: true }));
    }
}
/**
 * Git matches the path of `http.<url>` by whole parts between slashes, so that neither `octo/` nor
 * `octo/lib` matches anything of `octo-evil` or `octo/lib-evil`; `octo/lib.git` is a part of its own.
 */
function headersFor(origin, { path, isWhole }, token) {
    const urls = isWhole ? [path, `${path}.git`] : [path];
    return urls.map((url) => section('http', `${origin}/${url}`, [
        'extraHeader = ""',
        `extraHeader = "Authorization: Basic ${basic(token)}"`
    ]));
}
/**
 * Git rewrites whatever begins like `insteadOf`, and of several the longest, or else the first. So
 * that `octo/lib` leaves `octo/lib-evil` alone (and `octo/octo.git` leaves `octo/octo.github.io`
 * alone), every way in which the name could go on is "rewritten" to itself.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlbaseinsteadOf
 */
function rewritesFor(web, ssh, addresses, isShortened) {
    const whole = addresses.filter(({ isWhole }) => isWhole).map(({ path }) => path);
    const rewritten = new Set([...(isShortened ? [] : whole), ...whole.map((path) => `${path}.git`)]);
    const continuations = isShortened ? ['h'] : NAME_CHARACTERS;
    const longer = [...rewritten].flatMap((path) => continuations.map((next) => path + next));
    const left = longer.filter((path) => !rewritten.has(path));
    const owners = addresses.filter(({ isWhole }) => !isWhole).map(({ path }) => path);
    return [
        ...[...owners, ...rewritten].map((path) => insteadOf(web + path, ssh + path)),
        ...left.map((path) => insteadOf(ssh + path, ssh + path))
    ];
}
function insteadOf(url, address) {
    return section('url', url, [`insteadOf = ${address}`]);
}
function section(name, subsection, lines) {
    return `[${name} "${subsection}"]\n${lines.map((line) => `\t${line}\n`).join('')}`;
}
/**
 * The token as git sends it, with the user name that GitHub wants beside it:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
 */
function basic(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}

// EXTERNAL MODULE: ./src/config/permissions.ts + 1 modules
var config_permissions = __webpack_require__(6885);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
;// CONCATENATED MODULE: ./src/git/reach.ts

/**
 * Whether only GitHub can tell what the token reaches: nothing is named, and the App is installed
 * for some of the account's repositories. Its answer to the mint does not list them.
 */
function isUnlisted({ request: { target }, grant }) {
    if (target.kind === 'enterprise' || grant.repositorySelection === 'all')
        return false;
    return target.kind === 'owner' || target.names.length + target.ids.length === 0;
}
/**
 * What git uses a token for: the whole account only where the token covers all of it. Git compares
 * the letter case of paths, so each name stands as typed, as GitHub spells it, and in lower case.
 *
 * @param listed what the token reaches, as `owner/name`, where only GitHub could tell
 */
function reachOf(token, listed) {
    const { request, installation, grant } = token;
    const { target } = request;
    const granted = grant.repositories ?? listed;
    const owners = [typedOwner(token), installation.owner];
    if (granted === undefined)
        return { kind: 'owner', owners: spellings(owners, config_names/* isName */.Eo) };
    const typed = target.kind === 'repositories' || target.kind === 'installation' ? target.names : [];
    const names = [...typed, ...granted.map(nameIn)];
    return {
        kind: 'repositories',
        names: spellings([...names.map((name) => `${typedOwner(token)}/${name}`), ...granted], isFullName)
    };
}
/** One repository, such as `octo-org/hello`; undefined where the text is none. */
function reachOfRepository(repository) {
    const names = spellings([repository], isFullName);
    return names.length === 0 ? undefined : { kind: 'repositories', names };
}
/** Whether a repository, such as `octo-org/hello`, is among what git uses a token for. */
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
function typedOwner({ request: { target }, installation }) {
    if (target.kind === 'enterprise' || target.owner === '')
        return installation.owner;
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
/** What is no name could leave its place in the file, or in an address. */
function spellings(names, isValid) {
    const all = [...names, ...names.map((name) => name.toLowerCase())];
    return [...new Set(all)].filter(isValid);
}

;// CONCATENATED MODULE: ./src/git/describe.ts




/** The log of `git-credentials`: for which repositories, and until when. Nothing if there are none. */
function describeCredentials(used) {
    const [first] = used;
    if (first === undefined)
        return [];
    const each = used.length === 1 ? '' : ', each with its own token';
    return [
        `Git reaches ${used.map(reachText).join('; ')}${each}: by HTTPS, and where an address says SSH, until ${(0,time/* clockTime */.qo)(first.minted.expiresAt)} or the end of this job`
    ];
}
/** The same where the token is the fallback token, whose end is not known. */
function describeFallbackCredentials(repository) {
    return `Git reaches ${repository} with the fallback token: by HTTPS, and where an address says SSH, until the end of this job`;
}
function reachText({ minted: { request }, count }) {
    const { subject, target } = request;
    const isEverything = target.kind === 'owner' ||
        (target.kind === 'installation' && target.names.length + target.ids.length === 0);
    if (!isEverything)
        return subject;
    if (count === undefined)
        return `every repository of ${subject}`;
    if (count === 'too many')
        return `all of ${subject}`;
    const what = count === 1 ? 'the one repository' : `the ${count} repositories`;
    return `${what} of ${subject} that the App is installed for`;
}
/** The log of `git-identity`. */
function describeIdentity({ name, email }) {
    return `Commits are by ${name} <${email}> until the end of this job`;
}
/** What is worth saying about the tokens, whether git was given them or not. */
function messagesOnCredentials(granted, used, { isShortened, workflowRepository }) {
    const remarks = [
        ...granted.filter(({ minted }) => !isOfUse(minted)).map(unused),
        ...granted.filter(({ count }) => count === 'too many').map(tooMany),
        ...used
            .filter(({ minted, reach }) => isReadOnly(minted) && isReached(reach, workflowRepository))
            .map((one) => readOnly(one, workflowRepository))
    ];
    if (!isShortened)
        return remarks;
    const message = 'git-credentials: with this many repositories, addresses such as git@HOST:OWNER/NAME are rewritten to HTTPS only where they end in .git.';
    return [...remarks, { level: 'notice', message }];
}
/**
 * Whether git can do anything with a token. If it cannot, the token would only hide a credential that
 * can, such as the one of `actions/checkout`. GitHub may not say what it granted: then it may.
 */
function isOfUse({ grant: { permissions } }) {
    return Object.keys(permissions).length === 0 || (0,config_permissions/* levelOf */.In)(permissions, 'contents') !== undefined;
}
function isReadOnly({ grant: { permissions } }) {
    return (0,config_permissions/* levelOf */.In)(permissions, 'contents') === 'read';
}
function unused({ minted: { request } }) {
    const message = `git-credentials is true, but git does not use the token for ${request.subject}: it has no permission for contents. Add \`contents: read\` to its permissions, or \`contents: write\` to push.`;
    return { level: 'warning', message };
}
function tooMany({ minted: { request } }) {
    const { subject } = request;
    const message = `git-credentials: the App is installed for a thousand or more repositories of ${subject}, too many to name each. Git uses the token for every address of ${subject}.`;
    return { level: 'notice', message };
}
function readOnly({ minted: { request } }, repository) {
    const [, name = ''] = repository.split('/');
    const message = `git-credentials: pushes to ${(0,printable/* printable */.g$)(repository)} use the token for ${request.subject}, which can only read contents, so they fail with 403. To push with another token, such as the one of actions/checkout, name in \`repositories\` what the job needs, without ${(0,printable/* printable */.g$)(name)}. To push with this token, add \`contents: write\`.`;
    return { level: 'notice', message };
}
/** Says that an earlier file still has addresses that a newer one has. */
function takeOverFailed(reason) {
    const message = `git-credentials: an earlier use of this action set git up for some of the same addresses, and its file cannot be changed: ${reason}. Git uses the newer token. Git LFS sends both tokens, which GitHub answers with 400. Use one step for both, if the job uses Git LFS.`;
    return { level: 'warning', message };
}
/** Says that the bot of the App is not known where the fallback token stands in. */
const IDENTITY_LEFT_OUT = {
    level: 'notice',
    message: 'git-identity is left out: without the private key, the bot of the App cannot be looked up.'
};

;// CONCATENATED MODULE: ./src/git/include.ts


/** Git counts in an `int`: https://git-scm.com/docs/git-config (GIT_CONFIG_COUNT) */
const MOST_ENTRIES = 2_147_483_647;
/**
 * The variables that make git include configuration files, after the entries that `GIT_CONFIG_COUNT`
 * already holds: `GIT_CONFIG_COUNT`, and `GIT_CONFIG_KEY_n` and `GIT_CONFIG_VALUE_n` for each file.
 * Git ignores an include whose file does not exist: https://git-scm.com/docs/git-config#_includes.
 * Problem: `git-config-conflict`, where what is there stops any git already.
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
/** The files that entries beside `GIT_CONFIG_COUNT` make git include. */
function includedFiles(env) {
    return Object.entries(env)
        .filter(([name]) => name.startsWith('GIT_CONFIG_VALUE_'))
        .filter(([name]) => env[name.replace('VALUE', 'KEY')] === 'include.path')
        .map(([, value]) => String(value));
}
function countOf(env) {
    const text = env['GIT_CONFIG_COUNT'] ?? '';
    const count = /^\d{0,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(count < MOST_ENTRIES / 2)) {
        return conflict({ mistake: 'not-a-count', text: (0,printable/* printable */.g$)(text) });
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
 * Where git finds a file of `RUNNER_TEMP`: there, and, in Docker actions, which run on Linux only,
 * where the runner mounts that folder. Git takes forward slashes on every system.
 */
function placesOf(folder, name, platform) {
    const path = platform === 'win32' ? folder.replace(/\\/g, '/') : folder;
    const place = `${path.replace(/\/+$/, '')}/${name}`;
    return platform === 'linux' ? [...new Set([place, `/github/runner_temp/${name}`])] : [place];
}

;// CONCATENATED MODULE: ./src/git/identity.ts
/**
 * The identity of the bot behind an App, by which GitHub shows its picture beside a commit:
 * https://docs.github.com/en/account-and-profile/reference/email-addresses-reference
 *
 * @param webUrl the address of GitHub's web pages, such as `https://github.com`
 */
function botIdentity(slug, userId, webUrl) {
    const name = `${slug}[bot]`;
    const { hostname } = new URL(webUrl);
    return { name, email: `${userId}+${name}@users.noreply.${hostname}`, userId };
}
/** The variables by which git, and tools that make commits without it, take an identity. */
function identityVariables({ name, email }) {
    return new Map([
        ['GIT_AUTHOR_NAME', name],
        ['GIT_AUTHOR_EMAIL', email],
        ['GIT_COMMITTER_NAME', name],
        ['GIT_COMMITTER_EMAIL', email]
    ]);
}

;// CONCATENATED MODULE: ./src/git/take-over.ts
/**
 * How several configuration files of this action get on with each other: no address may be in two of
 * them. Git would use the later one, because an empty `extraHeader` resets the list. git-lfs does
 * not know that reset: it sends the headers of both, and GitHub answers 400.
 */
/** The text of an earlier file, without each address that a newer text holds. */
function withoutAddressesOf(newer, earlier) {
    const sections = sectionsOf(newer);
    const urls = new Set(sections.flatMap(({ url }) => url ?? []));
    const aliases = rewrittenBy(sections);
    return keep(earlier, (section) => !(section.url !== undefined && urls.has(section.url)) &&
        !(section.alias !== undefined && aliases.has(section.alias)) &&
        !isOverruled(section, aliases));
}
/**
 * The text of a newer file, without the exceptions that would keep git from rewriting addresses as an
 * earlier file does.
 */
function withoutExceptionsTo(earlier, newer) {
    const aliases = rewrittenBy(sectionsOf(earlier));
    return keep(newer, (section) => !isOverruled(section, aliases));
}
/** An owner's beginning ends with a slash: every repository of the owner is rewritten, too. */
function isOverruled({ alias, isException }, aliases) {
    if (alias === undefined || isException !== true)
        return false;
    const owner = alias.slice(0, alias.lastIndexOf('/') + 1);
    return aliases.has(alias) || aliases.has(owner);
}
function rewrittenBy(sections) {
    return new Set(sections.flatMap(({ alias, isException }) => alias === undefined || isException === true ? [] : [alias]));
}
function keep(text, isKept) {
    return sectionsOf(text)
        .filter(isKept)
        .map((section) => section.text)
        .join('');
}
/** Whatever else is in the text is a section without an address, and stays. */
function sectionsOf(text) {
    return text.split(/^(?=\[)/m).map((section) => {
        const [, url, base, alias] = /^\[(?:http "([^"\n]*)"|url "([^"\n]*)"\]\n\tinsteadOf = (.*))/.exec(section) ?? [];
        if (alias !== undefined)
            return { text: section, alias, isException: alias === base };
        return url === undefined ? { text: section } : { text: section, url };
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/git/version.ts


/**
 * The first git that reads `GIT_CONFIG_COUNT`:
 * https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST = { major: 2, minor: 31 };
/** Why this git cannot be given credentials, if it cannot. Problems: `git-missing`, `git-too-old`. */
function gitProblem(answer) {
    if (answer.kind === 'failed') {
        const { reason } = answer;
        return reason === 'ENOENT'
            ? { kind: 'git-missing', found: { is: 'absent' } }
            : { kind: 'git-missing', found: { is: 'not-running', reason: (0,printable/* printable */.g$)(reason) } };
    }
    const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(answer.output) ?? [];
    if (version === undefined) {
        const said = (0,printable/* printable */.g$)(answer.output.trim());
        return { kind: 'git-missing', found: { is: 'something-else', answer: said } };
    }
    const isNewEnough = Number(major) > OLDEST.major ||
        (Number(major) === OLDEST.major && Number(minor) >= OLDEST.minor);
    if (isNewEnough)
        return undefined;
    const oldest = `${OLDEST.major}.${OLDEST.minor}`;
    return { kind: 'git-too-old', version: (0,printable/* printable */.g$)(version), oldest };
}
/** How long git may take to tell its version, in milliseconds. */
const LIMIT = 10_000;
/**
 * What a program needs to start, and nothing more: `INPUT_`, `STATE_` and `ACTIONS_` variables hold
 * secrets. Windows writes some of these names in other letter cases.
 */
const ALLOWED = new Set([
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
/** Asks the git that later steps will find for its version. Never rejects. */
async function askVersion(env, folder) {
    const options = { cwd: folder, env: allowed(env), timeout: LIMIT, windowsHide: true };
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
    return Object.fromEntries(Object.entries(env).filter(([name]) => ALLOWED.has(name.toUpperCase())));
}

;// CONCATENATED MODULE: ./src/git/web-address.ts


/** A host as `URL` writes it: letters beyond ASCII are encoded, and IPv6 is in brackets. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;
/**
 * Checks the address of GitHub's web pages before it becomes a part of git's configuration: `URL`
 * lets quotes and other characters into a host that would end the name of a section. Problem:
 * `web-url-malformed`.
 *
 * @param name where the address comes from, such as `GITHUB_SERVER_URL`
 */
function checkWebAddress(name, address) {
    const mistake = mistakeIn(address);
    return mistake === undefined ? (0,parsed/* valid */.rZ)(true) : (0,parsed/* invalid */.Gq)({ kind: 'web-url-malformed', name, mistake });
}
function mistakeIn(address) {
    const text = (0,printable/* printable */.g$)(address);
    if (!/^https?:/i.test(address) || !URL.canParse(address)) {
        return { mistake: 'not-an-address', text };
    }
    const { username, password, hostname, pathname } = new URL(address);
    // Not shown: the password would be.
    if (username + password !== '')
        return { mistake: 'credentials' };
    if (!HOST.test(hostname))
        return { mistake: 'invalid-host', text };
    const isBare = pathname === '/' && !/[?#]/.test(address);
    return isBare ? undefined : { mistake: 'not-only-a-host', text };
}

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
;// CONCATENATED MODULE: ./src/git/first-use.ts


/** How long to wait before each further try, in milliseconds. */
const DELAYS = [500, 1_000, 2_000, 4_000];
/**
 * Uses a token that was minted just now: GitHub can take some seconds until each of its servers
 * knows it, so that a 401 is no answer yet. Raises what the use raises in the end.
 */
async function firstUse(use, http) {
    for (const delay of DELAYS) {
        try {
            return await use();
        }
        catch (error) {
            const isUnknownYet = error instanceof errors/* RefusedError */.fk && error.reply.status === 401;
            if (!isUnknownYet || http.remaining() < delay)
                throw error;
            await (0,time/* sleep */.yy)(delay);
        }
    }
    return use();
}

// EXTERNAL MODULE: ./src/github/api.ts
var api = __webpack_require__(8943);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/git/lock.ts



const lockClock = { monotonic: time/* monotonicTime */.wI, sleep: time/* sleep */.yy };
/** How long to wait for a lock, in milliseconds: well below what a step has. */
const lock_LIMIT = 10_000;
/** A lock is held for milliseconds. If one stays longer than this, its process has ended. */
const LONGEST_HELD = 5_000;
/** How long to wait between two attempts, in milliseconds. */
const PAUSE = 50;
/** Somebody else holds the lock, or something else is in its place. */
class LockedError extends Error {
    name = 'LockedError';
}
/**
 * Does some work while no other process does work under the same lock, which is a file. The work must
 * be short: it waits for nothing. A lock that a dead process left is removed. Raises
 * {@link LockedError}, and errors of the file system.
 */
async function withLock(path, clock, work) {
    const own = await acquire(path, clock);
    try {
        return work();
    }
    finally {
        // Another process may have taken the lock from one that was suspended.
        if (identityOf(path) === own)
            (0,external_node_fs_.rmSync)(path);
    }
}
async function acquire(path, clock) {
    const start = clock.monotonic();
    let seen;
    let since = start;
    for (;;) {
        const own = create(path);
        if (own !== undefined)
            return own;
        const now = clock.monotonic();
        const found = identityOf(path);
        if (found !== seen) {
            seen = found;
            since = now;
        }
        else if (found !== undefined && now - since >= LONGEST_HELD)
            (0,external_node_fs_.rmSync)(path, { force: true });
        if (now - start >= lock_LIMIT)
            throw new LockedError('the lock is not free');
        await clock.sleep(PAUSE);
    }
}
/** Creates the lock; undefined if there is one. Never follows a link. */
function create(path) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
        try {
            return identity((0,external_node_fs_.fstatSync)(descriptor));
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch (error) {
        if ((0,json/* textField */.M8)(error, 'code') === 'EEXIST')
            return undefined;
        throw error;
    }
}
/** Tells one lock from another in the same place; undefined if there is no file. */
function identityOf(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    return found?.isFile() === true ? identity(found) : undefined;
}
function identity({ ino, mtimeMs }) {
    return `${ino} ${mtimeMs}`;
}

;// CONCATENATED MODULE: ./src/git/git-file.ts










/** A path in `RUNNER_TEMP` that nobody can guess. */
function newGitFilePath(folder) {
    return (0,external_node_path_.join)((0,external_node_path_.resolve)(folder), `git-credentials-${(0,external_node_crypto_.randomUUID)()}.gitconfig`);
}
const OUR_NAME = /^git-credentials-[0-9a-f-]{36}\.gitconfig$/;
/** Whether a file of this name is one that {@link newGitFilePath} names. */
function isGitFileName(name) {
    return OUR_NAME.test(name);
}
/** Where the next text of a file is written, before it takes the file's place. */
function unfinishedPath(path) {
    return `${path}.new`;
}
/**
 * The file that git reads the tokens from: new, and its owner's alone (on Windows, the folder decides
 * who may read it). Raises {@link ProblemError} with `git-file-unwritable`.
 */
class GitFile {
    #path;
    #descriptor;
    #isOpen = true;
    constructor(path) {
        this.#path = path;
        try {
            // Never a file or link that was there before.
            this.#descriptor = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
        }
        catch (error) {
            throw unwritable((0,external_node_path_.dirname)(path), codeOf(error), true);
        }
    }
    /** Fills the file, once. */
    write(text) {
        try {
            (0,external_node_fs_.writeFileSync)(this.#descriptor, text);
            this.#close();
        }
        catch (error) {
            throw unwritable((0,external_node_path_.dirname)(this.#path), codeOf(error), false);
        }
    }
    /** Removes the file. Never fails: what cannot be removed is left to post. */
    discard() {
        try {
            this.#close();
            (0,external_node_fs_.rmSync)(this.#path, { force: true });
        }
        catch {
            // Post tries again, and says why it cannot.
        }
    }
    #close() {
        if (!this.#isOpen)
            return;
        this.#isOpen = false;
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
}
/**
 * Removes the file that main left: only one of our own making that lies in `RUNNER_TEMP` itself, and
 * nothing that somebody put in its place. Never fails.
 */
function removeGitFile(path, env) {
    const folder = env['RUNNER_TEMP'] ?? '';
    const isInside = folder !== '' && resolve(path) === path && dirname(path) === resolve(folder);
    if (!isInside || !isGitFileName(basename(path))) {
        return { kind: 'failed', reason: 'it does not lie in RUNNER_TEMP' };
    }
    try {
        // Left by a process that was killed while it wrote: it holds the same tokens.
        rmSync(unfinishedPath(path), { force: true });
        const found = lstatSync(path, { throwIfNoEntry: false });
        if (found === undefined)
            return { kind: 'absent' };
        if (!found.isFile())
            return { kind: 'failed', reason: 'something else lies in its place' };
        rmSync(path);
        return { kind: 'removed' };
    }
    catch (error) {
        return { kind: 'failed', reason: codeOf(error) };
    }
}
/** The file cannot be written; the reason is a code of Node's. */
function unwritable(folder, reason, nothingSent) {
    const problem = { kind: 'git-file-unwritable', folder: (0,printable/* printable */.g$)(folder), reason };
    return new src_problem/* ProblemError */.M([problem], { nothingSent });
}
/** Node's code for an error of the file system, such as `ENOENT`. */
function codeOf(error) {
    return (0,printable/* printable */.g$)((0,json/* textField */.M8)(error, 'code'));
}
/**
 * The files of earlier uses in this job that git reads: only what is directly in `RUNNER_TEMP` and
 * has the name of a file of ours.
 */
function earlierGitFiles(env) {
    const folder = (0,external_node_path_.resolve)(env['RUNNER_TEMP'] ?? '');
    const names = includedFiles(env).filter((file) => {
        const name = (0,external_node_path_.basename)(file);
        return isGitFileName(name) && placesOf(folder, name, process.platform)[0] === file;
    });
    return [...new Set(names.map((file) => (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(file))))];
}
/** The text of a file for git; empty if there is no such file, or it cannot be read. */
function readGitFileOrNothing(path) {
    try {
        return readGitFile(path);
    }
    catch {
        return '';
    }
}
/**
 * The lock under which files that git may be reading are changed: one for all steps of a job.
 *
 * @param folder `RUNNER_TEMP`
 */
function gitLockPath(folder) {
    return (0,external_node_path_.join)(folder, 'git-credentials.lock');
}
/**
 * Replaces the text of a file that git may be reading: git finds the old text or the new one, never a
 * part. Call it under the lock at {@link gitLockPath}. Raises errors of the file system.
 */
function replaceGitFile(path, text) {
    const beside = unfinishedPath(path);
    try {
        // A process that was killed may have left it. Under the lock, nobody else writes it.
        (0,external_node_fs_.rmSync)(beside, { force: true });
        (0,external_node_fs_.writeFileSync)(beside, text, { flag: 'wx', mode: 0o600 });
        (0,external_node_fs_.renameSync)(beside, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(beside, { force: true });
        throw error;
    }
}
/**
 * Removes each address that the newer text has from the earlier files. Never fails, and says what it
 * could not do: git itself works with both, so the job can go on.
 */
async function takeOver(newer, files) {
    const [first] = files;
    if (first === undefined)
        return [];
    try {
        await withLock(gitLockPath((0,external_node_path_.dirname)(first)), lockClock, () => {
            for (const file of files) {
                const text = readGitFile(file);
                const rest = withoutAddressesOf(newer, text);
                if (rest !== text)
                    replaceGitFile(file, rest);
            }
        });
        return [];
    }
    catch (error) {
        const isLocked = error instanceof LockedError;
        return [takeOverFailed(isLocked ? 'another process keeps it locked' : codeOf(error))];
    }
}
/** The text of a file; empty if there is no such file. Follows no link. */
function readGitFile(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return '';
    if (!found.isFile())
        throw Object.assign(new Error('not a file'), { code: 'not a file' });
    // Windows does not have the second flag: it counts as 0 there.
    const flag = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW;
    return (0,external_node_fs_.readFileSync)(path, { encoding: 'utf8', flag: flag });
}

;// CONCATENATED MODULE: ./src/git/set-up.ts

















/**
 * What the step does for git, in three parts: what can fail without a token comes before any is
 * created ({@link prepareGit}); {@link GitSetup.complete} needs them; {@link GitSetup.takeOver} changes
 * what earlier steps made, and comes when nothing can fail any more.
 */
class GitSetup {
    #options;
    #configuration;
    /** What the file holds; empty until it is written. */
    #text = '';
    constructor(options, configuration) {
        this.#options = options;
        this.#configuration = configuration;
    }
    /**
     * Writes the file with the tokens, and looks up the bot's identity. Raises what GitHub's look-ups
     * raise, and {@link ProblemError} with `bot-unknown` or `git-file-unwritable`.
     */
    async complete(tokens, github) {
        const [first, ...others] = tokens;
        const [identity, provided, ...further] = await Promise.all([
            this.#identity(first, github),
            this.#provide(first, github),
            ...others.map((token) => this.#provide(token, github))
        ]);
        return merge([
            ...this.#credentials([provided, ...further]),
            ...(identity === undefined ? [] : [identityReport(identity)])
        ]);
    }
    /** Gives git the fallback token, for the workflow's own repository: what else it reaches, nobody knows. */
    completeFallback(token, repository) {
        const reach = reachOfRepository(repository);
        const credentials = reach === undefined ? [] : [{ token, reach }];
        const report = {
            ...NOTHING,
            messages: this.#options.wishes.identity ? [IDENTITY_LEFT_OUT] : []
        };
        if (this.#configuration === undefined)
            return report;
        const { variables } = this.#write(this.#configuration, credentials);
        const lines = reach === undefined ? [] : [describeFallbackCredentials(repository)];
        return { ...report, variables, lines };
    }
    /**
     * Takes the addresses of the new file out of those of earlier uses, and warns if it cannot. Never
     * fails. Called last: a step that fails must not take anything from the job.
     */
    async takeOver() {
        if (this.#configuration === undefined || this.#text === '')
            return;
        const messages = await takeOver(this.#text, this.#configuration.earlier);
        messages.forEach(this.#options.warn);
    }
    /** Removes the file where the step fails. */
    discard() {
        this.#configuration?.file.discard();
    }
    async #identity(token, github) {
        if (!this.#options.wishes.identity)
            return undefined;
        const slug = token.installation.appSlug;
        const id = (0,config_names/* isName */.Eo)(slug)
            ? await firstUse(() => (0,api/* findUserId */.Md)(github, token.token, `${slug}[bot]`), github.http)
            : undefined;
        if (id === undefined) {
            const problem = { kind: 'bot-unknown', slug: (0,printable/* printable */.g$)(slug) };
            throw new src_problem/* ProblemError */.M([problem], { nothingSent: false });
        }
        return botIdentity(slug, id, this.#options.webUrl);
    }
    async #provide(minted, github) {
        if (!this.#options.wishes.credentials || !isOfUse(minted) || !isUnlisted(minted)) {
            return { minted, count: undefined, listed: undefined };
        }
        const listed = await firstUse(() => (0,api/* listRepositories */.xW)(github, minted.token), github.http);
        return { minted, count: listed?.length ?? 'too many', listed };
    }
    #credentials(granted) {
        if (this.#configuration === undefined)
            return [];
        const used = granted
            .filter(({ minted }) => isOfUse(minted))
            .map((one) => ({ ...one, reach: reachOf(one.minted, one.listed) }));
        const credentials = used.map(({ minted: { token }, reach }) => ({ token, reach }));
        const { variables, isShortened } = this.#write(this.#configuration, credentials);
        const { workflowRepository } = this.#configuration;
        return [
            {
                ...NOTHING,
                variables,
                lines: describeCredentials(used),
                messages: messagesOnCredentials(granted, used, { isShortened, workflowRepository })
            }
        ];
    }
    /** Writes the file; without a credential there is none, and no variable leads to it. */
    #write({ file, variables, earlier }, credentials) {
        if (credentials.length === 0) {
            file.discard();
            return { variables: NOTHING.variables, isShortened: false };
        }
        const { text, secrets, isShortened } = gitConfiguration(this.#options.webUrl, credentials);
        secrets.forEach(this.#options.mask);
        this.#text = earlier
            .map(readGitFileOrNothing)
            .reduce((newer, each) => withoutExceptionsTo(each, newer), text);
        file.write(this.#text);
        return { variables, isShortened };
    }
}
const NOTHING = { variables: new Map(), outputs: {}, lines: [], messages: [] };
function merge(reports) {
    return {
        variables: new Map(reports.flatMap(({ variables }) => [...variables])),
        outputs: Object.assign({}, ...reports.map(({ outputs }) => outputs)),
        lines: reports.flatMap(({ lines }) => lines),
        messages: reports.flatMap(({ messages }) => messages)
    };
}
/**
 * Checks everything that can be checked before a token is minted, and creates the file. Raises
 * {@link ProblemError}: `no-runner`, `api-url-malformed`, `git-missing`, `git-too-old`,
 * `git-config-conflict`, `git-file-unwritable`.
 */
async function prepareGit(options, env) {
    const { wishes, webUrl, isOwn, remember } = options;
    const needed = wishes.credentials ? ['GITHUB_ENV', 'RUNNER_TEMP'] : ['GITHUB_ENV'];
    const missing = needed.filter((name) => (env[name] ?? '') === '');
    if (missing.length > 0)
        throw new src_problem/* ProblemError */.M([{ kind: 'no-runner', missing, need: 'git' }], { nothingSent: true });
    const address = checkWebAddress(webAddressName(options, env), webUrl);
    if (!address.ok)
        throw new src_problem/* ProblemError */.M(address.problems, { nothingSent: true });
    if (!wishes.credentials)
        return new GitSetup(options, undefined);
    const path = newGitFilePath(env['RUNNER_TEMP'] ?? '');
    const folder = (0,external_node_path_.dirname)(path);
    if (!(0,external_node_fs_.existsSync)(folder))
        throw unwritable(folder, 'ENOENT', true);
    const problem = gitProblem(await askVersion(env, folder));
    const variables = includeFiles(env, placesOf(folder, (0,external_node_path_.basename)(path), process.platform));
    const ready = (0,parsed/* combine */.kg)({
        git: problem === undefined ? (0,parsed/* valid */.rZ)(true) : (0,parsed/* invalid */.Gq)(problem),
        variables
    });
    if (!ready.ok)
        throw new src_problem/* ProblemError */.M(ready.problems, { nothingSent: true });
    remember(path);
    return new GitSetup(options, {
        file: new GitFile(path),
        variables: ready.value.variables,
        earlier: earlierGitFiles(env),
        workflowRepository: isOwn ? (env['GITHUB_REPOSITORY'] ?? '') : ''
    });
}
function identityReport(identity) {
    return {
        variables: identityVariables(identity),
        outputs: {
            'git-user-name': identity.name,
            'git-user-email': identity.email,
            'bot-user-id': identity.userId
        },
        lines: [describeIdentity(identity)],
        messages: []
    };
}
/** Which setting the address of the web pages comes from. */
function webAddressName({ isOwn }, env) {
    if (!isOwn)
        return 'github-api-url';
    return (env['GITHUB_SERVER_URL'] ?? '') === '' ? 'GITHUB_API_URL' : 'GITHUB_SERVER_URL';
}


/***/ })

};
;