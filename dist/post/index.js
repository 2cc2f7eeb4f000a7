/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var net = __nccwpck_require__(278);
var tls = __nccwpck_require__(756);
var http = __nccwpck_require__(611);
var https = __nccwpck_require__(692);
var events = __nccwpck_require__(434);
var assert = __nccwpck_require__(613);
var util = __nccwpck_require__(23);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
exports.debug = debug; // for test


/***/ }),

/***/ 613:
/***/ ((module) => {

module.exports = require("assert");

/***/ }),

/***/ 434:
/***/ ((module) => {

module.exports = require("events");

/***/ }),

/***/ 611:
/***/ ((module) => {

module.exports = require("http");

/***/ }),

/***/ 692:
/***/ ((module) => {

module.exports = require("https");

/***/ }),

/***/ 278:
/***/ ((module) => {

module.exports = require("net");

/***/ }),

/***/ 756:
/***/ ((module) => {

module.exports = require("tls");

/***/ }),

/***/ 23:
/***/ ((module) => {

module.exports = require("util");

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
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
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
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: ./src/config/permission-list.ts
// Generated by scripts/generate-permissions.ts from GitHub's OpenAPI description.
const readWrite = ['read', 'write'];
const readWriteAdmin = ['read', 'write', 'admin'];
/**
 * Permissions of GitHub's published description (`components.schemas["app-permissions"]` of
 * github.com, Enterprise Cloud and Enterprise Server together), with the levels it names. A help,
 * not a wall: the description drifts behind what GitHub really takes.
 */
const permission_list_KNOWN_PERMISSIONS = new Map([
    ['actions', readWrite],
    ['administration', readWrite],
    ['artifact_metadata', readWrite],
    ['attestations', readWrite],
    ['checks', readWrite],
    ['code_quality', readWrite],
    ['codespaces', readWrite],
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
    ['metadata', readWrite],
    ['organization_administration', readWrite],
    ['organization_announcement_banners', readWrite],
    ['organization_copilot_agent_settings', readWrite],
    ['organization_copilot_seat_management', readWrite],
    ['organization_custom_org_roles', readWrite],
    ['organization_custom_properties', readWriteAdmin],
    ['organization_custom_roles', readWrite],
    ['organization_events', ['read']],
    ['organization_hooks', readWrite],
    ['organization_packages', readWrite],
    ['organization_personal_access_token_requests', readWrite],
    ['organization_personal_access_tokens', readWrite],
    ['organization_plan', ['read']],
    ['organization_projects', readWriteAdmin],
    ['organization_secrets', readWrite],
    ['organization_self_hosted_runners', readWrite],
    ['organization_user_blocking', readWrite],
    ['packages', readWrite],
    ['pages', readWrite],
    ['profile', ['write']],
    ['pull_requests', readWrite],
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
/** Permissions that this action once had an input for and that GitHub has since dropped. */
const permission_list_RETIRED_PERMISSIONS = new Set(['team_discussions']);

;// CONCATENATED MODULE: ./src/config/permissions.ts





/** How far a permission reaches. `write` includes `read`, `admin` includes `write`. */
const LEVELS = ['read', 'write', 'admin'];
/** Whether a text is one of the levels. */
function permissions_isLevel(text) {
    return LEVELS.includes(text);
}
/** Whether the first level gives at least what the second does. */
function covers(level, other) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(other);
}
/**
 * Reads what permissions the token shall have, from `permissions` and from every `permission-<name>`
 * input. Undefined: none were named, so the token gets all that the installation was granted.
 * A name outside GitHub's published list draws a warning and is sent, since GitHub may know it
 * before the list does; one that is nearly a listed name is a problem.
 * Problems: `permission-malformed`, `permission-unknown`, `permission-conflict`.
 *
 * @param permissions the input `permissions`: lines or a comma list of `name: level`, or JSON
 * @param inputs every input whose name begins with `permission`, but `permissions` itself, by its
 *   lower-case name as the workflow has it (`permission-contents`)
 */
function parsePermissions(permissions, inputs) {
    const list = parseList(permissions);
    const named = parseInputs(inputs);
    const problems = [...(list.ok ? [] : list.problems), ...(named.ok ? [] : named.problems)];
    const wishes = [...(list.ok ? list.value : []), ...(named.ok ? named.value : [])];
    const settled = settle(wishes);
    if (!settled.ok)
        problems.push(...settled.problems);
    const [first, ...rest] = problems;
    if (first !== undefined)
        return invalid(first, ...rest);
    return settled;
}
/** Takes the wishes together: known names, known levels, no contradiction. */
function settle(wishes) {
    const problems = [];
    const remarks = [];
    const asked = new Map();
    for (const wish of wishes) {
        const name = wish.name.toLowerCase().replace(/-/g, '_');
        const level = wish.level.toLowerCase();
        const problem = check(wish, name, level, asked.get(name));
        if (problem !== undefined)
            problems.push(problem);
        else if (RETIRED_PERMISSIONS.has(name))
            remarks.push(retired(wish));
        else if (permissions_isLevel(level)) {
            remarks.push(...drift(wish, name, level));
            asked.set(name, { level, where: wish.where });
        }
    }
    const [first, ...rest] = problems;
    if (first !== undefined)
        return invalid(first, ...rest);
    if (wishes.length === 0)
        return valid(undefined);
    // Where only retired permissions were named, an empty request would mean "everything".
    if (asked.size === 0)
        return valid({ metadata: 'read' }, remarks);
    const entries = [...asked].map(([name, { level }]) => [name, level]);
    return valid(Object.fromEntries(entries), remarks);
}
function check(wish, name, level, earlier) {
    if (!/^[a-z][a-z_]{0,99}$/.test(name))
        return malformedName(wish);
    if (!permissions_isLevel(level))
        return malformedLevel(wish);
    if (!KNOWN_PERMISSIONS.has(name) && !RETIRED_PERMISSIONS.has(name)) {
        const meant = nearMiss(name, KNOWN_PERMISSIONS.keys());
        if (meant !== undefined)
            return unknown(label(wish), rename(wish, meant));
    }
    if (earlier === undefined || earlier.level === level)
        return undefined;
    return {
        code: 'permission-conflict',
        title: 'A permission is asked for at two levels',
        problem: `${permissions_dashed(name)} is asked for twice: ${earlier.level} by ${earlier.where}, ${level} by ${wish.where}.`,
        fix: 'keep one of the two.'
    };
}
function drift(wish, name, level) {
    const known = KNOWN_PERMISSIONS.get(name);
    if (known === undefined) {
        return [
            {
                level: 'warning',
                message: `${wish.where}: "${permissions_dashed(name)}" is not in GitHub's published list of permissions. It is sent as it stands; GitHub may know it.`
            }
        ];
    }
    if (known.includes(level))
        return [];
    return [
        {
            level: 'warning',
            message: `${wish.where}: GitHub's published list knows ${permissions_dashed(name)} as ${known.join(' or ')}, not ${level}. It is sent as it stands.`
        }
    ];
}
function retired(wish) {
    return {
        level: 'warning',
        message: `${wish.where}: GitHub has dropped this permission. It is left out of the request; remove the line.`
    };
}
function parseInputs(inputs) {
    const wishes = [];
    const problems = [];
    for (const [input, level] of inputs) {
        const name = /^permission-(.+)$/.exec(input)?.[1];
        if (name === undefined)
            problems.push(unknown(input, rightInput(input)));
        else if (level !== '')
            wishes.push({ where: input, name, level });
    }
    const [first, ...rest] = problems;
    return first === undefined ? valid(wishes) : invalid(first, ...rest);
}
/** The input a misspelt one was meant to be: `permissions-contents` means `permission-contents`. */
function rightInput(input) {
    const name = input.replace(/^permissions?[-_ ]?/, '').replace(/[_ ]/g, '-');
    if (name === '')
        return 'permissions';
    const meant = nearMiss(name.replace(/-/g, '_'), KNOWN_PERMISSIONS.keys());
    return `permission-${meant === undefined ? name : permissions_dashed(meant)}`;
}
function rename(wish, meant) {
    return wish.where === 'permissions' ? permissions_dashed(meant) : `permission-${permissions_dashed(meant)}`;
}
function unknown(where, right) {
    return {
        code: 'permission-unknown',
        title: 'A permission is misspelt',
        problem: `${printable(where)} is not a permission that GitHub knows. Left alone, it would have asked for nothing, and the token would have got every permission.`,
        fix: `write \`${printable(right)}\`.`
    };
}
function malformedName(wish) {
    return {
        code: 'permission-malformed',
        title: 'A permission has no name',
        problem: `${printable(wish.where)}: "${printable(wish.name)}" cannot be the name of a permission.`,
        fix: 'write one permission a line, such as `contents: read`.'
    };
}
/** How a wish is named in a message: its input, or the line of `permissions`. */
function label(wish) {
    return wish.where === 'permissions' ? `permissions: ${permissions_dashed(wish.name)}` : wish.where;
}
function malformedLevel(wish) {
    const known = KNOWN_PERMISSIONS.get(wish.name.toLowerCase().replace(/-/g, '_')) ?? LEVELS;
    return {
        code: 'permission-malformed',
        title: 'A permission has no such level',
        problem: `${printable(label(wish))} is "${printable(wish.level)}", which is not a level.`,
        fix: `use ${known.join(' or ')}.`
    };
}
/** A permission's name as people write it in a workflow: `pull-requests`. */
function permissions_dashed(name) {
    return name.replace(/_/g, '-');
}
function parseList(text) {
    if (text === '')
        return valid([]);
    const entries = text.startsWith('{') ? jsonEntries(text) : lineEntries(text);
    if (entries === undefined)
        return invalid(malformedList(text));
    if (entries.length === 0) {
        return invalid({
            code: 'permission-malformed',
            title: 'permissions names none',
            problem: `permissions is "${printable(text)}": it is set, but names no permission, and GitHub would read that as every permission.`,
            fix: 'name what the job needs, such as `contents: read`, or remove `permissions` if the token shall have everything.'
        });
    }
    return valid(entries.map(([name, level]) => ({ where: 'permissions', name, level })));
}
function malformedList(text) {
    return {
        code: 'permission-malformed',
        title: 'permissions cannot be read',
        problem: `permissions is "${printable(text)}", which is no list of permissions.`,
        fix: 'write one permission a line, such as `contents: read`; or `contents: read, issues: write`; or JSON: {"contents": "read"}.'
    };
}
function lineEntries(text) {
    const entries = [];
    for (const item of splitList(text)) {
        const match = /^([^:=\s]+)\s*:\s*([^:\s]+)$/.exec(item);
        if (match?.[1] === undefined || match[2] === undefined)
            return undefined;
        entries.push([match[1], match[2]]);
    }
    return entries;
}
function jsonEntries(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
        return undefined;
    return Object.entries(parsed).map(([name, level]) => [
        name,
        typeof level === 'string' ? level : JSON.stringify(level)
    ]);
}

;// CONCATENATED MODULE: ./src/describe.ts


/** The log of a success: what the token can do, and for how long. */
function describeToken({ minted, config, now }) {
    const { installation, grant, expiresAt } = minted;
    const end = config.keepToken
        ? 'not revoked when this job ends (skip-token-revoke is true)'
        : 'revoked when this job ends';
    return [
        `Token for ${reach(config.target, minted)}`,
        `Permissions: ${rights(config.permissions, grant.permissions)}`,
        `App ${printable(installation.appSlug)}, installation ${installation.id}, key ${config.key.fingerprint}`,
        `Expires ${expiry(expiresAt, now)}; ${end}`
    ];
}
/** What deserves a notice or warning although the token was handed over. */
function remarksOnToken(minted, clockSkew) {
    const { comparison, request, installation, lost } = minted;
    const found = [];
    if (comparison.extraReads.length > 0) {
        const names = comparison.extraReads.map((name) => `${dashed(printable(name))}: read`).join(', ');
        found.push({
            level: 'notice',
            message: `GitHub granted more than was asked, to read only: ${names}.`
        });
    }
    if (installation.movedRepositoryId !== undefined && request.lookup.kind === 'repository') {
        const { owner, repository } = request.lookup;
        found.push({
            level: 'notice',
            message: `${owner}/${repository} has been renamed. The token is for it all the same; bring its name in the workflow up to date.`
        });
    }
    if (lost > 0)
        found.push({ level: 'warning', message: describeLost(lost) });
    if (clockSkew !== undefined)
        found.push({ level: 'warning', message: describeSkew(clockSkew) });
    return found;
}
/** Says that answers to mints were lost, and what that means. */
function describeLost(lost) {
    const what = lost === 1
        ? "GitHub's answer to a request for a token was lost"
        : `${lost} of GitHub's answers to a request for a token were lost`;
    return `${what}: a token that nobody holds may live on for an hour.`;
}
/** Says by how much the runner's clock is off. */
function describeSkew(skew) {
    const seconds = Math.round(Math.abs(skew) / 1000);
    const amount = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
    const direction = skew > 0 ? 'behind' : 'ahead of';
    return `This runner's clock is ${amount} ${direction} GitHub's. GitHub's was used; set the runner's clock.`;
}
function reach(target, minted) {
    const { subject } = minted.request;
    switch (target.kind) {
        case 'repositories':
            switch (target.because) {
                case 'nothing-set':
                    return `${subject} (owner and repositories are not set: this repository only)`;
                case 'owner-not-set':
                    return `${subject} (owner is not set: ${target.owner})`;
                case 'both-set':
                    return subject;
            }
        // falls through: every case above returns
        case 'owner':
            return `every repository ${printable(minted.installation.appSlug)} can reach in ${subject} (repositories is empty)`;
        case 'enterprise':
            return subject;
    }
}
function rights(asked, granted) {
    const list = listPermissions(granted);
    if (asked !== undefined)
        return list;
    const count = Object.keys(granted).length;
    return `all ${count} granted to the App, because none were asked for: ${list}`;
}
/** Permissions as people write them in a workflow; `metadata`, which every token has, last. */
function listPermissions(permissions) {
    const names = Object.keys(permissions).sort(byName);
    return names.length === 0
        ? 'none'
        : names.map((name) => `${dashed(printable(name))}: ${String(permissions[name])}`).join(', ');
}
function byName(one, other) {
    if (one === 'metadata' || other === 'metadata')
        return one === 'metadata' ? 1 : -1;
    return one < other ? -1 : 1;
}
function expiry(expiresAt, now) {
    const time = Date.parse(expiresAt);
    if (Number.isNaN(time))
        return 'in an hour';
    return `${clockTime(expiresAt)} (in ${Math.round((time - now) / 60_000)} minutes)`;
}
/** The hour and minute of an ISO 8601 time, in UTC: `14:03 UTC`. */
function clockTime(iso) {
    const time = Date.parse(iso);
    return Number.isNaN(time)
        ? 'an hour after it was made'
        : `${new Date(time).toISOString().slice(11, 16)} UTC`;
}

;// CONCATENATED MODULE: ./src/explanation.ts
/**
 * Every way this action can fail, by name. Each is the anchor of a heading in
 * docs/TROUBLESHOOTING.md and never changes once released: links to it live in old logs.
 */
const EXPLANATION_CODES = (/* unused pure expression or super */ null && ([
    'app-id-missing',
    'app-id-malformed',
    'private-key-empty',
    'private-key-not-a-key',
    'private-key-incomplete',
    'private-key-damaged',
    'private-key-wrong-kind',
    'private-key-several',
    'private-key-file',
    'owner-malformed',
    'repository-malformed',
    'repository-owner-mismatch',
    'scope-conflict',
    'scope-unknown',
    'permission-malformed',
    'permission-unknown',
    'permission-conflict',
    'boolean-malformed',
    'api-url-malformed',
    'proxy-malformed',
    'app-not-installed',
    'app-unknown',
    'repository-not-selected',
    'repository-unknown',
    'repository-moved',
    'installation-suspended',
    'key-refused',
    'key-none-registered',
    'clock-off',
    'permissions-not-granted',
    'repositories-not-accessible',
    'grant-differs',
    'scope-too-large',
    'rate-limited',
    'ip-not-allowed',
    'other-host',
    'proxy-refused',
    'not-github',
    'redirected',
    'tls-untrusted',
    'network-unreachable',
    'github-unavailable',
    'github-refused',
    'interrupted',
    'no-runner',
    'unexpected'
]));
/** A failure that is already explained: thrown wherever the cause is known on the spot. */
class explanation_ExplainedError extends Error {
    name = 'ExplainedError';
    explanations;
    /** Whether GitHub has been asked anything yet. */
    nothingSent;
    constructor(explanations, options) {
        super(explanations.map((explanation) => explanation.title).join('; '));
        this.explanations = explanations;
        this.nothingSent = options.nothingSent;
    }
}

;// CONCATENATED MODULE: ./src/github/attempt.ts
/** Errors that occur before any byte of a request is sent. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/**
 * Whether the request may have taken effect although its answer never arrived: the connection broke,
 * the time was up, a gateway gave up, or the answer made no sense.
 */
function attempt_mayHaveTakenEffect(attempt) {
    switch (attempt.kind) {
        case 'unanswered':
            return (!BEFORE_SENDING.test(attempt.code) && !isTunnelFailure(attempt) && !isUntrusted(attempt));
        case 'answered':
            if (attempt.status === 502 || attempt.status === 504)
                return true;
            return attempt.status >= 200 && attempt.status < 300 && !attempt.isUsable;
    }
}
/** Whether the proxy refused or failed to connect to GitHub (the words are those of `tunnel`). */
function isTunnelFailure(attempt) {
    return attempt.message.includes('tunneling socket could not be established');
}
/** Whether the other side's certificate was not trusted: https://nodejs.org/api/tls.html */
function isUntrusted(attempt) {
    return /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|HOSTNAME_MISMATCH/.test(attempt.code);
}

;// CONCATENATED MODULE: ./src/github/errors.ts
/** GitHub, or something in its place, answered with something other than what was asked for. */
class errors_RefusedError extends Error {
    name = 'RefusedError';
    reply;
    /** Every time the request was sent, the refusal last. */
    attempts;
    constructor(reply, attempts) {
        super(`${reply.status} ${reply.message}`);
        this.reply = reply;
        this.attempts = attempts;
    }
}
/** No answer arrived. */
class UnreachableError extends Error {
    name = 'UnreachableError';
    /** Node's error code, such as `ECONNREFUSED`; empty where it gave none. */
    code;
    /** Every time the request was sent, the last failure last. */
    attempts;
    constructor(code, attempts, options) {
        super(code === '' ? 'no answer' : code, options);
        this.code = code;
        this.attempts = attempts;
    }
}
/** The job was cancelled, so the request was not sent, or its answer not waited for. */
class errors_InterruptedError extends Error {
    name = 'InterruptedError';
    constructor() {
        super('interrupted');
    }
}

;// CONCATENATED MODULE: ./src/grant.ts


/**
 * Compares what GitHub granted with what was asked. Nothing asked, nothing to compare.
 * `metadata: read` comes with every token and is not counted.
 */
function grant_compareGrant(owner, scope, grant) {
    const { wrong, extraReads } = comparePermissions(scope.permissions, grant.permissions);
    return { wrong: [...wrong, ...compareRepositories(owner, scope, grant)], extraReads };
}
function comparePermissions(asked, granted) {
    if (asked === undefined)
        return { wrong: [], extraReads: [] };
    const wrong = [];
    const extraReads = [];
    for (const name of new Set([...Object.keys(asked), ...Object.keys(granted)])) {
        const [wanted, got] = [asked[name], granted[name]];
        if (wanted === got || (wanted === undefined && name === 'metadata' && got === 'read'))
            continue;
        if (wanted === undefined && got === 'read')
            extraReads.push(name);
        else
            wrong.push({ kind: 'permission', name, asked: wanted, granted: got });
    }
    return { wrong, extraReads };
}
function compareRepositories(owner, scope, grant) {
    const names = scope.repositories ?? [];
    const asked = names.length + (scope.repositoryIds?.length ?? 0);
    if (asked === 0)
        return [];
    if (grant.repositories === undefined) {
        return grant.repositorySelection === 'all' ? [{ kind: 'all-repositories' }] : [];
    }
    const granted = grant.repositories;
    const missing = names
        .map((name) => `${owner}/${name}`)
        .filter((name) => !granted.some((one) => sameName(one, name)));
    // A repository asked for by its id answers by a name that was not asked for.
    const extra = granted
        .filter((one) => !names.some((name) => sameName(one, `${owner}/${name}`)))
        .slice(scope.repositoryIds?.length ?? 0);
    return [
        ...missing.map((name) => ({ kind: 'repository-missing', name })),
        ...(extra.length === 0 ? [] : [{ kind: 'repositories-extra', count: extra.length }])
    ];
}
/** Whether a granted level is more than was asked. */
function isWider(asked, granted) {
    if (granted === undefined)
        return false;
    return asked === undefined || (granted !== asked && covers(granted, asked));
}

;// CONCATENATED MODULE: ./src/github/shape.ts

/** Reads one field of a JSON object; undefined where the value is no object. */
function shape_field(value, name) {
    return typeof value === 'object' && value !== null
        ? value[name]
        : undefined;
}
/** A field that is text; empty where it is not. */
function shape_textField(value, name) {
    const found = shape_field(value, name);
    return typeof found === 'string' ? found : '';
}
/** A field that is a list; empty where it is not. */
function shape_listField(value, name) {
    const found = shape_field(value, name);
    return Array.isArray(found) ? found : [];
}
/** A field that is a positive whole number. */
function shape_idField(value, name) {
    const found = shape_field(value, name);
    return Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
/** A field that is an object of permissions; entries that are none are dropped. */
function shape_permissionsField(value, name) {
    const entries = Object.entries(shape_field(value, name) ?? {});
    return Object.fromEntries(entries.flatMap(([key, level]) => typeof level === 'string' && isLevel(level) ? [[key, level]] : []));
}

;// CONCATENATED MODULE: ./src/github/installations.ts



/**
 * Finds an installation. Raises what `AppSession.call` raises; a 404 says that the App is not
 * installed there. https://docs.github.com/en/rest/apps/apps
 */
async function installations_findInstallation(app, lookup) {
    return readInstallation(await app.call({ method: 'GET', path: lookupPath(lookup) }));
}
/** At most this many pages of 100 accounts are read to find the one that was meant. */
const MOST_PAGES = 10;
/**
 * The logins of the accounts on which the App is installed, the first thousand. Raises what
 * `AppSession.call` raises.
 */
async function installations_listAccounts(app) {
    const accounts = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const path = `/app/installations?per_page=100&page=${page}`;
        const { reply } = await app.call({ method: 'GET', path });
        const found = Array.isArray(reply.body) ? reply.body : [];
        accounts.push(...found.map(accountName).filter((name) => name !== ''));
        if (found.length < 100)
            break;
    }
    return accounts;
}
function accountName(installation) {
    const account = field(installation, 'account');
    const login = textField(account, 'login');
    return login === '' ? textField(account, 'slug') : login;
}
function lookupPath(lookup) {
    switch (lookup.kind) {
        case 'repository':
            return route `/repos/${lookup.owner}/${lookup.repository}/installation`;
        case 'account':
            return route `/users/${lookup.owner}/installation`;
        case 'enterprise':
            return route `/enterprises/${lookup.enterprise}/installation`;
    }
}
function readInstallation({ reply, attempts }) {
    const id = idField(reply.body, 'id');
    if (id === undefined)
        throw new RefusedError(reply, attempts);
    return {
        id,
        appSlug: textField(reply.body, 'app_slug'),
        owner: accountName(reply.body),
        permissions: permissionsField(reply.body, 'permissions'),
        repositorySelection: textField(reply.body, 'repository_selection') === 'all' ? 'all' : 'selected',
        suspendedAt: textField(reply.body, 'suspended_at'),
        settingsUrl: textField(reply.body, 'html_url'),
        movedRepositoryId: movedRepositoryId(reply.url)
    };
}
/** GitHub redirects the lookup by an old name to `/repositories/{id}/installation`. */
function movedRepositoryId(url) {
    const id = /\/repositories\/(\d{1,15})\/installation$/.exec(url)?.[1];
    return id === undefined ? undefined : Number(id);
}

;// CONCATENATED MODULE: ./src/github/tokens.ts




/**
 * Mints a token. Raises what `AppSession.call` raises.
 * https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
async function tokens_createToken(app, installationId, scope) {
    const path = route `/app/installations/${installationId}/access_tokens`;
    const body = {
        repositories: scope.repositories,
        repository_ids: scope.repositoryIds,
        permissions: scope.permissions
    };
    return readToken(await app.call({ method: 'POST', path, body }));
}
function readToken({ reply, attempts }) {
    const token = textField(reply.body, 'token');
    if (token === '')
        throw new RefusedError(reply, attempts);
    const repositories = listField(reply.body, 'repositories').map((one) => textField(one, 'full_name'));
    return {
        token,
        expiresAt: textField(reply.body, 'expires_at'),
        grant: {
            permissions: permissionsField(reply.body, 'permissions'),
            repositorySelection: textField(reply.body, 'repository_selection') === 'all' ? 'all' : 'selected',
            repositories: repositories.length === 0 ? undefined : repositories
        },
        lost: attempts.filter(mayHaveTakenEffect).length
    };
}
/**
 * Revokes a token with itself. That GitHub no longer knows it counts as done. Raises what
 * `Door.call` raises. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token
 */
async function tokens_revokeToken(door, token) {
    try {
        await door.call({ method: 'DELETE', path: '/installation/token', bearer: token });
        return 'revoked';
    }
    catch (error) {
        if (error instanceof errors_RefusedError && error.reply.status === 401)
            return 'already-gone';
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/mint.ts






/**
 * Finds the installation and mints one token. Where GitHub granted something other than was asked,
 * the token is revoked at once and the failure explained (`grant-differs`, `repository-moved`).
 * Raises also what `AppSession.call` raises.
 */
async function mintToken(request, dependencies) {
    const installation = await findInstallation(dependencies.app, request.lookup);
    dependencies.found(installation);
    const scope = scopeFor(request, installation);
    const issued = await createToken(dependencies.app, installation.id, scope);
    await keepOrRevoke(issued, dependencies);
    if (dependencies.cancelled.aborted)
        throw new InterruptedError();
    const comparison = compareGrant(installation.owner, scope, issued.grant);
    if (comparison.wrong.length === 0)
        return { ...issued, installation, request, comparison };
    const revoked = await tryRevoke(issued, dependencies);
    throw new GrantError({ comparison, installation, request, grant: issued, revoked });
}
/** GitHub granted something other than was asked. */
class GrantError extends Error {
    name = 'GrantError';
    details;
    constructor(details) {
        super('the grant differs from what was asked');
        this.details = details;
    }
}
/** A repository that was renamed is asked for by its id, if it still belongs to the owner named. */
function scopeFor(request, installation) {
    const { lookup, scope } = request;
    const id = installation.movedRepositoryId;
    if (id === undefined || lookup.kind !== 'repository')
        return scope;
    if (!sameName(lookup.owner, installation.owner)) {
        throw new ExplainedError([movedAway(lookup)], { nothingSent: false });
    }
    const { repositories = [], ...rest } = scope;
    const others = repositories.filter((name) => !sameName(name, lookup.repository));
    const names = others.length === 0 ? {} : { repositories: others };
    return { ...rest, ...names, repositoryIds: [id] };
}
function movedAway({ owner, repository }) {
    return {
        code: 'repository-moved',
        title: `${owner}/${repository} has moved to another owner`,
        problem: `${owner}/${repository} has moved to another owner. A token for an owner that the workflow does not name is not minted.`,
        fix: 'set `owner` and `repositories` to where it is now.'
    };
}
async function keepOrRevoke(issued, dependencies) {
    try {
        dependencies.keep(issued);
    }
    catch (error) {
        await tryRevoke(issued, dependencies);
        throw error;
    }
}
async function tryRevoke(issued, dependencies) {
    try {
        await revokeToken(dependencies.door, issued.token);
        dependencies.forget(issued);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/printable.ts
const LONGEST = 200;
/**
 * Makes text that somebody else wrote (an input, a reply, an error, a file) fit for a log line or
 * an annotation: control characters and line ends become visible escapes, `::` and `##[` are broken
 * so that the runner finds no command in them, and at most 200 characters are kept. The runner
 * obeys `##[command]` anywhere in a line: https://github.com/actions/runner (ActionCommand.cs).
 */
function printable_printable(foreign, longest = LONGEST) {
    const cut = foreign.length > longest ? `${foreign.slice(0, longest - 1)}…` : foreign;
    return breakCommands(cut.replace(INVISIBLE, printable_escape));
}
/** Breaks the runner's command markers (`::`, `##[`) with a space and changes nothing else. */
function breakCommands(text) {
    return text.replace(/:(?=:)/g, ': ').replace(/##(?=\[)/g, '## ');
}
/** Controls, line and paragraph separators, and the marks that reorder text on a screen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function printable_escape(character) {
    switch (character) {
        case '\n':
            return '\\n';
        case '\r':
            return '\\r';
        case '\t':
            return '\\t';
        default:
            return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
    }
}

;// CONCATENATED MODULE: ./src/jwt/clock-skew.ts
/** A forged `Date` could otherwise buy a JWT that is valid in a far future. */
const MOST = (/* unused pure expression or super */ null && (24 * 60 * 60 * 1000));
/** Less than the margins of the JWT's own times cannot be the cause. */
const LEAST = (/* unused pure expression or super */ null && (10 * 1000));
/**
 * Whether GitHub refused a JWT for its times, and its clock explains why: by how many milliseconds
 * GitHub's clock is ahead of the runner's (negative: behind). Undefined where it is something else.
 */
function clockSkew(reply, now) {
    if (!isClockRefusal(reply))
        return undefined;
    if (reply.date === undefined)
        return undefined;
    const skew = reply.date - now;
    return Math.abs(skew) >= LEAST && Math.abs(skew) <= MOST ? skew : undefined;
}
/** Whether GitHub refused a JWT for its `iat` or `exp`. */
function isClockRefusal(reply) {
    return reply.status === 401 && /\('(iat|exp)'\)/.test(reply.message);
}

;// CONCATENATED MODULE: ./src/diagnose/words.ts


/** The App's slug where GitHub has told it. */
function appName({ situation, evidence }) {
    const known = evidence.app === undefined || evidence.app === 'unknown' ? '' : evidence.app.slug;
    const slug = situation.installation?.appSlug ?? known;
    return slug === '' ? 'The App' : printable_printable(slug);
}
/** The account or enterprise that the workflow named. */
function words_accountName({ situation }) {
    const target = situation.config?.target;
    if (target === undefined)
        return 'the account';
    return target.kind === 'enterprise' ? target.enterprise : target.owner;
}
/** The App's id as the workflow gave it, with its input, and the key's fingerprint. */
function credentials({ situation: { config } }) {
    if (config === undefined)
        return { id: "the App's id", key: 'the key' };
    return { id: `${config.app.input} ${config.app.value}`, key: `key ${config.key.fingerprint}` };
}
/** The API in use. */
function apiUrl({ situation }) {
    return situation.config?.api.url ?? 'the API';
}
/** What GitHub said, fit to be quoted. */
function quote(message) {
    return `"${printable_printable(message)}"`;
}
/** A permission as people write it: `contents: write`. */
function permissionLine(name, level) {
    return `${permissions_dashed(printable_printable(name))}: ${level ?? 'none'}`;
}
/** A count in words up to ten, for sentences. */
function times(count) {
    const words = ['never', 'once', 'twice', 'three times', 'four times', 'five times'];
    return words[count] ?? `${count} times`;
}
/** A count with its noun. */
function counted(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
/** The page where an installation's owner changes it, or a description of the way there. */
function settingsPage({ situation, evidence }) {
    const onOwner = evidence.onOwner === 'none' ? undefined : evidence.onOwner;
    const url = (situation.installation ?? onOwner)?.settingsUrl ?? '';
    return url === '' ? "the App's entry under the account's settings > GitHub Apps" : printable_printable(url);
}

;// CONCATENATED MODULE: ./src/diagnose/credential-rules.ts


/** Why GitHub did not accept the App's JWT. */
const CREDENTIAL_RULES = [clockOff, keyRefused, noKey, malformedIssuer];
function clockOff(known) {
    const { reply } = known.error;
    if (!isClockRefusal(reply))
        return undefined;
    const theirs = reply.date === undefined ? '' : ` GitHub's clock says ${new Date(reply.date).toISOString()}.`;
    return {
        code: 'clock-off',
        title: "This runner's clock is wrong",
        problem: `GitHub refused the times in the App's JWT: ${quote(reply.message)}.${theirs} A clock that is off by up to a day is corrected; this one is not.`,
        fix: "set the runner's clock (NTP), then run the job again."
    };
}
function keyRefused(known) {
    const { message } = known.error.reply;
    if (!/JSON web token could not be decoded/i.test(message))
        return undefined;
    const { id, key } = credentials(known);
    return {
        code: 'key-refused',
        title: 'The private key does not belong to this App',
        problem: [
            `GitHub refused the key: ${quote(message)}.`,
            `${id} and ${key} are not a pair, or the key was deleted.`
        ].join('\n'),
        fix: [
            'look for this fingerprint under "Private keys" in the App\'s settings. Not there? Generate a key, then:',
            '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
        ].join('\n')
    };
}
function noKey(known) {
    const { message } = known.error.reply;
    if (!message.includes('must generate a public key'))
        return undefined;
    return {
        code: 'key-none-registered',
        title: 'The App has no private key',
        problem: `GitHub has no key of ${credentials(known).id}: ${quote(message)}.`,
        fix: [
            'App settings > Private keys > Generate a private key. Store the whole .pem file:',
            '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem'
        ].join('\n')
    };
}
function malformedIssuer(known) {
    const { message } = known.error.reply;
    if (!message.includes("('iss')"))
        return undefined;
    return {
        code: 'app-id-malformed',
        title: "The App's id is malformed",
        problem: `GitHub cannot read ${credentials(known).id}: ${quote(message)}.`,
        fix: 'use the App ID (a number) or the Client ID from the App\'s settings page, under "About". An old GitHub Enterprise Server takes the number only.'
    };
}

;// CONCATENATED MODULE: ./src/diagnose/investigate.ts




/** At most this many repositories are looked up one by one after a failure. */
const MOST_LOOKED_UP = 50;
/**
 * Finds out what explains a refusal, by a few further look-ups with the App's own JWT. Never
 * rejects: what cannot be found out is left out, and the explanation says less.
 */
async function investigate(error, situation, app) {
    if (!(error instanceof RefusedError) || situation.request === undefined)
        return {};
    const { status, message } = error.reply;
    if (situation.installation === undefined) {
        return status === 404 && !isAppUnknown(message)
            ? lookupEvidence(situation.request.lookup, situation, app)
            : {};
    }
    return status === 422 ? { outOfReach: await outOfReach(situation, app) } : {};
}
/** GitHub's words for a JWT whose `iss` it does not know. */
function isAppUnknown(message) {
    return message.includes('Integration not found');
}
async function lookupEvidence(lookup, situation, app) {
    const [known, onOwner] = await Promise.all([knownApp(app), ownerInstallation(lookup, app)]);
    if (known === 'unknown')
        return { app: known };
    const evidence = { ...(known && { app: known }), ...(onOwner && { onOwner }) };
    if (onOwner === 'none') {
        const meant = await meantAccount(lookup, app);
        return meant === undefined ? evidence : { ...evidence, meant };
    }
    return onOwner === undefined
        ? evidence
        : { ...evidence, outOfReach: await outOfReach(situation, app) };
}
async function knownApp(app) {
    try {
        const { reply } = await app.call({ method: 'GET', path: '/app' });
        return { slug: textField(reply.body, 'slug'), htmlUrl: textField(reply.body, 'html_url') };
    }
    catch (error) {
        const isUnknown = error instanceof RefusedError && [401, 404].includes(error.reply.status);
        return isUnknown ? 'unknown' : undefined;
    }
}
async function ownerInstallation(lookup, app) {
    switch (lookup.kind) {
        case 'repository':
            return installationOrNone(app, { kind: 'account', owner: lookup.owner });
        // What was looked up is the account itself, and the answer was that there is none.
        case 'account':
        case 'enterprise':
            return 'none';
    }
}
async function installationOrNone(app, lookup) {
    try {
        return await findInstallation(app, lookup);
    }
    catch (error) {
        return error instanceof RefusedError && error.reply.status === 404 ? 'none' : undefined;
    }
}
async function meantAccount(lookup, app) {
    const typed = lookup.kind === 'enterprise' ? lookup.enterprise : lookup.owner;
    try {
        return nearMiss(typed, await listAccounts(app));
    }
    catch {
        return undefined;
    }
}
async function outOfReach(situation, app) {
    const target = situation.config?.target;
    if (target?.kind !== 'repositories')
        return [];
    const names = target.names.slice(0, MOST_LOOKED_UP);
    const found = await Promise.all(names.map((repository) => installationOrNone(app, { kind: 'repository', owner: target.owner, repository })));
    return names
        .filter((_, index) => found[index] === 'none')
        .map((name) => `${target.owner}/${name}`);
}

;// CONCATENATED MODULE: ./src/diagnose/lookup-rules.ts


/** Why GitHub found no installation (404), most telling first. */
const LOOKUP_RULES = [
    appUnknown,
    otherHost,
    notInstalled,
    repositoryUnknown,
    repositoryNotSelected,
    notFound
];
function appUnknown(known) {
    const { status, message } = known.error.reply;
    const isUnknown = isAppUnknown(message) || (status === 404 && known.evidence.app === 'unknown');
    if (!isUnknown)
        return undefined;
    const { id } = credentials(known);
    return {
        code: 'app-unknown',
        title: 'GitHub does not know this App',
        problem: `${apiUrl(known)} does not know ${id} (${quote(message)}).`,
        fix: `use the Client ID or App ID from the App's settings page, under "About". Is the App registered on another GitHub host? Then set \`github-api-url\` to that host's API.`
    };
}
function otherHost(known) {
    const config = known.situation.config;
    if (config?.api.isOwn !== false || config.target.kind !== 'repositories')
        return undefined;
    if (config.target.because !== 'nothing-set')
        return undefined;
    return {
        code: 'other-host',
        title: 'This repository is not on that GitHub',
        problem: `github-api-url is ${config.api.url}, another GitHub than the one that runs this workflow, and neither owner nor repositories is set: ${config.target.owner}/${config.target.names[0]} was looked for there.`,
        fix: 'set `owner`, and `repositories` where you need only some, to what the token is for on that host.'
    };
}
function notInstalled(known) {
    const { evidence, situation } = known;
    if (evidence.onOwner !== 'none')
        return undefined;
    const [app, account] = [appName(known), words_accountName(known)];
    const meant = evidence.meant === undefined ? '' : ` Did you mean ${evidence.meant}?`;
    const page = evidence.app === undefined || evidence.app === 'unknown' || evidence.app.htmlUrl === ''
        ? "the App's public page"
        : `${evidence.app.htmlUrl}/installations/new`;
    const target = situation.config?.target;
    const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner';
    const isTyped = !(target?.kind === 'repositories' && target.because !== 'both-set');
    const ask = `ask an owner of ${account} to install it: ${page}`;
    return {
        code: 'app-not-installed',
        title: `${app} is not installed on ${account}`,
        problem: `${app} is not installed on ${account}.${meant}`,
        fix: isTyped ? `correct \`${input}\`, or ${ask}` : ask
    };
}
function repositoryUnknown(known) {
    const { onOwner } = known.evidence;
    if (onOwner === undefined || onOwner === 'none')
        return undefined;
    if (onOwner.repositorySelection !== 'all')
        return undefined;
    const missing = missingRepositories(known);
    return {
        code: 'repository-unknown',
        title: `${words_accountName(known)} has no repository ${missing.short}`,
        problem: `${words_accountName(known)} has no repository ${missing.short}. ${appName(known)} is installed there for all repositories, so this one does not exist.`,
        fix: 'correct `repositories`.'
    };
}
function repositoryNotSelected(known) {
    const { onOwner } = known.evidence;
    if (onOwner === undefined || onOwner === 'none')
        return undefined;
    const [app, account, missing] = [appName(known), words_accountName(known), missingRepositories(known)];
    const which = missing.count === 1 ? 'the repository' : 'the repositories';
    return {
        code: 'repository-not-selected',
        title: `${app} cannot reach ${missing.full}`,
        problem: `${app} is installed on ${account}, but not for ${which} ${missing.short}, or ${missing.short} is misspelt.`,
        fix: `add ${missing.short} under "Repository access": ${settingsPage(known)}`
    };
}
function notFound(known) {
    if (known.error.reply.status !== 404)
        return undefined;
    const subject = known.situation.request?.subject ?? words_accountName(known);
    return {
        code: 'app-not-installed',
        title: `${appName(known)} cannot reach ${subject}`,
        problem: `GitHub found no installation of the App for ${subject} (${quote(known.error.reply.message)}): it is not installed there, not for this repository, or a name is misspelt.`,
        fix: `check \`owner\` and \`repositories\`; install the App there, or add the repository to its installation.`
    };
}
/** The repositories the App cannot reach, for sentences. */
function missingRepositories(known) {
    const target = known.situation.config?.target;
    const asked = target?.kind === 'repositories' ? [`${target.owner}/${target.names[0]}`] : [];
    const found = known.evidence.outOfReach ?? [];
    const full = found.length === 0 ? asked : found;
    const short = full.map((name) => name.slice(name.indexOf('/') + 1));
    return { count: full.length, full: full.join(', '), short: short.join(', ') };
}

;// CONCATENATED MODULE: ./src/config/target.ts



/** GitHub takes at most this many repositories in one request for a token. */
const MOST_REPOSITORIES = 500;
/**
 * Decides what the token is for. Nothing set: the workflow's repository. `owner` alone: everything
 * its installation reaches. `repositories` alone: of the workflow's owner. `enterprise`: alone.
 * Problems: `owner-malformed`, `repository-malformed`, `repository-owner-mismatch`,
 * `scope-conflict`, `scope-unknown`, `scope-too-large`.
 */
function parseTarget(inputs, workplace) {
    if (inputs.enterprise !== '')
        return parseEnterprise(inputs);
    const entries = splitList(inputs.repositories);
    if (inputs.owner === '') {
        return entries.length === 0
            ? thisRepository(workplace)
            : repositoriesOf(workplace.repositoryOwner, entries, 'owner-not-set', workplace);
    }
    const owner = parseOwner(inputs.owner, workplace);
    if (!owner.ok)
        return owner;
    const target = ownedTarget(owner.value, entries, inputs.repositories, workplace);
    return target.ok ? valid(target.value, [...owner.remarks, ...target.remarks]) : target;
}
function ownedTarget(owner, entries, repositories, workplace) {
    if (entries.length > 0)
        return repositoriesOf(owner, entries, 'both-set', workplace);
    if (repositories === '')
        return valid({ kind: 'owner', owner });
    return invalid({
        code: 'scope-unknown',
        title: 'repositories names nothing',
        problem: `repositories is "${printable(repositories)}": it is set, but names no repository.`,
        fix: `name the repositories, or remove \`repositories\` if the token is for all that the App reaches in ${owner}.`
    });
}
function parseEnterprise(inputs) {
    const others = ['owner', 'repositories'].filter((name) => inputs[name] !== '');
    if (others.length > 0) {
        return invalid({
            code: 'scope-conflict',
            title: 'enterprise stands alone',
            problem: `enterprise is set together with ${others.join(' and ')}. A token is either for an enterprise or for an account's repositories.`,
            fix: `remove \`enterprise\`, or remove ${others.map((name) => `\`${name}\``).join(' and ')}.`
        });
    }
    if (isName(inputs.enterprise))
        return valid({ kind: 'enterprise', enterprise: inputs.enterprise });
    return invalid({
        code: 'owner-malformed',
        title: 'enterprise is not a name',
        problem: `enterprise is "${printable(inputs.enterprise)}", which cannot be the name of an enterprise.`,
        fix: "use the enterprise's slug: the last part of its address, https://github.com/enterprises/SLUG."
    });
}
function thisRepository(workplace) {
    const [owner = '', name = '', ...rest] = workplace.repository.split('/');
    if (isName(owner) && isName(name) && rest.length === 0) {
        return valid({ kind: 'repositories', owner, names: [name], because: 'nothing-set' });
    }
    return invalid({
        code: 'scope-unknown',
        title: 'No repository to make a token for',
        problem: `owner and repositories are not set, and GITHUB_REPOSITORY ("${printable(workplace.repository)}") names no repository.`,
        fix: 'set `owner`, or `owner` and `repositories`.'
    });
}
function parseOwner(text, workplace) {
    if (isName(text))
        return valid(text);
    const path = pathOfAddress(text, workplace);
    if (path?.length === 1 && path[0] !== undefined && isName(path[0])) {
        return valid(path[0], [
            { level: 'notice', message: `owner is an address; its account ${path[0]} was used.` }
        ]);
    }
    const list = splitList(text);
    if (list.length > 1) {
        return invalid(malformedOwner(`names ${list.length} accounts, but a token belongs to one`, 'name one account; use one step for each.'));
    }
    const [owner = '', name = '', ...rest] = text.split('/');
    if (isName(owner) && isName(name) && rest.length === 0) {
        return invalid(malformedOwner(`is "${printable(text)}": an account and a repository`, `set \`owner: ${owner}\` and \`repositories: ${name}\`.`));
    }
    return invalid(malformedOwner(`is "${printable(text)}", which cannot be the name of an account`, 'use the name of the organization or user as it stands in its address, such as octo-org.'));
}
function malformedOwner(what, fix) {
    return {
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner ${what}.`,
        fix
    };
}
function repositoriesOf(owner, entries, because, workplace) {
    if (!isName(owner)) {
        return invalid({
            code: 'scope-unknown',
            title: 'No owner for the repositories',
            problem: `owner is not set, and GITHUB_REPOSITORY_OWNER ("${printable(owner)}") names no account.`,
            fix: 'set `owner` to the account the repositories belong to.'
        });
    }
    const names = new Map();
    const remarks = [];
    const problems = [];
    for (const entry of entries) {
        const name = repositoryName(entry, owner, because, workplace);
        if (name.ok) {
            names.set(name.value.toLowerCase(), name.value);
            remarks.push(...name.remarks);
        }
        else
            problems.push(...name.problems);
    }
    const [firstProblem, ...otherProblems] = problems;
    if (firstProblem !== undefined)
        return invalid(firstProblem, ...otherProblems);
    return boundedTarget(owner, [...names.values()], because, remarks);
}
function boundedTarget(owner, names, because, remarks) {
    const [first, ...rest] = names;
    if (first !== undefined && names.length <= MOST_REPOSITORIES) {
        return valid({ kind: 'repositories', owner, names: [first, ...rest], because }, remarks);
    }
    return invalid({
        code: 'scope-too-large',
        title: 'Too many repositories for one token',
        problem: `repositories names ${names.length} repositories; GitHub takes at most ${MOST_REPOSITORIES} for one token.`,
        fix: `split them over several steps, or leave \`repositories\` out and set \`owner: ${owner}\` for a token that covers all that the App reaches there.`
    });
}
function repositoryName(entry, owner, because, workplace) {
    const path = pathOfAddress(entry, workplace) ?? entry.split('/');
    const bare = path.map((part, index) => index === path.length - 1 ? part.replace(/\.git$/, '') : part);
    const name = bare.at(-1) ?? '';
    const named = bare.length === 2 ? (bare[0] ?? '') : owner;
    if (bare.length > 2 || !isName(name) || !isName(named)) {
        return invalid({
            code: 'repository-malformed',
            title: 'repositories holds something that is no repository',
            problem: `repositories holds "${printable(entry)}", which cannot be the name of a repository.`,
            fix: `list names such as \`hello\` or \`${owner}/hello\`, separated by commas or lines.`
        });
    }
    if (!sameName(named, owner))
        return invalid(foreignOwner(entry, named, owner, because));
    const literal = bare.length === 2 ? `${named}/${name}` : name;
    if (literal === entry)
        return valid(name);
    return valid(name, [
        {
            level: 'notice',
            message: `repositories holds "${printable(entry)}"; it was read as ${owner}/${name}.`
        }
    ]);
}
function foreignOwner(entry, named, owner, because) {
    const ours = because === 'both-set' ? `owner is ${owner}` : `owner is not set, so it is ${owner}`;
    return {
        code: 'repository-owner-mismatch',
        title: 'A repository belongs to an owner that `owner` does not name',
        problem: `repositories holds ${printable(entry)}, but ${ours}.`,
        fix: `set \`owner: ${named}\` if the token is for repositories of ${named}; a token covers one owner.`
    };
}
/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), in parts; undefined where the text is no such address.
 */
function pathOfAddress(text, workplace) {
    const match = /^(?:(?:https?|ssh):\/\/(?:git@)?|git@)([^/:@\s]+)(?::\d+)?[/:]([^\s?#]*)$/.exec(text);
    const [host, path] = [match?.[1], match?.[2]];
    if (host === undefined || path === undefined)
        return undefined;
    if (!workplace.webHosts.some((known) => sameName(known, host)))
        return undefined;
    return path.replace(/\/+$/, '').split('/');
}

;// CONCATENATED MODULE: ./src/diagnose/mint-rules.ts







/** Why GitHub did not mint a token although it knows the installation. */
const MINT_RULES = [suspended, permissions, scopeTooLarge, repositories];
function suspended(known) {
    if (!/\bsuspended\b/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), words_accountName(known)];
    return {
        code: 'installation-suspended',
        title: `${app} is suspended on ${account}`,
        problem: `${app} is installed on ${account}, but suspended there: ${quote(known.error.reply.message)}.`,
        fix: `an owner of ${account} unsuspends it: ${settingsPage(known)}`
    };
}
function permissions(known) {
    if (known.error.reply.status !== 422 || !/permission/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), words_accountName(known)];
    const lacking = lackingPermissions(known);
    const raise = raiseAndAccept(known);
    if (lacking.length === 0) {
        return {
            code: 'permissions-not-granted',
            title: `${app} lacks permissions on ${account}`,
            problem: `GitHub refused the permissions asked for: ${quote(known.error.reply.message)}.`,
            fix: raise
        };
    }
    const width = Math.max(...lacking.map(({ asked }) => asked.length));
    const rows = lacking.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`);
    return {
        code: 'permissions-not-granted',
        title: `${app} lacks permissions on ${account}`,
        problem: [`${app} lacks ${counted(lacking.length, 'permission')} on ${account}.`, ...rows].join('\n'),
        fix: raise
    };
}
function raiseAndAccept(known) {
    return [
        '1. raise them in the App\'s settings, under "Permissions & events"',
        `     2. an owner of ${words_accountName(known)} accepts: ${settingsPage(known)}`
    ].join('\n');
}
function lackingPermissions({ situation }) {
    const asked = Object.entries(situation.request?.scope.permissions ?? {});
    const granted = situation.installation?.permissions ?? {};
    const isLacking = ([name, level]) => {
        const has = granted[name];
        return has === undefined || !covers(has, level);
    };
    return asked.filter(isLacking).map(([name, level]) => ({
        asked: permissionLine(name, level),
        granted: granted[name] ?? 'none'
    }));
}
function scopeTooLarge(known) {
    const { status, message } = known.error.reply;
    if (status !== 422 || !/too (many|complex)|complexity|more than \d+|at most \d+/i.test(message))
        return undefined;
    return {
        code: 'scope-too-large',
        title: 'The token would cover too much',
        problem: `GitHub refused a token this large: ${quote(message)}. It takes at most ${MOST_REPOSITORIES} repositories, and fewer with many permissions.`,
        fix: `ask for fewer permissions or repositories, split them over several steps, or have the App installed on all repositories of ${words_accountName(known)} and leave \`repositories\` out.`
    };
}
function repositories(known) {
    if (known.error.reply.status !== 422 || !/repositor/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), words_accountName(known)];
    if ((known.evidence.outOfReach ?? []).length === 0) {
        return {
            code: 'repositories-not-accessible',
            title: `${app} cannot reach a repository`,
            problem: `GitHub refused the repositories asked for: ${quote(known.error.reply.message)}.`,
            fix: `check each name in \`repositories\`; what the App reaches: ${settingsPage(known)}`
        };
    }
    const missing = missingRepositories(known);
    const isAll = known.situation.installation?.repositorySelection === 'all';
    return {
        code: 'repositories-not-accessible',
        title: `${app} cannot reach ${missing.full}`,
        problem: isAll
            ? `${app} is installed on all repositories of ${account}, but there is no ${missing.short}.`
            : `${app} is installed on ${account}, but not for ${missing.short}, or the name is misspelt.`,
        fix: isAll
            ? 'correct `repositories`.'
            : `add ${missing.short} under "Repository access": ${settingsPage(known)}`
    };
}
/** GitHub granted something other than was asked (`grant-differs`). */
function explainGrant(known) {
    const { comparison, installation, grant, revoked } = known.error.details;
    const lines = comparison.wrong.map(describeDifference);
    const end = revoked
        ? 'The token was revoked at once.'
        : `The token could not be revoked; it expires at ${clockTime(grant.expiresAt)}.`;
    const isTooWide = comparison.wrong.some(isWide);
    return {
        code: 'grant-differs',
        title: 'GitHub granted something other than was asked',
        problem: [`GitHub granted something other than was asked. ${end}`, ...lines].join('\n'),
        fix: isTooWide
            ? `name in the workflow what ${printable_printable(installation.appSlug)} shall have, and report this: GitHub should not grant more than was asked.`
            : raiseAndAccept(known)
    };
}
function isWide(difference) {
    switch (difference.kind) {
        case 'permission':
            return isWider(difference.asked, difference.granted);
        case 'repository-missing':
            return false;
        case 'repositories-extra':
        case 'all-repositories':
            return true;
    }
}
function describeDifference(difference) {
    switch (difference.kind) {
        case 'permission':
            return `  ${permissions_dashed(printable_printable(difference.name))}   asked: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`;
        case 'repository-missing':
            return `  ${difference.name}   asked for, not granted`;
        case 'repositories-extra':
            return `  ${counted(difference.count, 'repository', 'repositories')} granted, not asked for`;
        case 'all-repositories':
            return '  all repositories granted, only some asked for';
    }
}

;// CONCATENATED MODULE: ./src/diagnose/service-rules.ts



/** Answers that have nothing to do with what was asked, but with who answered and when. */
const SERVICE_RULES = [
    proxyRefused,
    ipNotAllowed,
    rateLimited,
    unavailable,
    redirected,
    notGitHub
];
function proxyRefused(known) {
    return known.error.reply.status === 407 ? proxyWantsCredentials() : undefined;
}
/** A proxy answered 407. */
function proxyWantsCredentials() {
    return {
        code: 'proxy-refused',
        title: 'The proxy wants other credentials',
        problem: 'The proxy answered 407 (Proxy Authentication Required): it was given no user name and password, or wrong ones.',
        fix: 'put them into the address of the proxy: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT, special characters percent-encoded.'
    };
}
function ipNotAllowed(known) {
    const { message } = known.error.reply;
    if (!/IP allow list/i.test(message))
        return undefined;
    return {
        code: 'ip-not-allowed',
        title: "This runner's address is not allowed",
        problem: `${words_accountName(known)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
        fix: `an owner of ${words_accountName(known)} adds the address under Settings > Authentication security > IP allow list, or the job runs on a runner whose address is on it.`
    };
}
function rateLimited(known) {
    const { reply } = known.error;
    if (!reply.isRateLimited)
        return undefined;
    const until = reply.wait === undefined || reply.date === undefined
        ? 'later'
        : `after ${clockTime(new Date(reply.date + reply.wait).toISOString())}`;
    return {
        code: 'rate-limited',
        title: "GitHub's rate limit is reached",
        problem: `GitHub's rate limit is reached: ${quote(reply.message)}. Waiting for its end would take longer than this step waits.`,
        fix: `run the job again ${until}. Many jobs at once? Spread them, or share one token within a job.`
    };
}
function unavailable(known) {
    const { reply, attempts } = known.error;
    if (reply.status < 500 && reply.status !== 408)
        return undefined;
    return {
        code: 'github-unavailable',
        title: 'GitHub is not available',
        problem: `GitHub answered ${reply.status} ${times(attempts.length)}.`,
        fix: 'run the job again later; https://www.githubstatus.com says whether GitHub knows of it.'
    };
}
function redirected(known) {
    const { reply } = known.error;
    if (reply.status < 300 || reply.status > 399)
        return undefined;
    const where = reply.location === undefined ? 'nowhere' : `to ${printable_printable(reply.location)}`;
    return {
        code: 'redirected',
        title: 'GitHub sends the request elsewhere',
        problem: `${printable_printable(reply.url)} answered ${reply.status} and points ${where}. The credentials were not sent there.`,
        fix: `is the API at ${apiUrl(known)} still the right one? If not, set \`github-api-url\`.`
    };
}
function notGitHub(known) {
    const { reply } = known.error;
    if (!reply.isForeign && reply.status >= 300)
        return undefined;
    return {
        code: 'not-github',
        title: 'Something other than GitHub answered',
        problem: `${printable_printable(reply.url)} answered ${reply.status}, but not as GitHub's API does. A proxy, a sign-in page or another server stands in between, or github-api-url is wrong.`,
        fix: 'check `github-api-url` (Enterprise Server: https://HOSTNAME/api/v3) and the proxy that the runner uses.'
    };
}

;// CONCATENATED MODULE: ./src/diagnose/network-rules.ts



/** Explains why no answer arrived. */
function explainUnreachable(known) {
    const { code, attempts } = known.error;
    const message = lastMessage(attempts);
    if (isTunnelFailure({ message }))
        return tunnelFailed(known, message);
    if (isUntrusted({ code }))
        return untrusted(known);
    return {
        code: 'network-unreachable',
        title: 'GitHub cannot be reached',
        problem: `${apiUrl(known)} cannot be reached: ${what(code, message)} (tried ${times(attempts.length)}).`,
        fix: cure(code)
    };
}
function lastMessage(attempts) {
    return attempts.at(-1)?.message ?? '';
}
function tunnelFailed(known, message) {
    if (message.includes('407'))
        return proxyWantsCredentials();
    return {
        code: 'proxy-refused',
        title: 'The proxy does not connect to GitHub',
        problem: `The proxy does not connect to ${apiUrl(known)}: ${quote(message)}.`,
        fix: 'check HTTPS_PROXY (HTTP_PROXY for an http address), and that the proxy allows this host; NO_PROXY excepts hosts from it.'
    };
}
function untrusted(known) {
    const { code, attempts } = known.error;
    return {
        code: 'tls-untrusted',
        title: "GitHub's certificate is not trusted",
        problem: `The certificate of ${apiUrl(known)} is not trusted: ${quote(lastMessage(attempts))} (${code}).`,
        fix: [
            'a private certificate authority? Set one of these for the runner or the job:',
            '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
            "  NODE_USE_SYSTEM_CA: '1'"
        ].join('\n')
    };
}
function what(code, message) {
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
            return `there is no way to it (${code})`;
        case 'ETOOLARGE':
            return 'its answer is larger than any of GitHub';
        case 'ECONNRESET':
        case 'EPIPE':
            return `the connection broke (${code})`;
        default:
            return code === '' ? quote(message) : `${quote(message)} (${code})`;
    }
}
function cure(code) {
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return 'is `github-api-url` spelt right? Does this runner reach it only through a proxy (HTTPS_PROXY)?';
    }
    return 'run the job again; if it fails again, check `github-api-url`, the firewall and the proxy (HTTPS_PROXY) of this runner.';
}

;// CONCATENATED MODULE: ./src/diagnose/explain.ts












/** The rules for what GitHub refused, in order: the first that knows the case explains it. */
const RULES = [...SERVICE_RULES, ...CREDENTIAL_RULES, ...MINT_RULES, ...LOOKUP_RULES];
/** Explains any failure in the words of the workflow. Pure; never fails. */
function explain(known) {
    const { error } = known;
    if (error instanceof explanation_ExplainedError)
        return error.explanations;
    if (error instanceof GrantError)
        return [explainGrant({ ...known, error })];
    if (error instanceof UnreachableError) {
        return [withLost(explainUnreachable({ ...known, error }), error.attempts)];
    }
    if (error instanceof errors_RefusedError) {
        return [withLost(explainRefusal({ ...known, error }), error.attempts)];
    }
    return [unexpected(error)];
}
function explainRefusal(known) {
    for (const rule of RULES) {
        const explanation = rule(known);
        if (explanation !== undefined)
            return explanation;
    }
    const { status, message } = known.error.reply;
    return {
        code: 'github-refused',
        title: `GitHub answered ${status}`,
        problem: `GitHub refused the request with ${status}: ${quote(message)}.`,
        fix: 'see the details above; https://docs.github.com/rest/apps describes the requests.'
    };
}
function withLost(explanation, attempts) {
    const lost = attempts.filter((attempt) => attempt.method === 'POST' && attempt_mayHaveTakenEffect(attempt)).length;
    if (lost === 0)
        return explanation;
    return { ...explanation, problem: `${explanation.problem}\n${describeLost(lost)}` };
}
function unexpected(error) {
    const name = error instanceof Error ? error.name : typeof error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return {
        code: 'unexpected',
        title: 'Something went wrong inside this action',
        problem: `Something went wrong inside this action: ${printable_printable(name + code)}.`,
        fix: 'please report it with the details above.'
    };
}

;// CONCATENATED MODULE: ./src/github/reply.ts
/** Reads what an answer says. Never throws. */
function readReply(url, wire) {
    const body = parseJson(wire.text);
    const message = messageOf(body);
    const date = parseDate(header(wire, 'date'));
    const isRateLimited = isLimit(wire, message);
    return {
        url,
        status: wire.status,
        statusText: wire.statusText,
        body,
        isForeign: body === undefined && wire.text.trim() !== '',
        message,
        requestId: header(wire, 'x-github-request-id'),
        date,
        location: header(wire, 'location'),
        isRateLimited,
        wait: waitOf(wire, date, isRateLimited)
    };
}
/** The part of an answer that decides whether to try again. */
function outcomeOf(reply) {
    const { status, isRateLimited, wait } = reply;
    return { kind: 'answered', status, isRateLimited, wait };
}
function header(wire, name) {
    const value = wire.headers[name];
    return Array.isArray(value) ? value[0] : value;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function messageOf(body) {
    if (typeof body !== 'object' || body === null || !('message' in body))
        return '';
    return typeof body.message === 'string' ? body.message : '';
}
function parseDate(text) {
    const date = Date.parse(text ?? '');
    return Number.isNaN(date) ? undefined : date;
}
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimit(wire, message) {
    if (wire.status === 429)
        return true;
    if (wire.status !== 403)
        return false;
    return (header(wire, 'retry-after') !== undefined ||
        header(wire, 'x-ratelimit-remaining') === '0' ||
        /\brate limit\b/i.test(message));
}
function waitOf(wire, date, isRateLimited) {
    const after = header(wire, 'retry-after');
    if (after !== undefined && /^\d{1,9}$/.test(after))
        return Number(after) * 1000;
    const until = parseDate(after);
    if (until !== undefined && date !== undefined)
        return Math.max(0, until - date);
    const reset = header(wire, 'x-ratelimit-reset');
    if (!isRateLimited || header(wire, 'x-ratelimit-remaining') !== '0')
        return undefined;
    if (reset === undefined || !/^\d{1,12}$/.test(reset) || date === undefined)
        return undefined;
    return Math.max(0, Number(reset) * 1000 - date);
}

;// CONCATENATED MODULE: ./src/github/retry.ts

/** A request is sent at most this many times. */
const MOST_ATTEMPTS = 4;
const FIRST_DELAY = 500;
/**
 * The one place that decides what is tried again: how many milliseconds to wait first, or undefined
 * to give up. Network errors, 408, 429, 5xx and answers about rate limits are tried again, with
 * growing delays or as GitHub asks; a 400 at the mint once; anything else never. A wait that does
 * not fit into the remaining time is not begun.
 */
function retryDelay(standing) {
    const { outcome, attempts, remaining, isMint } = standing;
    if (attempts >= MOST_ATTEMPTS || !isPassing(outcome, attempts, isMint))
        return undefined;
    const delay = (outcome.kind === 'answered' ? outcome.wait : undefined) ?? backoff(standing);
    return delay < remaining ? delay : undefined;
}
function isPassing(outcome, attempts, isMint) {
    switch (outcome.kind) {
        case 'unanswered':
            return (!isUntrusted(outcome) && !(isTunnelFailure(outcome) && /=4\d\d\b/.test(outcome.message)));
        case 'answered':
            if (outcome.status === 400)
                return isMint && attempts === 1;
            return outcome.isRateLimited || outcome.status === 408 || outcome.status >= 500;
    }
}
/** Half a second, doubled each time, give or take a quarter. */
function backoff({ attempts, random }) {
    return Math.round(FIRST_DELAY * 2 ** (attempts - 1) * (0.75 + random / 2));
}

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
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
;// CONCATENATED MODULE: ./src/bundle/tunnel.ts
/**
 * Stands in for the package `tunnel` inside the bundle (tsconfig `paths`): the real one, loaded when
 * a proxy is in use. Without one, loading it (and `assert`, which it needs) is time spent for nothing.
 */
const httpOverHttp = (options) => load().httpOverHttp(options);
const httpsOverHttp = (options) => load().httpsOverHttp(options);
const httpOverHttps = (options) => load().httpOverHttps(options);
const httpsOverHttps = (options) => load().httpsOverHttps(options);
function load() {
    return __nccwpck_require__(218);
}

;// CONCATENATED MODULE: ./src/bundle/undici.ts
/**
 * Stands in for the package `undici` inside the bundle (tsconfig `paths`). `@actions/http-client`
 * loads it for `getAgentDispatcher()` alone, which this action never calls, and evaluating it takes
 * longer than everything else the step does before its first request.
 */
class ProxyAgent {
    constructor() {
        throw new Error('undici is not part of this bundle');
    }
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? httpsOverHttps : httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? httpOverHttps : httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./src/github/transport.ts

/** The answer took longer than it may, or is larger than any answer of GitHub's. */
class LimitError extends Error {
    name = 'LimitError';
    code;
    constructor(code) {
        super(code === 'ETIMEDOUT' ? 'no answer in time' : 'the answer is too large');
        this.code = code;
    }
}
const LARGEST_ANSWER = 32 * 1024 * 1024;
/**
 * Sends one request at a time over one kept-alive connection. Wraps `HttpClient` of
 * `@actions/http-client` for its proxy support, and takes from it what it does badly: its redirects
 * re-send credentials, and its `readBody()` never settles when an answer is cut off.
 */
class Transport {
    #userAgent;
    #client;
    constructor(userAgent) {
        this.#userAgent = userAgent;
    }
    /**
     * Sends a request and reads the whole answer within a time limit, in milliseconds. Rejects with
     * Node's network errors, or a {@link LimitError}. A redirect is an answer like any other.
     */
    async exchange(request, limit) {
        const client = (this.#client ??= this.#connect());
        let timer;
        const timeUp = new Promise((_, reject) => {
            timer = setTimeout(() => {
                reject(new LimitError('ETIMEDOUT'));
            }, limit);
        });
        const answer = send(client, request);
        // Where the time is up first, the answer's own failure comes later and has nobody to hear it.
        answer.catch(() => undefined);
        try {
            return await Promise.race([answer, timeUp]);
        }
        catch (error) {
            this.close();
            throw error;
        }
        finally {
            clearTimeout(timer);
        }
    }
    /** Ends the connection, and with it any request under way. The next request makes a new one. */
    close() {
        this.#client?.dispose();
        this.#client = undefined;
    }
    #connect() {
        return new lib_HttpClient(this.#userAgent, [], {
            allowRedirects: false,
            allowRetries: false,
            keepAlive: true
        });
    }
}
async function send(client, request) {
    const { message } = await client.request(request.method, request.url, request.body ?? null, {
        ...request.headers
    });
    const text = await readText(message);
    return {
        status: message.statusCode ?? 0,
        statusText: message.statusMessage ?? '',
        headers: message.headers,
        text
    };
}
async function readText(message) {
    const chunks = [];
    let size = 0;
    // Iterating rejects when the connection breaks before the answer is complete.
    for await (const chunk of message) {
        size += chunk.length;
        if (size > LARGEST_ANSWER)
            throw new LimitError('ETOOLARGE');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./src/github/door.ts




const USER_AGENT = 'github-app-token';
const REQUEST_LIMIT = 10_000;
const TOTAL_LIMIT = 50_000;
const MOST_REDIRECTS = 3;
/**
 * The one way to GitHub: one connection, a time limit for each request and for all together, retries
 * as `retryDelay` decides, redirects of reads within the same host only. Credentials never go to
 * another scheme, host or port than the API's.
 */
class Door {
    /** Every request of this step, in order: the details of a bug report. */
    journal = [];
    #options;
    #transport = new Transport(USER_AGENT);
    #deadline;
    constructor(options) {
        this.#options = options;
        this.#deadline = options.clock.monotonic() + TOTAL_LIMIT;
    }
    /**
     * Calls GitHub and returns its answer of 2xx. Raises {@link RefusedError} for any other,
     * {@link UnreachableError} where none came, {@link InterruptedError} when the job is cancelled.
     */
    async call(call) {
        const attempts = [];
        for (;;) {
            this.#checkCancelled(call);
            const result = await this.#attempt(call, attempts);
            if (result.kind === 'done')
                return { reply: result.reply, attempts };
            const delay = retryDelay({
                outcome: result.outcome,
                attempts: attempts.length,
                remaining: this.#remaining(),
                isMint: call.method === 'POST',
                random: this.#options.clock.random()
            });
            if (delay === undefined)
                throw result.error;
            await this.#pause(delay, call);
        }
    }
    /** Ends the connection. */
    close() {
        this.#transport.close();
    }
    async #attempt(call, attempts) {
        try {
            const reply = await this.#follow(call, (attempt) => {
                attempts.push(attempt);
                this.journal.push(attempt);
            });
            if (isUsable(reply))
                return { kind: 'done', reply };
            const error = new errors_RefusedError(reply, attempts);
            return { kind: 'failed', error, outcome: outcomeOf(reply) };
        }
        catch (error) {
            if (error instanceof errors_InterruptedError)
                throw error;
            const { code, message } = describe(error);
            const attempt = {
                kind: 'unanswered',
                method: call.method,
                url: this.#url(call),
                code,
                message
            };
            attempts.push(attempt);
            this.journal.push(attempt);
            const failure = new UnreachableError(code, attempts, { cause: error });
            return { kind: 'failed', error: failure, outcome: attempt };
        }
    }
    /** Sends a call, and again where it is redirected, if it may be. */
    async #follow(call, record) {
        let url = this.#url(call);
        for (let redirects = 0;; redirects++) {
            const reply = await this.#exchange(call, url);
            const next = redirectOf(call, reply);
            if (next === undefined || redirects === MOST_REDIRECTS) {
                record(answered(call, reply));
                return reply;
            }
            this.journal.push(answered(call, reply));
            url = next;
        }
    }
    async #exchange(call, url) {
        const exchange = this.#transport.exchange(wireRequest(call, url), this.#limit());
        const wire = await (call.method === 'GET' ? this.#unlessCancelled(exchange) : exchange);
        return readReply(url, wire);
    }
    async #unlessCancelled(work) {
        const { cancelled } = this.#options;
        let stop;
        const interruption = new Promise((_, reject) => {
            stop = () => {
                reject(new errors_InterruptedError());
            };
            cancelled.addEventListener('abort', stop);
        });
        try {
            return await Promise.race([work, interruption]);
        }
        finally {
            if (stop !== undefined)
                cancelled.removeEventListener('abort', stop);
        }
    }
    async #pause(delay, call) {
        const { clock, cancelled } = this.#options;
        try {
            await (call.method === 'DELETE' ? clock.sleep(delay) : clock.sleep(delay, cancelled));
        }
        catch {
            throw new errors_InterruptedError();
        }
    }
    #checkCancelled(call) {
        if (call.method !== 'DELETE' && this.#options.cancelled.aborted)
            throw new errors_InterruptedError();
    }
    #url(call) {
        return this.#options.apiUrl + call.path;
    }
    #remaining() {
        return this.#deadline - this.#options.clock.monotonic();
    }
    #limit() {
        // At least a second: a revocation late in the step shall still have its chance.
        return Math.max(1_000, Math.min(REQUEST_LIMIT, this.#remaining()));
    }
}
function wireRequest(call, url) {
    const headers = {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${call.bearer}`,
        'x-github-api-version': '2022-11-28'
    };
    if (call.body === undefined)
        return { method: call.method, url, headers, body: undefined };
    headers['content-type'] = 'application/json';
    return { method: call.method, url, headers, body: JSON.stringify(call.body) };
}
function isUsable(reply) {
    if (reply.status === 204)
        return true;
    return reply.status >= 200 && reply.status < 300 && typeof reply.body === 'object';
}
function answered(call, reply) {
    return {
        kind: 'answered',
        method: call.method,
        url: reply.url,
        status: reply.status,
        message: reply.message === '' ? reply.statusText : reply.message,
        requestId: reply.requestId,
        isUsable: isUsable(reply)
    };
}
/** Where to go instead, if the answer says so and a read may be repeated there. */
function redirectOf(call, reply) {
    if (call.method !== 'GET' || ![301, 302, 307, 308].includes(reply.status))
        return undefined;
    if (reply.location === undefined || !URL.canParse(reply.location, reply.url))
        return undefined;
    const next = new URL(reply.location, reply.url);
    return next.origin === new URL(reply.url).origin ? next.href : undefined;
}
function describe(error) {
    if (!(error instanceof Error))
        return { code: '', message: String(error) };
    // Connecting to several addresses of a host fails with one error for all of them.
    const inner = error instanceof AggregateError ? error.errors[0] : error;
    const source = inner instanceof Error ? inner : error;
    const code = 'code' in source && typeof source.code === 'string' ? source.code : '';
    return { code, message: source.message };
}

;// CONCATENATED MODULE: ./src/revoke.ts

/** Revokes every token, side by side. Never rejects: one that fails does not keep another alive. */
async function revokeAll(door, tokens) {
    return Promise.all(tokens.map((saved) => revokeOne(door, saved)));
}
async function revokeOne(door, saved) {
    try {
        return { kind: await tokens_revokeToken(door, saved.token), saved };
    }
    catch (error) {
        return { kind: 'failed', saved, error };
    }
}

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./src/action/log.ts

/** What an annotation may hold at most: longer ones are cut by GitHub. */
const LONGEST_ANNOTATION = 4096;
/** Prints a line. */
function log_info(line) {
    info(harmless(line));
}
/** Annotates the step with something the reader should know. */
function remark({ level, message }) {
    if (level === 'notice')
        notice(harmless(message));
    else
        warning(harmless(message));
}
/** Prints lines that are folded away. */
function folded(title, lines) {
    core.startGroup(harmless(title));
    for (const line of lines)
        log_info(line);
    core.endGroup();
}
/** Annotates the step with why it failed. */
function log_error(title, message) {
    const text = harmless(message);
    const cut = text.length > LONGEST_ANNOTATION ? `${text.slice(0, LONGEST_ANNOTATION - 1)}…` : text;
    core.error(cut, { title: harmless(title) });
}
/** Hides a text, and what the runner derives from it, in the log from here on. */
function mask(secret) {
    if (secret.trim() !== '')
        core_setSecret(secret);
}
/**
 * The last guard before the log: no line begins like a command, and none holds the marker of the old
 * syntax, which the runner obeys anywhere in a line. Foreign text has passed `printable` before.
 */
function harmless(text) {
    return text.replace(/##(?=\[)/g, '## ').replace(/^(\s*):(?=:)/gm, '$1: ');
}

;// CONCATENATED MODULE: ./src/config/parsed.ts
/** A usable input. */
function parsed_valid(value, remarks = []) {
    return { ok: true, value, remarks };
}
/** An input that cannot be used, and why. */
function parsed_invalid(first, ...rest) {
    return { ok: false, problems: [first, ...rest] };
}
/**
 * All of several inputs, or every problem in any of them, in the order of the keys. A problem that
 * several inputs share is reported once.
 */
function combine(parts) {
    const problems = [];
    const remarks = [];
    const values = {};
    for (const key of Object.keys(parts)) {
        const part = parts[key];
        if (part.ok) {
            values[key] = part.value;
            remarks.push(...part.remarks);
        }
        else {
            problems.push(...part.problems);
        }
    }
    const [first, ...rest] = new Set(problems);
    return first === undefined ? parsed_valid(values, remarks) : parsed_invalid(first, ...rest);
}

;// CONCATENATED MODULE: ./src/config/proxy.ts


/**
 * Reads the value of a proxy variable; an address without a scheme is taken as `http://`.
 * Problem: `proxy-malformed`, since falling back to a direct connection would go around the proxy.
 *
 * @param variable the name of the variable, for the message
 */
function parseProxy(variable, text) {
    const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
    const secrets = guessSecrets(text);
    try {
        const url = new URL(withScheme);
        const user = decodeURIComponent(url.username);
        const password = decodeURIComponent(url.password);
        if ((url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '') {
            return parsed_valid({ url: url.href, secrets: proxy_credentials(user, password, secrets) });
        }
    }
    catch {
        // Falls through to the one explanation: what exactly is wrong with it may hold the password.
    }
    return parsed_invalid({
        code: 'proxy-malformed',
        title: `${variable} is not a proxy's address`,
        problem: `${variable} is set, but is no address of an http or https proxy${hint(text)}.`,
        fix: `set \`${variable}\` to an address such as http://proxy.example.com:3128 (special characters in a password percent-encoded), or unset it.`
    });
}
/** Everything before the last `@`, which may be a password even where the address makes no sense. */
function guessSecrets(text) {
    const authority = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
    const end = authority.lastIndexOf('@');
    if (end < 0)
        return [];
    const userinfo = authority.slice(0, end);
    return [userinfo, userinfo.slice(userinfo.indexOf(':') + 1)].filter(isMaskable);
}
function proxy_credentials(user, password, guessed) {
    const found = [...guessed, password, `${user}:${password}`];
    return [...new Set(password === '' ? guessed : found.filter(isMaskable))];
}
/** Masking one to three characters would shred the log and hide nothing. */
function isMaskable(text) {
    return text.length >= 4;
}
function hint(text) {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme === undefined || scheme === 'http' || scheme === 'https')
        return '';
    return ` (it begins with "${printable_printable(scheme)}://")`;
}

;// CONCATENATED MODULE: ./src/action/proxy.ts



/**
 * Settles whether a proxy is used for an API, as the environment says, and writes its address back
 * in the one form that `@actions/http-client` takes from there: it would silently connect directly
 * where it cannot read it. The value: what must be masked. Problem: `proxy-malformed`.
 */
function settleProxy(env, apiUrl) {
    const variable = `${new URL(apiUrl).protocol.replace(':', '')}_proxy`;
    const name = [variable, variable.toUpperCase()].find((one) => (env[one] ?? '').trim() !== '');
    if (name === undefined || isBypassed(env, variable, apiUrl))
        return parsed_valid([]);
    const proxy = parseProxy(name, (env[name] ?? '').trim());
    if (!proxy.ok)
        return proxy;
    env[variable] = proxy.value.url;
    return parsed_valid(proxy.value.secrets);
}
/** Asks the library itself whether `NO_PROXY` or the loopback excepts this API from any proxy. */
function isBypassed(env, variable, apiUrl) {
    const before = env[variable];
    env[variable] = 'http://proxy.invalid';
    const isExcepted = lib_getProxyUrl(apiUrl) === '';
    if (before === undefined)
        Reflect.deleteProperty(env, variable);
    else
        env[variable] = before;
    return isExcepted;
}

;// CONCATENATED MODULE: ./src/action/state.ts


/** What main saves before anything else, so that nobody else can have set it. */
const EMPTY_STATE = { apiUrl: '', keepToken: false, tokens: [] };
const KEY = 'github-app-token';
/** Saves what post needs; the last time counts. */
function state_saveState(state) {
    core.saveState(KEY, JSON.stringify(state));
}
/** Reads what main saved; nothing to do where that is missing or makes no sense. */
function loadState() {
    const saved = parse(getState(KEY));
    return {
        apiUrl: shape_textField(saved, 'apiUrl'),
        keepToken: shape_field(saved, 'keepToken') === true,
        tokens: shape_listField(saved, 'tokens').map((token) => ({
            token: shape_textField(token, 'token'),
            subject: shape_textField(token, 'subject'),
            expiresAt: shape_textField(token, 'expiresAt')
        }))
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

;// CONCATENATED MODULE: ./src/action/system-clock.ts
/** The runner's own time and chance. */
const systemClock = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    random: () => Math.random(),
    sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject(new Error('the wait was cut short'));
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, milliseconds);
        signal?.addEventListener('abort', stop, { once: true });
    })
};

;// CONCATENATED MODULE: ./src/action/post.ts









/** The post step: takes back what main handed over. Warns when it cannot, and never fails the job. */
async function post(env = process.env) {
    try {
        await takeBack(loadState(), env);
    }
    catch (error) {
        const [{ problem }] = explain({ error, situation: {}, evidence: {} });
        remark({ level: 'warning', message: `The token was not revoked: ${problem}` });
    }
}
async function takeBack(state, env) {
    for (const { token } of state.tokens)
        mask(token);
    if (state.keepToken)
        log_info('The token was kept: skip-token-revoke is true.');
    else if (state.tokens.length === 0)
        log_info('Nothing to revoke: no token was handed over.');
    else
        for (const result of await revoke(state, env))
            tell(result);
}
async function revoke(state, env) {
    // As main did, so that a proxy set only after it is gone through as well.
    const proxy = settleProxy(env, state.apiUrl);
    if (!proxy.ok) {
        const error = new explanation_ExplainedError(proxy.problems, { nothingSent: true });
        return state.tokens.map((saved) => ({ kind: 'failed', saved, error }));
    }
    proxy.value.forEach(mask);
    const door = new Door({
        apiUrl: state.apiUrl,
        clock: systemClock,
        cancelled: new AbortController().signal
    });
    try {
        return await revokeAll(door, state.tokens);
    }
    finally {
        door.close();
    }
}
function tell(result) {
    const { subject, expiresAt } = result.saved;
    switch (result.kind) {
        case 'revoked':
            log_info(`Token for ${subject} revoked`);
            break;
        case 'already-gone':
            log_info(`Token for ${subject} had expired or been revoked before`);
            break;
        case 'failed': {
            const [{ problem }] = explain({ error: result.error, situation: {}, evidence: {} });
            const reason = problem.replace(/\n\s*/g, ' ');
            remark({
                level: 'warning',
                message: `The token for ${subject} was not revoked: ${reason} It expires by itself at ${clockTime(expiresAt)}.`
            });
        }
    }
}

;// CONCATENATED MODULE: ./src/post.ts

void post();

module.exports = __webpack_exports__;
/******/ })()
;