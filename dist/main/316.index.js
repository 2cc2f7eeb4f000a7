"use strict";
exports.id = 316;
exports.ids = [316];
exports.modules = {

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   ZJ: () => (/* binding */ NotAFileError),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   t1: () => (/* binding */ unfinishedPath),
/* harmony export */   x3: () => (/* binding */ createFile),
/* harmony export */   zx: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* unused harmony exports isDirectlyIn, isFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1968);




/**
 * Whether a path is absolute, has no detours, and is directly in a folder. False if `folder` is an empty
 * text.
 */
function isDirectlyIn(path, folder) {
    return folder !== '' && resolve(path) === path && dirname(path) === resolve(folder);
}
/** Creates a file that only its owner can read. Raises an error if there is something already. */
function createFile(path, text) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text, { flag: 'wx', mode: 0o600 });
}
/** Where {@link replaceFile} writes the new text first. A process that was killed leaves it there. */
function unfinishedPath(path) {
    return `${path}.new`;
}
/** On Windows, a file cannot be replaced while another process has it open. In milliseconds. */
const REPLACE_DELAYS_MS = [20, 50, 100, 200, 500, 1_000];
/**
 * Writes a file, or replaces it: a reader gets the old text or the new one. Replaces a link, and never
 * follows it. One process at a time may do it. Raises errors of the file system.
 */
async function replaceFile(path, text) {
    const beside = unfinishedPath(path);
    // A process that was killed may have left it.
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(beside, { force: true });
    try {
        createFile(beside, text);
        await moveWhenFree(beside, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(beside, { force: true });
        throw error;
    }
}
async function moveWhenFree(from, to) {
    for (const delay of REPLACE_DELAYS_MS) {
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, to);
            return;
        }
        catch (error) {
            if (!IN_USE.has((0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(error, 'code')))
                throw error;
        }
        await (0,_time__WEBPACK_IMPORTED_MODULE_2__/* .sleep */ .yy)(delay);
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, to);
}
const IN_USE = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Whether there is something at a path. A link counts, also one that leads nowhere. */
function isThere(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/** Whether there is a file at a path, and not a link to one. */
function isFile(path) {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
/** Something that is not a file, such as a link, is where a file of ours should be. */
class NotAFileError extends Error {
    name = 'NotAFileError';
    file;
    constructor(file) {
        super(`not a file: ${file}`);
        this.file = file;
    }
}
/** No file of ours is anywhere near as large. */
const MAX_BYTES = 4 * 1024 * 1024;
/**
 * The text of a file that this action wrote; undefined if something else is there. Follows no link, and waits
 * for no pipe. Raises errors of the file system, such as `ENOENT`.
 */
function readOwnFile(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isFile())
        return undefined;
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
    // Windows does not have these flags: they count as 0 there.
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        // If something else has taken its place since, reading it fails.
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        return size <= MAX_BYTES ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}


/***/ }),

/***/ 3798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iK: () => (/* binding */ withoutAddressesOf),
/* harmony export */   r8: () => (/* binding */ gitConfiguration),
/* harmony export */   w9: () => (/* binding */ withoutExceptionsTo)
/* harmony export */ });
/* unused harmony export withTokenReplaced */
/** The characters of repository names. Any other character ends a name. */
const NAME_CHARACTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-');
/** The rules that match exact names would slow down git with more repositories than this. */
const MAX_EXACT = 25;
const HEAD = '# Credentials for one job, which removes them when it ends.\n';
/**
 * The text of a git configuration file that lets git use each token for what the token reaches.
 * HTTPS requests get the `Authorization` header of the token. SSH addresses (`git@host:owner/name`,
 * `ssh://git@host/owner/name`) are rewritten to HTTPS.
 *
 * `http.<url>.extraHeader` is a list. Every matching section adds to it, unless a better match came
 * before. An empty value resets the list, so one stands before each header: git never sends a
 * second `Authorization` header.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
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
    const isShortened = all.filter(({ isRepository }) => isRepository).length > MAX_EXACT;
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
            return reach.owners.map((owner) => ({ path: `${owner}/`, isRepository: false }));
        case 'repositories':
            return reach.names.map((path) => ({ path, isRepository: true }));
    }
}
/**
 * Git compares the path of `http.<url>` by whole parts between slashes. So `octo/` does not match
 * `octo-evil/lib`, and `octo/lib` does not match `octo/lib-evil`. It does not match `octo/lib.git`
 * either, which needs its own section.
 */
function headersFor(origin, { path, isRepository }, token) {
    const urls = isRepository ? [path, `${path}.git`] : [path];
    return urls.map((url) => section('http', `${origin}/${url}`, [
        'extraHeader = ""',
        `extraHeader = "Authorization: Basic ${basic(token)}"`
    ]));
}
/**
 * Git rewrites every address that begins with the value of `insteadOf`. If several match, it uses
 * the longest, and of equally long ones the first. `octo/lib` must not rewrite `octo/lib-evil`, nor
 * `octo/octo.git` rewrite `octo/octo.github.io`. So each longer beginning, one for each character
 * that can follow the name, is "rewritten" to itself.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlbaseinsteadOf
 */
function rewritesFor(web, ssh, addresses, isShortened) {
    const whole = addresses.filter(({ isRepository }) => isRepository).map(({ path }) => path);
    const rewritten = new Set([...(isShortened ? [] : whole), ...whole.map((path) => `${path}.git`)]);
    const continuations = isShortened ? ['h'] : NAME_CHARACTERS;
    const longer = [...rewritten].flatMap((path) => continuations.map((next) => path + next));
    const left = longer.filter((path) => !rewritten.has(path));
    const owners = addresses.filter(({ isRepository }) => !isRepository).map(({ path }) => path);
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
 * The token as git sends it, with the user name that GitHub expects:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
 */
function basic(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}
/** The text of a file, with a new token instead of older ones. Nothing else changes. */
function withTokenReplaced(text, older, token) {
    return older
        .filter((one) => one !== '')
        .reduce((rest, one) => rest.replaceAll(basic(one), basic(token)), text);
}
/**
 * The text of an earlier file, without the addresses that are in a newer text. If an address were
 * in both, git would use the newer header, because an empty `extraHeader` resets the list. Git LFS
 * does not know that reset: it sends both headers, and GitHub answers 400.
 */
function withoutAddressesOf(newer, earlier) {
    const sections = sectionsOf(newer);
    const urls = new Set(sections.flatMap(({ url }) => url ?? []));
    const aliases = rewrittenBy(sections);
    return keep(earlier, (section) => !(section.url !== undefined && urls.has(section.url)) &&
        !(section.alias !== undefined && aliases.has(section.alias)) &&
        !isOverruled(section, aliases));
}
/**
 * The text of a newer file, without the exceptions for addresses that an earlier file rewrites:
 * they would stop that.
 */
function withoutExceptionsTo(earlier, newer) {
    const aliases = rewrittenBy(sectionsOf(earlier));
    return keep(newer, (section) => !isOverruled(section, aliases));
}
/** A rule for an owner ends with a slash, and rewrites every repository of the owner. */
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
/** Any other text becomes a section without an address, which is kept. */
function sectionsOf(text) {
    return text.split(/^(?=\[)/m).map((section) => {
        const [, url, base, alias] = /^\[(?:http "([^"\n]*)"|url "([^"\n]*)"\]\n\tinsteadOf = (.*))/.exec(section) ?? [];
        if (alias !== undefined)
            return { text: section, alias, isException: alias === base };
        return url === undefined ? { text: section } : { text: section, url };
    });
}


/***/ }),

/***/ 9316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pC: () => (/* binding */ createGitFile),
  B8: () => (/* binding */ discardGitFile),
  U2: () => (/* binding */ isGitFileName),
  wK: () => (/* binding */ newGitFilePath),
  f5: () => (/* binding */ pathsWrittenFor),
  fv: () => (/* binding */ readGitFileOrNothing),
  mP: () => (/* binding */ unwritable),
  JR: () => (/* binding */ updateEarlierFiles),
  qb: () => (/* binding */ writeGitFile)
});

// UNUSED EXPORTS: removeGitFile, removeGitFileLocked, replaceTokensInGitFile

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files.ts
var files = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problems_problem = __webpack_require__(6147);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/git/config-text.ts
var config_text = __webpack_require__(3798);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
;// CONCATENATED MODULE: ./src/git/lock.ts



const SYSTEM_CLOCK = { monotonic: time/* monotonicTime */.wI, sleep: time/* sleep */.yy };
/** How long to wait for a lock, in milliseconds: much less than the time limit of a step. */
const LOCK_TIMEOUT_MS = 10_000;
/**
 * A process has the lock for some milliseconds, or for two seconds if the file is in use. If a lock
 * stays longer than this, its process is dead.
 */
const MAX_HELD_MS = 5_000;
/** How long to wait between two attempts, in milliseconds. */
const PAUSE_MS = 50;
/** Another process has the lock, or something that is not a file is there. */
class LockedError extends Error {
    name = 'LockedError';
}
/**
 * Does some work while no other process works with the same lock. The lock is a file. The work must
 * be short. A lock of a dead process is removed. Raises {@link LockedError},
 * and errors of the file system.
 */
async function lock_withLock(path, work, clock = SYSTEM_CLOCK) {
    const own = await acquire(path, clock);
    try {
        return await work();
    }
    finally {
        // If this process was suspended, another one may have removed its lock and created its own.
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
        else if (found !== undefined && now - since >= MAX_HELD_MS)
            (0,external_node_fs_.rmSync)(path, { force: true });
        if (now - start >= LOCK_TIMEOUT_MS)
            throw new LockedError('the lock is not free');
        await clock.sleep(PAUSE_MS);
    }
}
/** Creates the lock. Undefined if there is one already. Follows no link. */
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
/** Distinguishes a lock from a later one at the same path. Undefined if there is no file. */
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
/** Do not follow a link. Windows does not have this flag: it counts as 0 there. */
const NO_LINK = external_node_fs_.constants.O_NOFOLLOW;
const OUR_NAME = /^git-credentials-[0-9a-f-]{36}\.gitconfig$/;
/** Whether {@link newGitFilePath} makes such names. */
function isGitFileName(name) {
    return OUR_NAME.test(name);
}
/**
 * Creates the file from which git reads the tokens, empty. Only its owner can read it (on Windows,
 * the rights of the folder apply). Raises {@link ProblemError} with `git-file-unwritable`.
 */
function createGitFile(path) {
    try {
        // Fails if there is a file or link already.
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, 'wx', 0o600));
    }
    catch (error) {
        throw unwritable((0,external_node_path_.dirname)(path), codeOf(error), true);
    }
}
/** Fills the file. Raises {@link ProblemError} with `git-file-unwritable`. */
function writeGitFile(path, text) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | NO_LINK);
        try {
            (0,external_node_fs_.writeFileSync)(descriptor, text);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch (error) {
        throw unwritable((0,external_node_path_.dirname)(path), codeOf(error), false);
    }
}
/** Removes the file that this step created. Never fails. */
function discardGitFile(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { force: true });
    }
    catch {
        // Post tries again, and warns if it cannot.
    }
}
/**
 * Removes the file that main created. It must have a name of ours and be directly in `RUNNER_TEMP`.
 * If something that is not a file is there, that stays. Never fails.
 */
function removeGitFile(path, env) {
    const folder = env['RUNNER_TEMP'] ?? '';
    if (!isDirectlyIn(path, folder) || !isGitFileName(basename(path))) {
        return { kind: 'failed', reason: 'it is not in RUNNER_TEMP' };
    }
    try {
        // A process that was killed while it wrote leaves this file, which contains the same tokens.
        remove(unfinishedPath(path));
        const found = lstatSync(path, { throwIfNoEntry: false });
        if (found === undefined)
            return { kind: 'absent' };
        if (!found.isFile())
            return { kind: 'failed', reason: NOT_A_FILE };
        rmSync(path);
        return { kind: 'removed' };
    }
    catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
    }
}
/** Removes whatever is at a path. Follows no link. */
function remove(path) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found !== undefined)
        rmSync(path, { recursive: found.isDirectory() });
}
/** The error if the file cannot be written. */
function unwritable(folder, reason, nothingSent) {
    const problem = { kind: 'git-file-unwritable', folder: (0,printable/* printable */.g)(folder), reason };
    return new problems_problem/* ProblemError */.M([problem], { nothingSent });
}
/** The code of an error of the file system, such as `ENOENT`. Raises any other error again. */
function codeOf(error) {
    const code = (0,printable/* printable */.g)((0,json/* textField */.M8)(error, 'code'));
    if (code === '')
        throw error;
    return code;
}
const NOT_A_FILE = 'it was replaced by something that is not a file';
/** Why a file cannot be changed, for a function that never fails. */
function reasonOf(error) {
    if (error instanceof files/* NotAFileError */.ZJ)
        return NOT_A_FILE;
    return (0,printable/* printable */.g)((0,json/* textField */.M8)(error, 'code')) || 'the reason is not known';
}
/**
 * Removes the addresses of a newer file from the files of earlier uses. Returns the reason if it
 * cannot. Never throws: git itself works with both files, so the job can go on.
 */
async function updateEarlierFiles(newerFile, earlierFiles) {
    if (earlierFiles.length === 0)
        return undefined;
    try {
        const newer = readGitFile(newerFile);
        // If git can use no token, there is no file.
        if (newer === '')
            return undefined;
        for (const file of earlierFiles) {
            await lock_withLock(gitLockPath((0,external_node_path_.dirname)(newerFile)), async () => {
                const text = readGitFile(file);
                const rest = (0,config_text/* withoutAddressesOf */.iK)(newer, text);
                if (rest !== text)
                    await (0,files/* replaceFile */.fR)(file, rest);
            });
        }
        return undefined;
    }
    catch (error) {
        return error instanceof LockedError ? 'another process has locked it' : reasonOf(error);
    }
}
/**
 * The lock for changing files that git may be reading. All steps of a job use the same lock.
 *
 * @param folder `RUNNER_TEMP`
 */
function gitLockPath(folder) {
    return (0,external_node_path_.join)(folder, 'git-credentials.lock');
}
/**
 * Replaces older tokens in a file by a new one, for the addresses that are still in it. Never makes a
 * file that is gone. Raises `LockedError`, and errors of the file system.
 *
 * @param isAllowed asked while no other process can change the file
 */
async function replaceTokensInGitFile(path, older, token, isAllowed) {
    await withLock(gitLockPath(dirname(path)), async () => {
        if (!isAllowed())
            return;
        const text = readGitFile(path);
        const renewed = withTokenReplaced(text, older, token);
        if (renewed !== text)
            await replaceFile(path, renewed);
    });
}
/** The paths that {@link replaceTokensInGitFile} writes. */
function pathsWrittenFor(path) {
    return [path, (0,files/* unfinishedPath */.t1)(path), gitLockPath((0,external_node_path_.dirname)(path))];
}
/**
 * Does what {@link removeGitFile} does while no other process can change the file, so that a renewal
 * does not make it again. Never fails.
 */
async function removeGitFileLocked(path, env) {
    // The lock is beside the file: elsewhere, nothing is touched.
    if (!isDirectlyIn(path, env['RUNNER_TEMP'] ?? ''))
        return removeGitFile(path, env);
    try {
        return await withLock(gitLockPath(dirname(path)), () => removeGitFile(path, env));
    }
    catch {
        return removeGitFile(path, env);
    }
}
/** The text of a file for git. Empty if there is no such file, or if it cannot be read. */
function readGitFileOrNothing(path) {
    try {
        return readGitFile(path);
    }
    catch {
        return '';
    }
}
/** The text of a file. Empty if there is none. Raises {@link NotAFileError}, and errors of the file system. */
function readGitFile(path) {
    if (!(0,files/* isThere */.$B)(path))
        return '';
    const text = (0,files/* readOwnFile */.zx)(path);
    if (text === undefined)
        throw new files/* NotAFileError */.ZJ('git-file');
    return text;
}


/***/ })

};
;