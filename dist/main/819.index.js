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
/**
 * How long after its creation a token is renewed, in milliseconds like `life`: readers always have the
 * other half of its life.
 */
function renewalDelay(life) {
    return Math.round(life / 2);
}
/**
 * How long to wait until a new token is used, in milliseconds like `life`: GitHub's servers need some
 * seconds to know it.
 */
function newTokenDelay(life) {
    return Math.min(5_000, Math.round(life / 20));
}
/**
 * How long to wait after so many failures in a row: half a minute, doubled each time, up to five
 * minutes. It is shorter in proportion if tokens live shorter. All times are in milliseconds.
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
function spawnRenewer(order, { program, env, certificateFlags }) {
    try {
        // Node looks up the real path of its program, and may not read a link on the way.
        const real = (0,external_node_fs_.realpathSync)(program);
        return (0,external_node_child_process_.spawn)(process.execPath, [...certificateFlags, ...flagsFor(order, real), real], {
            env,
            // The folder of the step could then not be removed on Windows.
            cwd: (0,external_node_path_.parse)(real).root,
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
 * debugger, and read the key. The rights stop our own packages from touching other files: they limit
 * neither the network nor what links lead to.
 *
 * @param program its real path
 */
function flagsFor({ folder, git, runner }, program) {
    const writes = [folder, ...(git?.written ?? [])];
    const reads = [
        (0,external_node_path_.dirname)(program),
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
        state.killRenewer(killProcess);
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
            certificateFlags: certificateFlags(env),
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
/** Those that are paths. The renewer works in another folder than main, so they must be absolute. */
const PATHS = new Set(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR']);
function environmentOf(env) {
    const passed = Object.entries(env)
        .filter(([name, value]) => PASSED_ON.has(name.toUpperCase()) && value !== '')
        .map(([name, value]) => [name, PATHS.has(name) ? (0,external_node_path_.resolve)(value) : value]);
    return Object.fromEntries(passed);
}
/** `NODE_OPTIONS` is not passed on, except for these. */
const CERTIFICATE_FLAGS = ['--use-openssl-ca', '--use-system-ca', '--use-bundled-ca'];
function certificateFlags(env) {
    const words = (0,inputs/* readVariable */.nt)(env, 'NODE_OPTIONS').split(/\s+/);
    return CERTIFICATE_FLAGS.filter((flag) => words.includes(flag));
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


/***/ })

};
;