"use strict";
exports.id = 517;
exports.ids = [517,814];
exports.modules = {

/***/ 7517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endRenewal: () => (/* binding */ endRenewal)
});

// EXTERNAL MODULE: ./src/git/git-file.ts + 2 modules
var git_file = __webpack_require__(8814);
// EXTERNAL MODULE: ./src/explain/explain.ts + 55 modules
var explain = __webpack_require__(6978);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/files.ts
var files = __webpack_require__(9148);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/renew/folder.ts




const OUR_NAME = /^github-app-token-[0-9a-f-]{36}$/;
/** A path in `RUNNER_TEMP` that nobody can guess. */
function newFolderPath(temp) {
    return join(resolve(temp), `github-app-token-${randomUUID()}`);
}
/** Creates the folder. Only its owner can look into it. Raises errors of the file system. */
function createFolder(path) {
    mkdirSync(path, { mode: 0o700 });
}
/** The files of a folder. Each is replaced as a whole. */
function filesOf(folder) {
    return {
        token: (0,external_node_path_.join)(folder, 'token'),
        ledger: (0,external_node_path_.join)(folder, 'ledger.json'),
        stop: (0,external_node_path_.join)(folder, 'stop')
    };
}
/** Whether a path is one of {@link newFolderPath}, directly in `RUNNER_TEMP`. */
function isFolderPath(path, temp) {
    return (0,files/* isDirectlyIn */.SQ)(path, temp) && OUR_NAME.test((0,external_node_path_.basename)(path));
}
/** Distinguishes a folder from a later one at the same path. Undefined if there is no folder. */
function identityOfFolder(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    return found?.isDirectory() === true ? `${found.dev} ${found.ino}` : undefined;
}
/** Removes a folder of ours with its files. Follows no link. Raises errors of the file system. */
function removeFolder(path) {
    if (identityOfFolder(path) !== undefined)
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./src/renew/process-identity.ts


/** Identifies a process; undefined if there is none with this number. */
function identify(pid) {
    // In a container, the parent of a step is outside, and its number is 0. 1 is not the runner.
    if (!(pid > 1))
        return undefined;
    const stat = readStat(pid);
    if (stat === 'unknown')
        return isNumberInUse(pid) ? { pid, startTime: '' } : undefined;
    return stat.isAlive ? { pid, startTime: stat.startTime } : undefined;
}
/** Whether a process still runs. One that has ended and is not reaped yet does not. */
function isRunning({ pid, startTime }) {
    const stat = readStat(pid);
    if (stat === 'unknown' || startTime === '')
        return isNumberInUse(pid);
    return stat.isAlive && stat.startTime === startTime;
}
/** Kills a process, if it is certainly that process. */
function killProcess(identity) {
    if (identity.startTime === '' || !isRunning(identity))
        return false;
    return sendSignal(identity.pid, 'SIGKILL') === '';
}
/** The file from which Linux tells of a process. */
function statPath(pid) {
    return `/proc/${pid}/stat`;
}
/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. Other systems do not have it. */
function readStat(pid) {
    if (process.platform !== 'linux')
        return 'unknown';
    try {
        const text = (0,external_node_fs_.readFileSync)(statPath(pid), 'utf8');
        // The name of the program can contain blanks and parentheses.
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        const { 0: state = '', 19: startTime = '' } = fields;
        return { isAlive: !/[ZXx]/.test(state), startTime };
    }
    catch (error) {
        const isGone = ['ENOENT', 'ESRCH'].includes((0,json/* textField */.M8)(error, 'code'));
        return isGone ? { isAlive: false, startTime: '' } : 'unknown';
    }
}
function isNumberInUse(pid) {
    return ['', 'EPERM'].includes(sendSignal(pid, 0));
}
/** The code of the error; empty if there is none. The signal 0 does nothing. */
function sendSignal(pid, signal) {
    try {
        process.kill(pid, signal);
        return '';
    }
    catch (error) {
        return (0,json/* textField */.M8)(error, 'code');
    }
}

;// CONCATENATED MODULE: ./src/renew/ledger.ts


/** The ledger before the first renewal. */
const EMPTY_LEDGER = {
    tokens: [],
    creatingSince: '',
    lost: [],
    renewals: 0,
    renewedAt: '',
    failures: 0,
    lastFailure: undefined,
    isFailing: false,
    gap: undefined,
    end: undefined
};
/** The text of a ledger, with a seal that needs the secret. */
function sealLedger(ledger, secret) {
    const text = JSON.stringify(ledger);
    return JSON.stringify({ ledger: text, seal: sealOf(text, secret).toString('base64') });
}
/** Reads a ledger. Undefined if its seal is not the one of this secret, or if a time in it is not valid. */
function openLedger(sealed, secret) {
    const found = parse(sealed);
    const text = (0,json/* textField */.M8)(found, 'ledger');
    const seal = Buffer.from((0,json/* textField */.M8)(found, 'seal'), 'base64');
    const expected = sealOf(text, secret);
    const isOurs = seal.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(seal, expected);
    if (!isOurs)
        return undefined;
    const ledger = readLedger(parse(text));
    return timesOf(ledger).every(isTime) ? ledger : undefined;
}
/** Every time in a ledger that is shown to people. */
function timesOf({ tokens, lost, renewedAt, lastFailure, gap }) {
    const texts = [renewedAt, lastFailure?.at ?? '', gap?.since ?? '', gap?.until ?? ''];
    return [
        ...texts.filter((text) => text !== ''),
        ...lost,
        ...tokens.map(({ createdAt }) => createdAt)
    ];
}
function isTime(text) {
    return !Number.isNaN(Date.parse(text));
}
/** JSON leaves out what is undefined, so every field is there again. */
function readLedger(value) {
    return { ...EMPTY_LEDGER, ...value };
}
function sealOf(text, secret) {
    return (0,external_node_crypto_.createHmac)('sha256', Buffer.from(secret, 'base64')).update(text).digest();
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
;// CONCATENATED MODULE: ./src/renew/stop.ts








/** How long a renewer may take to end, in milliseconds: longer if GitHub is creating a token. */
const END_TIMEOUT_MS = { idle: 5_000, creating: 12_000 };
/** How long to wait between two looks, in milliseconds. */
const PAUSE_MS = 100;
/**
 * Tells the renewer to end. Nothing is started after this, and git's file is not written any more.
 * Returns the nonce of its answer. Raises errors of the file system.
 */
async function tellToStop({ folder }) {
    const nonce = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    await (0,files/* replaceFile */.fR)(filesOf(folder).stop, nonce);
    return nonce;
}
/**
 * Waits for the renewer's last ledger. Only that one is complete: any other can be old. A renewer that
 * does not answer is killed, if it is certain which process it is. Never rejects.
 *
 * @param nonce the one of its answer; undefined if it could not be told to end
 */
async function waitForEnd(renewer, nonce) {
    const start = (0,time/* monotonicTime */.wI)();
    for (;;) {
        // Looked at first: what it wrote before its end is there after it.
        const isGone = !isRunning(renewer.process);
        const found = stop_readLedger(renewer);
        const waited = (0,time/* monotonicTime */.wI)() - start;
        const waitedSeconds = Math.round(waited / 1000);
        if (isAnswer(found, nonce))
            return { found, how: 'answered', waitedSeconds };
        if (isGone)
            return { found, how: 'gone', waitedSeconds };
        if (waited >= timeoutFor(found)) {
            const how = killProcess(renewer.process) ? 'killed' : 'no-answer';
            // It may have written more until then.
            return { found: stop_readLedger(renewer), how, waitedSeconds };
        }
        await (0,time/* sleep */.yy)(PAUSE_MS);
    }
}
function isAnswer(found, nonce) {
    if (found.is !== 'read')
        return false;
    const { end } = found.ledger;
    return end?.reason === 'stop' && end.nonce === nonce;
}
function timeoutFor(found) {
    const isCreating = found.is === 'read' && found.ledger.creatingSince !== '';
    return isCreating ? END_TIMEOUT_MS.creating : END_TIMEOUT_MS.idle;
}
/** Reads the ledger as it is now. Never fails. */
function stop_readLedger({ folder, secret }) {
    try {
        const text = (0,files/* readOwnFile */.zx)(filesOf(folder).ledger);
        if (text === undefined)
            return { is: 'not-a-file' };
        const ledger = openLedger(text, secret);
        return ledger === undefined ? { is: 'changed' } : { is: 'read', ledger };
    }
    catch (error) {
        const code = (0,printable/* printable */.g)((0,json/* textField */.M8)(error, 'code'));
        return code === 'ENOENT' ? { is: 'missing' } : { is: 'unreadable', code };
    }
}

// EXTERNAL MODULE: ./src/tokens/token-life.ts
var token_life = __webpack_require__(2706);
// EXTERNAL MODULE: ./src/action/help.ts
var help = __webpack_require__(8523);
// EXTERNAL MODULE: ./src/action/inputs.ts + 3 modules
var inputs = __webpack_require__(5189);
// EXTERNAL MODULE: ./src/action/log.ts + 1 modules
var log = __webpack_require__(1302);
;// CONCATENATED MODULE: ./src/action/end-renewal.ts














/**
 * Ends the renewal: tells the renewer to stop, removes git's file, waits for the renewer, and removes
 * its folder. Raises nothing that keeps the tokens from being revoked.
 */
async function endRenewal(saved, cleanup, env) {
    const { folder, process } = saved;
    if (!isFolderPath(folder, (0,inputs/* readVariable */.nt)(env, 'RUNNER_TEMP'))) {
        await removeGit(cleanup, env);
        if (process !== undefined)
            killProcess(process);
        const until = latestEnd();
        const problem = { kind: 'renewal-record-changed', found: { is: 'missing' }, until };
        return {
            tokens: [],
            report: () => {
                if (process !== undefined)
                    warn(problem, env);
            }
        };
    }
    const renewer = process === undefined ? undefined : { ...saved, process };
    const order = renewer === undefined ? undefined : await tryToStop(renewer);
    const isGitRemoved = await removeGit(cleanup, env);
    const end = renewer === undefined ? undefined : await waitForEnd(renewer, order?.nonce);
    // A renewer that was suspended while it had the lock may have made the file again.
    if (isGitRemoved && (0,files/* isThere */.$B)(cleanup.gitFile))
        await removeGit(cleanup, env);
    const unremoved = reasonNotRemoved(folder);
    const ledger = end?.found.is === 'read' ? end.found.ledger : EMPTY_LEDGER;
    const tokens = ledger.tokens
        .filter(({ token }) => token !== '')
        .map(({ token, expiresAt, createdAt, isForeign }) => {
        const subject = `${cleanup.subject} (renewed at ${(0,time/* clockTime */.qo)(createdAt)})`;
        return { token, expiresAt, subject, isForeign };
    });
    return {
        tokens,
        report: () => {
            if (end !== undefined)
                report(end, problemsOf(end, order?.failure), env);
            if (unremoved !== undefined) {
                const message = `The folder with the renewed token was not removed: ${unremoved}.`;
                log/* annotate */.fz({ level: 'warning', message });
            }
        }
    };
}
/** A folder that is gone stops the renewer, too. */
async function tryToStop(renewer) {
    try {
        // Nothing is written through a link.
        if (identityOfFolder(renewer.folder) === undefined)
            return {};
        return { nonce: await tellToStop(renewer) };
    }
    catch (error) {
        return { failure: (0,printable/* printable */.g)((0,json/* textField */.M8)(error, 'code')) };
    }
}
/**
 * Removes git's file. Call it after the renewer was told to stop, because it then no longer writes the
 * file. Returns whether a file was removed.
 */
async function removeGit({ gitFile, onGitFileRemoved }, env) {
    if (gitFile === '')
        return false;
    const removal = await (0,git_file/* removeGitFileLocked */.Vt)(gitFile, env);
    onGitFileRemoved(removal);
    return removal.kind === 'removed';
}
/** Removes the folder. Returns the reason if it cannot be removed. */
function reasonNotRemoved(folder) {
    try {
        removeFolder(folder);
        return undefined;
    }
    catch (error) {
        return (0,printable/* printable */.g)((0,json/* textField */.M8)(error, 'code')) || 'the reason is not known';
    }
}
function report({ found }, problems, env) {
    if (found.is !== 'read') {
        // Without a record, it is not known what was renewed.
        for (const problem of problems)
            warn(problem, env);
        return;
    }
    const { ledger } = found;
    log/* info */.pq(describeRenewals(ledger, problems.length === 0));
    const isTold = problems.some(({ kind }) => kind === 'renewal-failed');
    const { lastFailure, failures } = ledger;
    if (lastFailure !== undefined && !isTold) {
        const times = failures === 1 ? 'One renewal failed and was' : `${failures} renewals failed and were`;
        log/* info */.pq(`${times} tried again in time. The last, at ${(0,time/* clockTime */.qo)(lastFailure.at)}: ${lastFailure.reason}`);
    }
    for (const problem of problems)
        warn(problem, env);
    if (ledger.tokens.length === 0)
        return;
    log/* folded */.TM("The renewed tokens as GitHub's audit log names them (SHA-256)", ledger.tokens.map(({ hash, createdAt }) => `${(0,time/* clockTime */.qo)(createdAt)} ${hash}`));
}
function describeRenewals({ renewals, renewedAt }, isFine) {
    if (renewals === 0)
        return isFine ? 'No renewal was needed' : 'The token was not renewed';
    const times = renewals === 1 ? 'once, at' : `${renewals} times, last at`;
    return `Renewed ${times} ${(0,time/* clockTime */.qo)(renewedAt)}`;
}
function warn(problem, env) {
    const [{ code, problem: text, fix }] = (0,explain/* explainProblems */.Q)([problem]);
    const message = `${text}\nFix: ${fix}\nHelp: ${(0,help/* helpPage */.r)(env)}#${code}`;
    log/* annotate */.fz({ level: 'warning', message });
}
/**
 * Everything that is not as it should be. Only an answer to post's own nonce is complete.
 *
 * @param stopFailure why the process could not be told to end; undefined if it was told
 */
function problemsOf(end, stopFailure) {
    const { found } = end;
    const until = latestEnd();
    if (found.is !== 'read') {
        // A renewer that works writes it again.
        return found.is === 'missing'
            ? [stopped(end, undefined, stopFailure, until)]
            : [{ kind: 'renewal-record-changed', found, until }];
    }
    const { ledger } = found;
    const isComplete = end.how === 'answered';
    const count = ledger.lost.length + (!isComplete && ledger.creatingSince !== '' ? 1 : 0);
    const lastLost = isComplete ? (ledger.lost.toSorted().at(-1) ?? until) : until;
    return [
        ...(isComplete ? [] : [stopped(end, ledger, stopFailure, until)]),
        ...(count === 0 ? [] : [{ kind: 'renewal-token-lost', count, until: lastLost }]),
        ...failed(ledger)
    ];
}
/** Until now, a token may have been created that is not in the ledger. */
function latestEnd() {
    return (0,time/* isoTime */.Ly)(Date.now() + token_life/* TOKEN_LIFE_MS */.w);
}
function stopped(end, ledger, stopFailure, until) {
    return { kind: 'renewal-stopped', found: howStopped(end, ledger, stopFailure), until };
}
function howStopped({ how, waitedSeconds }, ledger, stopFailure) {
    const reason = ledger?.end;
    if (reason?.reason === 'too-old')
        return { is: 'too-old', hours: reason.hours };
    if (reason?.reason === 'no-runner')
        return { is: 'no-runner' };
    if (how === 'gone')
        return { is: 'gone' };
    return stopFailure !== undefined
        ? { is: 'not-told', code: stopFailure }
        : { is: 'no-answer', seconds: waitedSeconds, isKilled: how === 'killed' };
}
function failed({ failures, lastFailure, isFailing, gap }) {
    if (gap === undefined && !isFailing)
        return [];
    return [{ kind: 'renewal-failed', failures, last: lastFailure, gap }];
}


/***/ }),

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   SQ: () => (/* binding */ isDirectlyIn),
/* harmony export */   ZJ: () => (/* binding */ NotAFileError),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   t1: () => (/* binding */ unfinishedPath),
/* harmony export */   zx: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* unused harmony exports createFile, isFile */
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
    return folder !== '' && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path) === path && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder);
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

/***/ 8814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  removeGitFile: () => (/* binding */ removeGitFile),
  Vt: () => (/* binding */ removeGitFileLocked)
});

// UNUSED EXPORTS: createGitFile, discardGitFile, isGitFileName, newGitFilePath, pathsWrittenFor, readGitFileOrNothing, replaceTokensInGitFile, unwritable, updateEarlierFiles, writeGitFile

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files.ts
var files = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problem = __webpack_require__(6147);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts
var src_printable = __webpack_require__(5260);
;// CONCATENATED MODULE: ./src/git/config-text.ts
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
function config_text_withTokenReplaced(text, older, token) {
    return older
        .filter((one) => one !== '')
        .reduce((rest, one) => rest.replaceAll(basic(one), basic(token)), text);
}
/**
 * The text of an earlier file, without the addresses that are in a newer text. If an address were
 * in both, git would use the newer header, because an empty `extraHeader` resets the list. Git LFS
 * does not know that reset: it sends both headers, and GitHub answers 400.
 */
function config_text_withoutAddressesOf(newer, earlier) {
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
class lock_LockedError extends Error {
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
            throw new lock_LockedError('the lock is not free');
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
    return join(resolve(folder), `git-credentials-${randomUUID()}.gitconfig`);
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
        closeSync(openSync(path, 'wx', 0o600));
    }
    catch (error) {
        throw unwritable(dirname(path), codeOf(error), true);
    }
}
/** Fills the file. Raises {@link ProblemError} with `git-file-unwritable`. */
function writeGitFile(path, text) {
    try {
        const descriptor = openSync(path, constants.O_WRONLY | NO_LINK);
        try {
            writeFileSync(descriptor, text);
        }
        finally {
            closeSync(descriptor);
        }
    }
    catch (error) {
        throw unwritable(dirname(path), codeOf(error), false);
    }
}
/** Removes the file that this step created. Never fails. */
function discardGitFile(path) {
    try {
        rmSync(path, { force: true });
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
    if (!(0,files/* isDirectlyIn */.SQ)(path, folder) || !isGitFileName((0,external_node_path_.basename)(path))) {
        return { kind: 'failed', reason: 'it is not in RUNNER_TEMP' };
    }
    try {
        // A process that was killed while it wrote leaves this file, which contains the same tokens.
        remove((0,files/* unfinishedPath */.t1)(path));
        const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        if (found === undefined)
            return { kind: 'absent' };
        if (!found.isFile())
            return { kind: 'failed', reason: NOT_A_FILE };
        (0,external_node_fs_.rmSync)(path);
        return { kind: 'removed' };
    }
    catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
    }
}
/** Removes whatever is at a path. Follows no link. */
function remove(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found !== undefined)
        (0,external_node_fs_.rmSync)(path, { recursive: found.isDirectory() });
}
/** The error if the file cannot be written. */
function unwritable(folder, reason, nothingSent) {
    const problem = { kind: 'git-file-unwritable', folder: printable(folder), reason };
    return new ProblemError([problem], { nothingSent });
}
/** The code of an error of the file system, such as `ENOENT`. Raises any other error again. */
function codeOf(error) {
    const code = printable(textField(error, 'code'));
    if (code === '')
        throw error;
    return code;
}
const NOT_A_FILE = 'it was replaced by something that is not a file';
/** Why a file cannot be changed, for a function that never fails. */
function reasonOf(error) {
    if (error instanceof files/* NotAFileError */.ZJ)
        return NOT_A_FILE;
    return (0,src_printable/* printable */.g)((0,json/* textField */.M8)(error, 'code')) || 'the reason is not known';
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
            await withLock(gitLockPath(dirname(newerFile)), async () => {
                const text = readGitFile(file);
                const rest = withoutAddressesOf(newer, text);
                if (rest !== text)
                    await replaceFile(file, rest);
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
    return [path, unfinishedPath(path), gitLockPath(dirname(path))];
}
/**
 * Does what {@link removeGitFile} does while no other process can change the file, so that a renewal
 * does not make it again. Never fails.
 */
async function removeGitFileLocked(path, env) {
    // The lock is beside the file: elsewhere, nothing is touched.
    if (!(0,files/* isDirectlyIn */.SQ)(path, env['RUNNER_TEMP'] ?? ''))
        return removeGitFile(path, env);
    try {
        return await lock_withLock(gitLockPath((0,external_node_path_.dirname)(path)), () => removeGitFile(path, env));
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
    if (!isThere(path))
        return '';
    const text = readOwnFile(path);
    if (text === undefined)
        throw new NotAFileError('git-file');
    return text;
}


/***/ })

};
;