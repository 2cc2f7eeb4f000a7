"use strict";
exports.id = 186;
exports.ids = [186];
exports.modules = {

/***/ 805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeGitFile: () => (/* binding */ removeGitFile)
/* harmony export */ });
/* unused harmony exports newGitFilePath, isGitFileName, unfinishedPath, GitFile, unwritable, codeOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _explanation__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(908);
/* harmony import */ var _shape__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(297);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(260);
/* harmony import */ var _environment__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(999);







/** A path in `RUNNER_TEMP` that nobody can guess. */
function newGitFilePath(folder) {
    return join(resolve(folder), `git-credentials-${randomUUID()}.gitconfig`);
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
 * who may read it). Raises {@link ExplainedError} with `git-file-unwritable`.
 */
class GitFile {
    #path;
    #descriptor;
    #isOpen = true;
    constructor(path) {
        this.#path = path;
        try {
            // Never a file or link that was there before.
            this.#descriptor = openSync(path, 'wx', 0o600);
        }
        catch (error) {
            throw unwritable(dirname(path), codeOf(error), true);
        }
    }
    /** Fills the file, once. */
    write(text) {
        try {
            writeFileSync(this.#descriptor, text);
            this.#close();
        }
        catch (error) {
            throw unwritable(dirname(this.#path), codeOf(error), false);
        }
    }
    /** Removes the file. Never fails: what cannot be removed is left to post. */
    discard() {
        try {
            this.#close();
            rmSync(this.#path, { force: true });
        }
        catch {
            // Post tries again, and says why it cannot.
        }
    }
    #close() {
        if (!this.#isOpen)
            return;
        this.#isOpen = false;
        closeSync(this.#descriptor);
    }
}
/**
 * Removes the file that main left: only one of our own making that lies in `RUNNER_TEMP` itself, and
 * nothing that somebody put in its place. Never fails.
 */
function removeGitFile(path, env) {
    const folder = (0,_environment__WEBPACK_IMPORTED_MODULE_5__/* .readVariable */ .nt)(env, 'RUNNER_TEMP');
    const isInside = folder !== '' && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path) === path && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path) === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
    if (!isInside || !isGitFileName((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(path))) {
        return { kind: 'failed', reason: 'it does not lie in RUNNER_TEMP' };
    }
    try {
        // Left by a process that was killed while it wrote: it holds the same tokens.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(unfinishedPath(path), { force: true });
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
        if (found === undefined)
            return { kind: 'absent' };
        if (!found.isFile())
            return { kind: 'failed', reason: 'something else lies in its place' };
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(path);
        return { kind: 'removed' };
    }
    catch (error) {
        return { kind: 'failed', reason: codeOf(error) };
    }
}
/** What is said where the file cannot be written. */
function unwritable(folder, reason, nothingSent) {
    return new ExplainedError([
        {
            code: 'git-file-unwritable',
            title: 'The file for git cannot be written',
            problem: `git-credentials is true, but its file cannot be written in RUNNER_TEMP (${printable(folder)}): ${reason}.`,
            fix: "see to it that RUNNER_TEMP exists, has room, and belongs to the runner's user."
        }
    ], { nothingSent });
}
/** Node's code for an error of the file system, such as `ENOENT`. */
function codeOf(error) {
    return (0,_printable__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g)((0,_shape__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(error, 'code'));
}


/***/ })

};
;