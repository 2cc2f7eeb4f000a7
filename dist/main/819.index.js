"use strict";
exports.id = 819;
exports.ids = [819];
exports.modules = {

/***/ 3819:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  discardRenewal: () => (/* binding */ discardRenewal),
  prepareRenewal: () => (/* binding */ prepareRenewal),
  startRenewal: () => (/* binding */ startRenewal),
  writeTokenFile: () => (/* binding */ writeTokenFile)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/files.ts
var files = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/git/git-file.ts + 1 modules
var git_file = __webpack_require__(9316);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problems_problem = __webpack_require__(6147);
;// CONCATENATED MODULE: ./src/renew/folder.ts




const OUR_NAME = /^github-app-token-[0-9a-f-]{36}$/;
/** A path in `RUNNER_TEMP` that nobody can guess. */
function newFolderPath(temp) {
    return (0,external_node_path_.join)((0,external_node_path_.resolve)(temp), `github-app-token-${(0,external_node_crypto_.randomUUID)()}`);
}
/** Creates the folder. Only its owner can look into it. Raises errors of the file system. */
function createFolder(path) {
    (0,external_node_fs_.mkdirSync)(path, { mode: 0o700 });
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
    return isDirectlyIn(path, temp) && OUR_NAME.test(basename(path));
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

// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
// EXTERNAL MODULE: ./src/tokens/token-life.ts
var token_life = __webpack_require__(2706);
;// CONCATENATED MODULE: ./src/renew/schedule.ts


/** The present. */
function currentMoment() {
    return { wall: Date.now(), monotonic: monotonicTime() };
}
/** So many milliseconds after a moment. */
function later({ wall, monotonic }, milliseconds) {
    return { wall: wall + milliseconds, monotonic: monotonic + milliseconds };
}
/** Whether a moment has come by one of the clocks. */
function hasCome(moment, now) {
    return now.wall >= moment.wall || now.monotonic >= moment.monotonic;
}
/**
 * How long a token lives, in milliseconds, by its own end.
 *
 * @param now GitHub's time as far as known, in milliseconds since 1970
 */
function lifeOf(expiresAt, now) {
    const life = Date.parse(expiresAt) - now;
    return life > 0 ? Math.min(life, MAX_LIFE_MS) : token_life/* TOKEN_LIFE_MS */.w;
}
/** A clock that is wrong must not keep a token from being renewed. */
const MAX_LIFE_MS = 1.5 * token_life/* TOKEN_LIFE_MS */.w;
/** When a token is renewed: readers always have the other half of its life. */
function renewalDelay(life) {
    return Math.round(life / 2);
}
/** How long to wait until a new token is used: GitHub's servers need some seconds to know it. */
function newTokenDelay(life) {
    return Math.min(5_000, Math.round(life / 20));
}
/**
 * How long to wait after so many failures in a row: half a minute, doubled each time, up to five
 * minutes. It is shorter in proportion if tokens live shorter.
 *
 * @param asked how long GitHub asks to wait, in milliseconds
 */
function retryDelay(failures, life, asked = 0) {
    const delay = Math.min((life / 120) * 2 ** (failures - 1), life / 12);
    // One answer must not put off the renewal until the token is over.
    return Math.max(Math.round(delay), Math.min(asked, Math.round(life / 6)));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
;// CONCATENATED MODULE: ./src/renew/start.ts







/** How long the renewer may take to say that it is ready, in milliseconds. */
const READY_TIMEOUT_MS = 10_000;
/**
 * Starts the renewer, which outlives this process. If that fails, kills it: until it is ready, it
 * creates nothing. Raises `InterruptedError`, what `save` raises, and {@link ProblemError} with
 * `renewal-not-started`.
 */
async function startRenewer(order, options) {
    const child = spawnRenewer(order, options);
    try {
        const failed = failureOf(child);
        // If `save` fails, nobody waits for it.
        failed.catch(ignore);
        if (child.pid !== undefined) {
            options.save(identify(child.pid));
            // If it ended already, it cannot read: its end says why.
            child.stdin?.on('error', ignore);
            child.stdin?.end(JSON.stringify(order));
        }
        await Promise.race([failed, waitUntilReady(child, options.cancelled)]);
    }
    catch (error) {
        child.kill('SIGKILL');
        throw error;
    }
    finally {
        // If too many files are open, Node makes no streams.
        child.stdin?.destroy();
        child.stdout?.destroy();
        child.unref();
    }
}
/** Another error says what is wrong. */
function ignore() {
    // Nothing.
}
/** Node raises some errors, and reports others later. Raises what {@link startRenewer} raises. */
function spawnRenewer(order, { program, env }) {
    try {
        return (0,external_node_child_process_.spawn)(process.execPath, [...flagsFor(order, program), program], {
            env,
            // The folder of the step could then not be removed on Windows.
            cwd: (0,external_node_path_.parse)(program).root,
            // Windows ends other children together with their parent.
            detached: true,
            // The runner would wait for the end of a process that has the streams of the step.
            stdio: ['pipe', 'pipe', 'ignore'],
            windowsHide: true
        });
    }
    catch (error) {
        throw notRunning(error);
    }
}
/**
 * What Node is started with. Without the first flag, any process of the user could switch on the
 * debugger, and read the key. The others stop our own packages from touching other files: they limit
 * neither the network nor what links lead to.
 */
function flagsFor({ folder, git, runner }, program) {
    const bundle = (0,external_node_path_.dirname)(program);
    const writes = [folder, ...(git?.written ?? [])];
    const reads = [
        ...new Set([bundle, (0,external_node_fs_.realpathSync)(bundle)]),
        ...writes,
        ...(runner === undefined ? [] : [statPath(runner.pid)])
    ];
    return [
        '--disable-sigusr1',
        '--permission',
        ...reads.map((path) => `--allow-fs-read=${path}`),
        ...writes.map((path) => `--allow-fs-write=${path}`)
    ];
}
/** Rejects if the process cannot be started, or ends. */
async function failureOf(child) {
    return new Promise((_, reject) => {
        child.once('error', (error) => {
            reject(notRunning(error));
        });
        child.once('exit', (code, signal) => {
            reject(notStarted({ is: 'ended', status: String(code ?? signal) }));
        });
    });
}
async function waitUntilReady({ stdout }, cancelled) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
            reject(notStarted({ is: 'no-answer', seconds: READY_TIMEOUT_MS / 1000 }));
        }, READY_TIMEOUT_MS);
        const stop = () => {
            clearTimeout(timer);
            reject(new errors/* InterruptedError */.p4());
        };
        cancelled.addEventListener('abort', stop, { once: true });
        // It writes nothing else.
        stdout?.once('data', () => {
            clearTimeout(timer);
            cancelled.removeEventListener('abort', stop);
            resolve();
        });
    });
}
function notRunning(error) {
    return notStarted({ is: 'not-running', code: (0,json/* textField */.M8)(error, 'code') });
}
/** The error if the renewer does not start. */
function notStarted(found) {
    return new problems_problem/* ProblemError */.M([{ kind: 'renewal-not-started', found }], { nothingSent: false });
}

// EXTERNAL MODULE: ./src/action/inputs.ts
var inputs = __webpack_require__(1729);
;// CONCATENATED MODULE: ./src/action/start-renewal.ts













/**
 * Creates the folder of a renewal before there is a token. Raises {@link ProblemError} with `no-runner`
 * or `renewal-not-started`.
 */
function prepareRenewal(state, env) {
    const temp = (0,inputs/* readVariable */.nt)(env, 'RUNNER_TEMP');
    if (temp === '') {
        const problem = { kind: 'no-runner', missing: ['RUNNER_TEMP'], need: 'renewal' };
        throw new problems_problem/* ProblemError */.M([problem], { nothingSent: true });
    }
    const renewal = { folder: newFolderPath(temp), secret: (0,external_node_crypto_.randomBytes)(32).toString('base64') };
    // Post must know the folder before it exists.
    state.setRenewal({ ...renewal, process: undefined });
    writeOrFail(() => {
        createFolder(renewal.folder);
    });
    return renewal;
}
/**
 * Ends the renewal and removes its folder if the step fails. It has renewed nothing yet. Never fails: post
 * tries again.
 */
function discardRenewal({ folder }, state) {
    try {
        state.endRenewal(killProcess);
        removeFolder(folder);
    }
    catch {
        // Post tries again, and warns if it cannot.
    }
}
/**
 * Writes the token to its file, and starts what renews it. Raises {@link ProblemError} with
 * `renewal-not-started`, `state-too-large` or `runner-file-unwritable`, and `InterruptedError`.
 */
async function startRenewal(renewal, { created, gitFile }, { config, credential, source, cancelled }, state, env) {
    const tokenFile = writeTokenFile(renewal, created.token);
    const { token, expiresAt, grant, request, isForeign = false } = created;
    const life = lifeOf(expiresAt, source.app?.now() ?? Date.now());
    const order = {
        ...renewal,
        credential,
        request,
        apiUrl: config.api.url,
        first: { token, expiresAt, life, grant, isForeign },
        git: gitFile === undefined ? undefined : { file: gitFile, written: (0,git_file/* pathsWrittenFor */.f5)(gitFile) },
        runner: identify(process.ppid)
    };
    const [, script = ''] = process.argv;
    try {
        await startRenewer(order, {
            program: (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(script)), 'renewer', 'index.js'),
            env: environmentOf(env),
            cancelled,
            save: (renewer) => {
                state.setRenewal({ ...renewal, process: renewer });
            }
        });
    }
    catch (error) {
        // It is killed, and has created nothing: post must not wait for it.
        state.setRenewal({ ...renewal, process: undefined });
        throw error;
    }
    return { tokenFile, delay: renewalDelay(life), messages: messagesOn(order, env) };
}
/** Writes the token to its file, and returns the file. Problem: `renewal-not-started`. */
function writeTokenFile({ folder }, token) {
    const { token: path } = filesOf(folder);
    writeOrFail(() => {
        (0,files/* createFile */.x3)(path, token);
    });
    return path;
}
function writeOrFail(write) {
    try {
        write();
    }
    catch (error) {
        throw notStarted({ is: 'folder-unwritable', code: (0,printable/* printable */.g)((0,json/* textField */.M8)(error, 'code')) });
    }
}
/**
 * The variables that the renewer gets: what leads it to GitHub in the way that main went, and what lets
 * the runner end it. No other, and no input or secret of the job.
 */
const PASSED_ON = new Set([
    'RUNNER_TRACKING_ID',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'NODE_EXTRA_CA_CERTS',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'NODE_USE_SYSTEM_CA',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    // Without it, Node has no network on Windows.
    'SYSTEMROOT',
    'TZ'
]);
function environmentOf(env) {
    const passed = Object.entries(env).filter(([name]) => PASSED_ON.has(name.toUpperCase()));
    return Object.fromEntries(passed);
}
/** Events that can run in a repository with secrets although somebody else has caused them. */
const EVENTS_OF_OTHERS = new Set([
    'pull_request_target',
    'workflow_run',
    'issue_comment'
]);
function messagesOn({ credential, request, runner }, env) {
    const messages = [];
    const event = (0,inputs/* readVariable */.nt)(env, 'GITHUB_EVENT_NAME');
    if (EVENTS_OF_OTHERS.has(event)) {
        messages.push({
            level: 'warning',
            message: `renew: people outside the repository can start this run (${event}). If the job runs code of theirs, that code can read the key in the memory of the process that renews. Then remove \`renew\`.`
        });
    }
    if (credential.kind === 'app' && credential.key.kind === 'pem' && isMemoryReadable()) {
        messages.push({
            level: 'warning',
            message: "renew: on this runner, each process of the job's user can read the memory of the others (ptrace_scope is 0 or missing), and so the key. Do not run code that you do not trust in this job, or set kernel.yama.ptrace_scope to 1."
        });
    }
    if (credential.kind === 'app' && request.requestedPermissions.kind !== 'listed') {
        messages.push({
            level: 'warning',
            message: 'renew: the step does not name its permissions. If somebody gives the App more while the job runs, renewed tokens are refused. Name them with `permissions` or `permission-*`.'
        });
    }
    if (runner === undefined) {
        messages.push({
            level: 'notice',
            message: 'renew: the process that renews does not see the runner, as in a job container. If the runner dies without a post step, tokens are renewed until 6 hours after this step.'
        });
    }
    return messages;
}
/** Whether a process can read the memory of others of the same user. Only Linux says it. */
function isMemoryReadable() {
    if (process.platform !== 'linux')
        return false;
    try {
        return (0,external_node_fs_.readFileSync)('/proc/sys/kernel/yama/ptrace_scope', 'utf8').trim() === '0';
    }
    catch {
        return true;
    }
}


/***/ }),

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   t1: () => (/* binding */ unfinishedPath),
/* harmony export */   x3: () => (/* binding */ createFile)
/* harmony export */ });
/* unused harmony exports isDirectlyIn, isFile */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1968);




/** Whether a path is absolute, has no detours, and is directly in a folder. Not if the folder is empty. */
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
/** No file of ours is anywhere near as large. */
const MAX_BYTES = 4 * 1024 * 1024;
/**
 * The text of a file; undefined if there is something else in its place. Follows no link, and waits
 * for no pipe. Raises errors of the file system, such as `ENOENT`.
 */
function readRegularFile(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path).isSymbolicLink())
        return undefined;
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
    // Windows does not have these flags: they count as 0 there.
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        const isUsable = found.isFile() && found.size <= MAX_BYTES;
        return isUsable ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor, 'utf8') : undefined;
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
    const isShortened = all.filter(({ isWhole }) => isWhole).length > MAX_EXACT;
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
 * Git compares the path of `http.<url>` by whole parts between slashes. So `octo/` does not match
 * `octo-evil/lib`, and `octo/lib` does not match `octo/lib-evil`. It does not match `octo/lib.git`
 * either, which needs its own section.
 */
function headersFor(origin, { path, isWhole }, token) {
    const urls = isWhole ? [path, `${path}.git`] : [path];
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

// UNUSED EXPORTS: NotAFileError, removeGitFile, removeGitFileLocked, replaceTokensInGitFile

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
/** Another process has the lock, or something else is in its place. */
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
        throw unwritable((0,external_node_path_.dirname)(path), reasonOf(error), true);
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
        throw unwritable((0,external_node_path_.dirname)(path), reasonOf(error), false);
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
 * If something else is in its place, that stays. Never fails.
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
            return { kind: 'failed', reason: 'something else is in its place' };
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
/** What is wrong with a file: the code of Node, such as `ENOENT`, or what it is. */
function reasonOf(error) {
    return error instanceof NotAFileError ? 'not a file' : (0,printable/* printable */.g)((0,json/* textField */.M8)(error, 'code'));
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
    const text = (0,files/* readRegularFile */.XF)(path);
    if (text === undefined)
        throw new NotAFileError();
    return text;
}
/** Where a file of ours should be, there is something that is no file, such as a link. */
class NotAFileError extends Error {
    name = 'NotAFileError';
}


/***/ })

};
;