"use strict";
exports.id = 548;
exports.ids = [548];
exports.modules = {

/***/ 8548:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportFailure: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: ./src/tokens/describe.ts
var describe = __webpack_require__(2149);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
// EXTERNAL MODULE: ./src/explanation.ts
var explanation = __webpack_require__(7908);
// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/tokens/create.ts + 1 modules
var create = __webpack_require__(4199);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/github/jwt.ts
var jwt = __webpack_require__(3106);
// EXTERNAL MODULE: ./src/config/permissions.ts + 1 modules
var permissions = __webpack_require__(6885);
;// CONCATENATED MODULE: ./src/explain/context.ts


/** Whether a person named the account, rather than the runner: only then can it be misspelt. */
function isOwnerTyped(target) {
    return target.kind !== 'repositories' || target.because === 'both-set';
}
/** The App's slug where GitHub has told it. */
function appName({ situation, evidence }) {
    const known = evidence.app === undefined || evidence.app === 'unknown' ? '' : evidence.app.slug;
    const slug = situation.installation?.appSlug ?? known;
    return slug === '' ? 'The App' : (0,printable/* printable */.g$)(slug);
}
/** The same within a sentence. */
function theApp(known) {
    return appName(known).replace(/^The App$/, 'the App');
}
/** The account or enterprise that the workflow named. */
function accountName({ situation }) {
    const target = situation.request?.target;
    if (target === undefined)
        return 'the account';
    if (target.kind === 'enterprise')
        return target.enterprise;
    if (target.kind === 'installation' && target.owner === '')
        return 'its account';
    return target.owner;
}
/** The App's id as the workflow gave it, with its input, and the key's fingerprint. */
function credentials({ situation: { config } }) {
    if (config === undefined)
        return { id: "the App's id", key: 'the key' };
    return { id: `${config.app.input} ${config.app.value}`, key: `key ${config.key.fingerprint}` };
}
/** The API in use. */
function apiUrl({ situation }) {
    const url = situation.config?.api.url;
    return url === undefined ? 'the API' : (0,printable/* printable */.g$)(url);
}
/** What GitHub said, fit to be quoted. */
function quote(message) {
    return `"${(0,printable/* printable */.g$)(message)}"`;
}
/** A permission as people write it: `contents: write`. */
function permissionLine(name, level) {
    return `${(0,permissions/* dashed */.Gg)((0,printable/* printable */.g$)(name))}: ${level}`;
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
/** At most this many names stand in a sentence; the others are counted. */
const MOST_LISTED = 10;
/** Names for a sentence: `hello, lib`, or the first few `and 40 more`. */
function listed(names) {
    const more = names.length - MOST_LISTED;
    const shown = names.slice(0, MOST_LISTED).join(', ');
    return more > 0 ? `${shown} and ${more} more` : shown;
}
/**
 * The page where an installation's owner changes it, or a description of the way there. Its address
 * names the account: where the workflow does not, neither does the log, which anyone may read.
 */
function settingsPage({ situation, evidence }) {
    const url = (situation.installation ?? evidence.onOwner)?.settingsUrl ?? '';
    const target = situation.request?.target;
    const isNamed = !(target?.kind === 'installation' && target.owner === '');
    return url !== '' && isNamed ? (0,printable/* printable */.g$)(url) : "the account's settings > GitHub Apps > Configure";
}

;// CONCATENATED MODULE: ./src/explain/credential-rules.ts



/** Why GitHub did not accept the App's JWT. */
const CREDENTIAL_RULES = [clockOff, keyRefused, noKey, malformedIssuer];
function clockOff(known) {
    const { reply } = known.error;
    if (!(0,jwt/* isClockRefusal */.Xg)(reply))
        return undefined;
    return {
        code: 'clock-off',
        title: "This runner's clock is wrong",
        problem: [
            `GitHub refused the times in the App's JWT: ${quote(reply.message)}.`,
            compareClocks(known),
            'A clock that is off by up to a day is corrected; this one is not.'
        ].join(' '),
        fix: "set the runner's clock (NTP), then run the job again."
    };
}
function compareClocks({ evidence: { clocks } }) {
    if (clocks === undefined)
        return 'The answer does not tell the time of GitHub.';
    const ahead = clocks.runner - clocks.github;
    const direction = ahead > 0 ? 'ahead of' : 'behind';
    const theirs = new Date(clocks.github).toISOString();
    return `This runner's clock is ${(0,time/* amountOfTime */.RI)(ahead)} ${direction} GitHub's: GitHub's says ${theirs}.`;
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
    const { id, key } = credentials(known);
    return {
        code: 'key-none-registered',
        title: 'The App has no private key',
        problem: `GitHub has no key of ${id}, so ${key} cannot be right: ${quote(message)}.`,
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
    const { id, key } = credentials(known);
    return {
        code: 'app-id-malformed',
        title: "The App's id is malformed",
        problem: `GitHub cannot read ${id}, given with ${key}: ${quote(message)}.`,
        fix: / \d+$/.test(id)
            ? 'use the App ID (a number) from the App\'s settings page, under "About".'
            : 'use the App ID (a number) from the App\'s settings page, under "About": an old GitHub Enterprise Server takes no Client ID. On github.com, check the Client ID for stray characters.'
    };
}

// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var targets = __webpack_require__(5351);
// EXTERNAL MODULE: ./src/tokens/grant.ts
var grant = __webpack_require__(184);
;// CONCATENATED MODULE: ./src/explain/creation-rules.ts







/** Why GitHub did not mint a token although it knows the installation. */
const MINT_RULES = [suspended, scopeTooLarge, creation_rules_permissions, repositories];
/** A table in an annotation has at most this many rows; the others are counted. */
const MOST_ROWS = 20;
function suspended(known) {
    if (!/\bsuspended\b/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), accountName(known)];
    return {
        code: 'installation-suspended',
        title: 'The App is suspended on this account',
        problem: `${app} is installed on ${account}, but suspended there: ${quote(known.error.reply.message)}.`,
        fix: `an owner of ${account} unsuspends it: ${settingsPage(known)}`
    };
}
function creation_rules_permissions(known) {
    const { reply } = known.error;
    if (!isPermissionRefused(reply))
        return undefined;
    const [app, account] = [appName(known), accountName(known)];
    const lacking = lackingPermissions(known);
    const problem = lacking.length === 0
        ? `GitHub refused the permissions that ${theApp(known)} asked for on ${account}: ${quote(reply.message)}.`
        : [
            `${app} lacks ${counted(lacking.length, 'permission')} on ${account}.`,
            ...rowsOf(lacking)
        ].join('\n');
    return {
        code: 'permissions-not-granted',
        title: 'The App lacks permissions',
        problem,
        fix: raiseAndAccept(known)
    };
}
/** A table of what was asked for against what was granted. */
function rowsOf(lacking) {
    const shown = lacking.slice(0, MOST_ROWS);
    const width = Math.max(...shown.map(({ asked }) => asked.length));
    const rows = shown.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`);
    const more = lacking.length - shown.length;
    return more > 0 ? [...rows, `  and ${more} more`] : rows;
}
function raiseAndAccept(known) {
    return [
        '1. raise them in the App\'s settings, under "Permissions & events"',
        `     2. an owner of ${accountName(known)} accepts: ${settingsPage(known)}`
    ].join('\n');
}
function lackingPermissions({ situation }) {
    const { request, installation } = situation;
    // What was granted is not known: then nothing is claimed to be lacking.
    if (request?.rights.kind !== 'listed' || installation === undefined)
        return [];
    return Object.entries(request.rights.permissions)
        .map(([name, level]) => ({ name, level, has: (0,permissions/* levelOf */.In)(installation.permissions, name) }))
        .filter(({ level, has }) => has === undefined || !(0,permissions/* covers */.hU)(has, level))
        .map(({ name, level, has }) => ({
        asked: permissionLine(name, level),
        granted: has ?? 'none'
    }));
}
function scopeTooLarge(known) {
    const { reply } = known.error;
    if (!isScopeTooLarge(reply))
        return undefined;
    return {
        code: 'scope-too-large',
        title: 'The token would cover too much',
        problem: `GitHub refused a token this large: ${quote(reply.message)}. It takes at most ${targets/* MOST_REPOSITORIES */.Zn} repositories, and fewer with many permissions.`,
        fix: `ask for fewer permissions or repositories, split them over several steps, or have the App installed on all repositories of ${accountName(known)} and leave \`repositories\` out.`
    };
}
function repositories(known) {
    const { reply } = known.error;
    if (!isRepositoryRefused(reply))
        return undefined;
    const code = 'repositories-not-accessible';
    const { installation } = known.situation;
    const text = installation && explainRepositories(known, installation);
    if (text !== undefined)
        return { code, ...text };
    const more = known.evidence.notLookedUp ?? 0;
    const looked = more === 0 ? '' : ` All but the last ${more} were looked up, and are in reach.`;
    return {
        code,
        title: 'The App cannot reach a repository',
        problem: `GitHub refused the repositories that ${theApp(known)} asked for on ${accountName(known)}: ${quote(reply.message)}.${looked}`,
        fix: `check ${whatWasNamed(known)}; what the App reaches: ${settingsPage(known)}`
    };
}
function whatWasNamed({ situation }) {
    const target = situation.request?.target;
    const [names, ids] = ['each name in `repositories`', 'each id in `repository-ids`'];
    if (target === undefined || !('ids' in target) || target.ids.length === 0)
        return names;
    return target.names.length === 0 ? ids : `${names} and ${ids}`;
}
/** GitHub granted something other than was asked (`grant-differs`). */
function explainGrant(known) {
    const { comparison, grant, revoked } = known.error.details;
    const lines = comparison.wrong.slice(0, MOST_ROWS).map(describeDifference);
    const more = comparison.wrong.length - lines.length;
    if (more > 0)
        lines.push(`  and ${more} more`);
    const end = revoked
        ? 'The token was revoked at once.'
        : `The token could not be revoked at once; that is tried again when the job ends, and it expires at ${(0,time/* clockTime */.qo)(grant.expiresAt)}.`;
    return {
        code: 'grant-differs',
        title: 'GitHub granted something other than was asked',
        problem: [`GitHub granted something other than was asked. ${end}`, ...lines].join('\n'),
        fix: cureOfGrant(known)
    };
}
function cureOfGrant(known) {
    const { comparison, installation } = known.error.details;
    if (comparison.wrong.some(isWide)) {
        return `name in the workflow what ${(0,printable/* printable */.g$)(installation.appSlug)} shall have, and report this: GitHub should not grant more than was asked.`;
    }
    return comparison.wrong.some(({ kind }) => kind === 'permission')
        ? raiseAndAccept(known)
        : `add what is missing under "Repository access": ${settingsPage(known)}`;
}
function isWide(difference) {
    switch (difference.kind) {
        case 'permission':
            return (0,grant/* isWider */.K)(difference.asked, difference.granted);
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
            return `  ${(0,permissions/* dashed */.Gg)((0,printable/* printable */.g$)(difference.name))}   asked: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`;
        case 'repository-missing':
            return `  ${(0,printable/* printable */.g$)(difference.name)}   asked for, not granted`;
        case 'repositories-extra':
            return `  ${counted(difference.count, 'repository', 'repositories')} granted, not asked for`;
        case 'all-repositories':
            return '  all repositories granted, only some asked for';
    }
}
/** GitHub's words for a JWT whose `iss` it does not know. */
function isAppUnknown({ message }) {
    return message.includes('Integration not found');
}
/** The token would cover too much. Its words may name permissions and repositories as well. */
function isScopeTooLarge({ status, message }) {
    return status === 422 && /too (many|complex)|complexity|more than \d+|at most \d+/i.test(message);
}
/** A permission was asked for that the installation does not have. */
function isPermissionRefused(refusal) {
    return refusal.status === 422 && /permission/i.test(refusal.message) && !isScopeTooLarge(refusal);
}
/** A repository was asked for that the installation does not reach. */
function isRepositoryRefused(refusal) {
    return (refusal.status === 422 &&
        /repositor/i.test(refusal.message) &&
        !isPermissionRefused(refusal) &&
        !isScopeTooLarge(refusal));
}

;// CONCATENATED MODULE: ./src/explain/lookup-rules.ts



/** Why GitHub found no installation (404), most telling first. */
const LOOKUP_RULES = [
    appUnknown,
    installationUnknown,
    otherHost,
    notInstalled,
    goneMeanwhile,
    movedOutOfReach,
    repositoryUnknown,
    repositoryNotSelected,
    notFound
];
function appUnknown(known) {
    const { reply } = known.error;
    const isUnknown = isAppUnknown(reply) || (reply.status === 404 && known.evidence.app === 'unknown');
    if (!isUnknown)
        return undefined;
    const { id, key } = credentials(known);
    return {
        code: 'app-unknown',
        title: 'GitHub does not know this App',
        problem: `${apiUrl(known)} does not know ${id} (${quote(reply.message)}), given with ${key}.`,
        fix: `use the Client ID or App ID from the App's settings page, under "About". Is the App registered on another GitHub host? Then set \`github-api-url\` to that host's API.`
    };
}
/** The App has no installation with the id that the workflow gives. */
function installationUnknown(known) {
    const target = known.situation.request?.target;
    if (known.error.reply.status !== 404 || target?.kind !== 'installation')
        return undefined;
    const app = appName(known);
    return {
        code: 'installation-unknown',
        title: 'The App has no such installation',
        problem: `${app} has no installation ${target.id} (${quote(known.error.reply.message)}): it belongs to another App, or it has been removed.`,
        fix: "correct `installation-id` (the number at the end of the installation's settings page), or set `owner` in its place."
    };
}
function otherHost(known) {
    const { config, request } = known.situation;
    if (known.error.reply.status !== 404 || config?.api.isOwn !== false)
        return undefined;
    if (request?.target.kind !== 'repositories')
        return undefined;
    if (request.target.because !== 'nothing-set')
        return undefined;
    return {
        code: 'other-host',
        title: 'This repository is not on that GitHub',
        problem: `github-api-url is ${apiUrl(known)}, another GitHub than the one that runs this workflow, and neither owner nor repositories is set: ${request.subject} was looked for there.`,
        fix: 'set `owner`, and `repositories` where you need only some, to what the token is for on that host.'
    };
}
function notInstalled(known) {
    const { evidence, situation } = known;
    if (evidence.isNotOnOwner !== true)
        return undefined;
    const [app, account] = [appName(known), accountName(known)];
    const meant = evidence.meant === undefined ? '' : ` Did you mean ${(0,printable/* printable */.g$)(evidence.meant)}?`;
    const target = situation.request?.target;
    const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner';
    const ask = `ask an owner of ${account} to install it: ${installPage(known)}`;
    return {
        code: 'app-not-installed',
        title: 'The App is not installed on this account',
        problem: `${app} is not installed on ${account}.${meant}`,
        fix: (target === undefined || isOwnerTyped(target) ? `correct \`${input}\`, or ${ask}` : ask) +
            (input === 'enterprise' ? enterpriseNote(known) : '')
    };
}
/** https://docs.github.com/en/enterprise-cloud@latest/rest/apps/apps has the route, Server does not. */
function enterpriseNote(known) {
    return apiUrl(known).endsWith('/api/v3')
        ? '. Enterprise Server has no installations on enterprises: use `owner` there.'
        : '';
}
function installPage({ evidence: { app } }) {
    return app === undefined || app === 'unknown' || app.htmlUrl === ''
        ? "the App's public page"
        : `${(0,printable/* printable */.g$)(app.htmlUrl)}/installations/new`;
}
/** The installation was found, and then GitHub did not know it when asked for a token. */
function goneMeanwhile(known) {
    const { situation, error } = known;
    if (error.reply.status !== 404 || situation.installation === undefined)
        return undefined;
    const [app, account] = [appName(known), accountName(known)];
    return {
        code: 'app-not-installed',
        title: 'The installation of the App is gone',
        problem: `GitHub found installation ${situation.installation.id} of ${app} on ${account}, but not when it was asked for a token (${quote(error.reply.message)}): it has just been removed or replaced.`,
        fix: `run the job again. If that does not help, ask an owner of ${account} to install it: ${installPage(known)}`
    };
}
/** The lookup was redirected to a repository's new name or owner, and the App is not there. */
function movedOutOfReach(known) {
    const { error, situation } = known;
    const lookup = situation.request?.lookup;
    if (error.reply.status !== 404 || lookup?.kind !== 'repository')
        return undefined;
    if (!/\/repositories\/\d+\/installation$/.test(error.reply.url))
        return undefined;
    const [app, name] = [appName(known), `${lookup.owner}/${lookup.repository}`];
    return {
        code: 'repository-moved',
        title: 'The repository has another name or owner now',
        problem: `${name} has another name or owner now, and ${app} cannot reach it there.`,
        fix: 'set `owner` and `repositories` to where it is now, and have the App installed there for it.'
    };
}
function repositoryUnknown(known) {
    const { onOwner } = known.evidence;
    if (onOwner?.repositorySelection !== 'all')
        return undefined;
    const text = explainRepositories(known, onOwner);
    return text && { code: 'repository-unknown', ...text };
}
function repositoryNotSelected(known) {
    const { onOwner } = known.evidence;
    if (onOwner === undefined)
        return undefined;
    const text = explainRepositories(known, onOwner);
    return text && { code: 'repository-not-selected', ...text };
}
function notFound(known) {
    const { error, situation } = known;
    // Without a request for a token nothing was looked up: it is post's revocation that was refused.
    if (error.reply.status !== 404 || situation.request === undefined)
        return undefined;
    const { subject } = situation.request;
    return {
        code: 'app-not-installed',
        title: 'The App is not installed there',
        problem: `GitHub found no installation of ${theApp(known)} for ${subject} (${quote(error.reply.message)}): it is not installed there, not for this repository, or a name is misspelt.`,
        fix: 'check `owner` and `repositories`; install the App there, or add the repository to its installation.'
    };
}
/**
 * Which of the repositories asked for are out of reach, why, and what to do; undefined where no
 * look-up told.
 */
function explainRepositories(known, installation) {
    const { outOfReach = [], renamed = [] } = known.evidence;
    if (outOfReach.length === 0)
        return renamed.length === 0 ? undefined : allRenamed(known, renamed);
    const text = installation.repositorySelection === 'all' ? missing(known) : notSelected(known, outOfReach);
    if (renamed.length === 0)
        return text;
    return { ...text, problem: `${text.problem}\n${renamedToo(renamed)}` };
}
function notSelected(known, outOfReach) {
    const [app, names, isOne] = [appName(known), shortList(outOfReach), outOfReach.length === 1];
    const which = isOne ? 'the repository' : 'the repositories';
    const misspelt = isOne ? `${names} is misspelt` : 'they are misspelt';
    return {
        title: isOne ? 'The App cannot reach the repository' : 'The App cannot reach some repositories',
        problem: `${app} is installed on ${accountName(known)}, but not for ${which} ${names}, or ${misspelt}.${unchecked(known)}`,
        fix: `add ${names} under "Repository access": ${settingsPage(known)}`
    };
}
function missing(known) {
    const { outOfReach = [] } = known.evidence;
    const [account, names] = [accountName(known), shortList(outOfReach)];
    const isOne = outOfReach.length === 1;
    const what = isOne ? `no repository ${names}` : `no repositories ${names}`;
    return {
        title: isOne ? 'There is no such repository' : 'Some of the repositories do not exist',
        problem: `${account} has ${what}: ${appName(known)} is installed there for all repositories.${unchecked(known)}`,
        fix: 'correct `repositories`.'
    };
}
function allRenamed(known, renamed) {
    return {
        title: renamed.length === 1
            ? 'The repository has another name or owner now'
            : 'Some repositories have another name or owner now',
        problem: `${renamedToo(renamed)}${unchecked(known)}`,
        fix: 'bring `repositories` up to date.'
    };
}
function renamedToo(renamed) {
    const has = renamed.length === 1 ? 'has' : 'have';
    return `${listed(renamed)} ${has} another name or owner now. Among several names, GitHub takes only those of today.`;
}
function unchecked({ evidence: { notLookedUp = 0 } }) {
    return notLookedUp === 0 ? '' : ` ${notLookedUp} more were not looked up.`;
}
function shortList(full) {
    return listed(full.map((name) => name.slice(name.indexOf('/') + 1)));
}

// EXTERNAL MODULE: ./src/http/attempt.ts
var http_attempt = __webpack_require__(8461);
;// CONCATENATED MODULE: ./src/explain/network-rules.ts




/** Explains why no answer arrived. */
function explainUnreachable(known) {
    const { code, message, attempts } = known.error;
    if ((0,http_attempt/* isTunnelFailure */.D)({ message }))
        return tunnelFailed(known, message);
    if ((0,http_attempt/* isUntrusted */.fb)({ code }))
        return untrusted(known);
    if (code === 'ENOTIME')
        return outOfTime(known);
    return {
        code: 'network-unreachable',
        title: 'GitHub cannot be reached',
        problem: `${apiUrl(known)} cannot be reached: ${what(code, message)} (tried ${times(attempts.length)}).`,
        fix: cure(code)
    };
}
function outOfTime(known) {
    return {
        code: 'network-unreachable',
        title: 'GitHub cannot be reached',
        problem: `The step's time of 50 seconds was over before it could send its next request to ${apiUrl(known)}: earlier requests took too long.`,
        fix: cure('')
    };
}
/** Node 24 adds which option to start it with; nobody can do that with an action. */
function withoutAdvice(message) {
    return message.replace(/; if the root CA is installed locally.*$/, '');
}
function tunnelFailed(known, message) {
    // Some proxies answer wrong credentials with 401.
    const status = /statusCode=(401|407)\b/.exec(message)?.[1];
    if (status !== undefined)
        return proxyWantsCredentials(status === '401' ? 401 : 407);
    return {
        code: 'proxy-refused',
        title: 'The proxy does not connect to GitHub',
        problem: `The proxy does not connect to ${apiUrl(known)}: ${quote(message)}.`,
        fix: 'check HTTPS_PROXY (HTTP_PROXY for an http address), and that the proxy allows this host; NO_PROXY excepts hosts from it.'
    };
}
function untrusted(known) {
    const { code, message } = known.error;
    return {
        code: 'tls-untrusted',
        title: "GitHub's certificate is not trusted",
        problem: `The certificate of ${apiUrl(known)} is not trusted: ${quote(withoutAdvice(message))} (${(0,printable/* printable */.g$)(code)}).`,
        fix: trustCure(code)
    };
}
function trustCure(code) {
    if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
        return "is this runner's clock right? If so, the server, or a proxy in between, needs a new certificate.";
    }
    if (/ALTNAME|HOSTNAME_MISMATCH/.test(code)) {
        return 'the certificate is for another host name: use in `github-api-url` the name that it holds.';
    }
    return [
        'a private certificate authority? Set one of these for the runner or the job:',
        '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
        "  NODE_USE_SYSTEM_CA: '1'"
    ].join('\n');
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
            return "its answer is larger than any of GitHub's";
        case 'ECONNRESET':
        case 'EPIPE':
            return `the connection broke (${code})`;
        default:
            if (OTHER_PROTOCOL.test(code))
                return `it does not speak the protocol expected (${(0,printable/* printable */.g$)(code)})`;
            return code === '' ? quote(message) : `${quote(message)} (${(0,printable/* printable */.g$)(code)})`;
    }
}
/** TLS was spoken to a server without it, or the other way round. */
const OTHER_PROTOCOL = /^(EPROTO$|ERR_SSL_|HPE_)/;
function cure(code) {
    if (OTHER_PROTOCOL.test(code)) {
        return 'check `github-api-url`: does it begin with https: or http: as that server wants, and is the port right? Does a proxy change what passes?';
    }
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return 'is `github-api-url` spelt right? Does this runner reach it only through a proxy (HTTPS_PROXY)?';
    }
    return 'run the job again; if it fails again, check `github-api-url`, the firewall and the proxy (HTTPS_PROXY) of this runner.';
}
const DAY = 24 * 60 * 60 * 1000;
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
    return known.error.reply.status === 407 ? proxyWantsCredentials(407) : undefined;
}
/** A proxy answered 407, or 401 as some do to wrong credentials. */
function proxyWantsCredentials(status) {
    const answer = status === 407 ? '407 (Proxy Authentication Required)' : '401 (Unauthorized)';
    return {
        code: 'proxy-refused',
        title: 'The proxy wants other credentials',
        problem: `The proxy answered ${answer}: it was given no user name and password, or wrong ones.`,
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
        problem: `${accountName(known)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
        fix: `an owner of ${accountName(known)} adds the address under Settings > Authentication security > IP allow list, or the job runs on a runner whose address is on it.`
    };
}
function rateLimited(known) {
    const { reply, attempts } = known.error;
    if (!reply.isRateLimited)
        return undefined;
    const tried = attempts.length > 1
        ? `Tried ${times(attempts.length)}.`
        : 'Waiting for its end would take longer than this step waits.';
    return {
        code: 'rate-limited',
        title: "GitHub's rate limit is reached",
        problem: `GitHub's rate limit is reached: ${quote(reply.message)}. ${tried}`,
        fix: `run the job again ${until(reply)}. Many jobs at once? Spread them, or share one token within a job.`
    };
}
function until({ date, wait }) {
    if (date === undefined || wait === undefined)
        return 'later';
    const end = new Date(date + wait);
    // A wait beyond what dates can say comes from no clock of GitHub's.
    if (Number.isNaN(end.getTime()))
        return 'later';
    return `after ${(0,time/* clockTime */.qo)(end.toISOString())}${wait > DAY ? ` on ${end.toISOString().slice(0, 10)}` : ''}`;
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
    const where = reply.location === undefined ? 'nowhere' : `to ${(0,printable/* printable */.g$)(reply.location)}`;
    return {
        code: 'redirected',
        title: 'GitHub sends the request elsewhere',
        problem: `${(0,printable/* printable */.g$)(reply.url)} answered ${reply.status} and points ${where}. The credentials were not sent there.`,
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
        problem: `${(0,printable/* printable */.g$)(reply.url)} answered ${reply.status}, but not as GitHub's API does. A proxy, a sign-in page or another server stands in between, or github-api-url is wrong.`,
        fix: 'check `github-api-url` (Enterprise Server: https://HOSTNAME/api/v3) and the proxy that the runner uses.'
    };
}

;// CONCATENATED MODULE: ./src/explain/explain.ts










/** The rules for what GitHub refused, in order: the first that knows the case explains it. */
const RULES = [...SERVICE_RULES, ...CREDENTIAL_RULES, ...MINT_RULES, ...LOOKUP_RULES];
/** Explains any failure in the words of the workflow. Pure; never fails. */
function explain(known) {
    const { error } = known;
    if (error instanceof explanation/* ExplainedError */.h)
        return error.explanations;
    if (error instanceof create/* GrantError */.FY)
        return [explainGrant({ ...known, error })];
    if (error instanceof errors/* UnreachableError */.Jk) {
        return [explainUnreachable({ ...known, error })];
    }
    if (error instanceof errors/* RefusedError */.fk) {
        return [explainRefusal({ ...known, error })];
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
function unexpected(error) {
    return {
        code: 'unexpected',
        title: 'Something went wrong inside this action',
        problem: `Something went wrong inside this action: ${(0,printable/* printable */.g$)(nameOf(error))}.`,
        fix: 'please report it with the details above.'
    };
}
function nameOf(error) {
    const [name, code] = [(0,json/* textField */.M8)(error, 'name'), (0,json/* textField */.M8)(error, 'code')];
    return code === '' ? name : `${name} (${code})`;
}

// EXTERNAL MODULE: ./src/config/names.ts
var names = __webpack_require__(6234);
// EXTERNAL MODULE: ./src/github/api.ts
var api = __webpack_require__(8943);
;// CONCATENATED MODULE: ./src/explain/investigate.ts







/** At most this many repositories are looked up one by one after a failure. */
const MOST_LOOKED_UP = 50;
/** This many at a time: GitHub slows down who asks for more. */
const SIDE_BY_SIDE = 8;
/**
 * Finds out what explains a refusal, by a few further look-ups with the App's own JWT. Never
 * rejects: what cannot be found out is left out, and the explanation says less.
 */
async function investigate(error, situation, app) {
    if (!(error instanceof errors/* RefusedError */.fk))
        return {};
    const { reply } = error;
    if ((0,jwt/* isClockRefusal */.Xg)(reply))
        return clocks(reply, app);
    if (reply.isForeign || isAppUnknown(reply))
        return {};
    if (reply.status === 404)
        return whyNotFound(situation, app);
    return isRepositoryRefused(reply) ? whichRepositories(situation, app, []) : {};
}
function clocks({ date }, app) {
    if (date === undefined)
        return {};
    return { clocks: { runner: app.now() - (app.clockSkew ?? 0), github: date } };
}
async function whyNotFound(situation, app) {
    const { lookup } = situation.request;
    if (lookup.kind === 'installation')
        return { app: await knownApp(app) };
    const [known, onOwner] = await Promise.all([
        knownApp(app),
        ownerInstallation(lookup, situation, app)
    ]);
    if (known === 'unknown')
        return { app: known };
    if (onOwner === 'none') {
        return { app: known, ...(await nearestAccount(lookup, situation, app)) };
    }
    const evidence = { app: known, onOwner };
    const isWithin = onOwner !== undefined && situation.installation === undefined;
    if (!isWithin || lookup.kind !== 'repository')
        return evidence;
    return { ...evidence, ...(await whichRepositories(situation, app, [lookup.repository])) };
}
async function knownApp(app) {
    try {
        const { reply } = await app.call({ method: 'GET', path: '/app' });
        return { slug: (0,json/* textField */.M8)(reply.body, 'slug'), htmlUrl: (0,json/* textField */.M8)(reply.body, 'html_url') };
    }
    catch (error) {
        return error instanceof errors/* RefusedError */.fk && error.reply.status === 404 ? 'unknown' : undefined;
    }
}
async function ownerInstallation(lookup, situation, app) {
    if (lookup.kind === 'repository') {
        return installationOrNone(app, { kind: 'account', owner: lookup.owner });
    }
    // What was looked up is the account itself: the answer was that there is none, unless it was found
    // and only then disappeared.
    return situation.installation === undefined ? 'none' : installationOrNone(app, lookup);
}
async function installationOrNone(app, lookup) {
    try {
        return await (0,api/* findInstallation */.Qs)(app, lookup);
    }
    catch (error) {
        return error instanceof errors/* RefusedError */.fk && error.reply.status === 404 ? 'none' : undefined;
    }
}
/** The account that was meant; only what was typed can be mistyped. */
async function nearestAccount(lookup, { request }, app) {
    const nowhere = { isNotOnOwner: true };
    if (!isOwnerTyped(request.target))
        return nowhere;
    const typed = lookup.kind === 'enterprise' ? lookup.enterprise : lookup.owner;
    const kind = lookup.kind === 'enterprise' ? 'enterprise' : 'account';
    try {
        const meant = (0,names/* nearMiss */.bi)(typed, await (0,api/* listAccounts */.B)(app, kind));
        if (meant === undefined)
            return nowhere;
        // GitHub contradicts itself: then nothing is claimed.
        return (0,names/* sameName */.q)(meant, typed) ? {} : { ...nowhere, meant };
    }
    catch {
        return nowhere;
    }
}
/** Looks up each repository asked for, side by side, but one whose answer is known. */
async function whichRepositories({ request: { target, lookup: first } }, app, missing) {
    if (!('names' in target) || target.owner === '')
        return {};
    const rest = first.kind === 'repository' ? target.names.slice(1) : target.names;
    const names = rest.slice(0, MOST_LOOKED_UP);
    const found = [];
    for (let at = 0; at < names.length; at += SIDE_BY_SIDE) {
        const lookUps = names
            .slice(at, at + SIDE_BY_SIDE)
            .map((repository) => ({ kind: 'repository', owner: target.owner, repository }));
        found.push(...(await Promise.all(lookUps.map((lookup) => installationOrNone(app, lookup)))));
    }
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

;// CONCATENATED MODULE: ./src/explain/render.ts



/** GitHub cuts a message after 4,096 characters; the runner may lengthen it a little. */
const LONGEST = 4000;
const ASSURANCE = ' Nothing was sent to GitHub.';
/**
 * Puts explanations into one annotation: problem, fix and help; several are numbered. Where that is
 * too long, the fix and the help stay whole.
 */
function renderAnnotation(explanations, options) {
    const [first, ...others] = explanations;
    const end = `Help: ${options.help}#${first.code}`;
    return others.length === 0
        ? renderOne(first, options.nothingSent, end)
        : renderSeveral(explanations, options, end);
}
function renderOne(explanation, nothingSent, end) {
    const { code, title, problem, fix } = explanation;
    // That an empty key was not sent anywhere goes without saying.
    const isAssured = nothingSent && code !== 'private-key-empty';
    const rest = `\nFix: ${fix}\n${end}`;
    const text = cut(isAssured ? problem + ASSURANCE : problem, LONGEST - rest.length);
    return { title, message: text + rest };
}
function renderSeveral(explanations, { several, nothingSent }, end) {
    let message = `${several}.${nothingSent ? ASSURANCE : ''}`;
    for (const [index, { problem, fix }] of explanations.entries()) {
        const entry = `\n${index + 1}. ${indent(problem)}\n   Fix: ${indent(fix)}`;
        const more = `\nand ${explanations.length - index} more`;
        if (message.length + entry.length + more.length + end.length >= LONGEST) {
            message += more;
            break;
        }
        message += entry;
    }
    return { title: several, message: `${message}\n${end}` };
}
/** Further lines of a numbered entry stand below its text, so that they do not look like entries. */
function indent(text) {
    return text.replace(/\n/g, '\n      ');
}
function cut(text, longest) {
    if (text.length <= longest)
        return text;
    // Half of a character beyond the first 65,536 is none.
    return `${text.slice(0, Math.max(0, longest - 1)).replace(/[\ud800-\udbff]$/, '')}…`;
}
/**
 * The lines of the details for a bug report: every request, and who asked; none where nothing was
 * sent. No secret.
 */
function renderDetails(journal, { app, key, api }) {
    if (journal.length === 0)
        return [];
    const asker = `${app.input} ${app.value}; key ${key.fingerprint}; API ${api.url}`;
    return [...journal.map(renderAttempt), asker];
}
function renderAttempt(attempt) {
    const request = `${attempt.method} ${(0,printable/* printable */.g$)(attempt.url)}`;
    switch (attempt.kind) {
        case 'answered': {
            const id = attempt.requestId === undefined ? '' : ` (request id ${(0,printable/* printable */.g$)(attempt.requestId)})`;
            const late = (0,http_attempt/* mayHaveCreatedToken */.he)(attempt)
                ? ' (GitHub may have created a token all the same)'
                : '';
            return `${request} -> ${attempt.status} ${(0,printable/* printable */.g$)(attempt.message)}${id}${late}`;
        }
        case 'unanswered':
            return `${request} -> no answer: ${(0,printable/* printable */.g$)(`${attempt.code} ${attempt.message}`.trim())}`;
    }
}
/** Where an unexpected error came from: its stack without its message, which may hold anything. */
function renderStack(error) {
    return (0,json/* textField */.M8)(error, 'stack')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .map((line) => (0,printable/* printable */.g$)(line.trim()));
}

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
    const source = isKnown && (0,printable/* secretIn */.u7)(`${repository} ${ref}`) === undefined ? { repository, ref } : HOME;
    return `https://github.com/${source.repository}/blob/${source.ref}/${path}`;
}

// EXTERNAL MODULE: ./src/action/log.ts
var log = __webpack_require__(8592);
;// CONCATENATED MODULE: ./src/action/report-failure.ts










/**
 * Finds out why the step failed and says it: first the details, folded, then one annotation.
 *
 * @param work undefined if the step failed before its config was read
 */
async function reportFailure(error, work, env) {
    const report = await explainAll(error, work);
    const details = [
        ...(work === undefined ? [] : renderDetails(work.github.http.journal, work.config)),
        ...causes(error).filter(isUnforeseen).flatMap(renderStack)
    ];
    if (details.length > 0)
        log/* folded */.TM('Details for a bug report', details);
    const { title, message } = renderAnnotation(report.explanations, {
        nothingSent: error instanceof explanation/* ExplainedError */.h && error.nothingSent,
        several: report.heading,
        help: helpPage(env)
    });
    log/* error */.z3(title, message);
}
async function explainAll(error, work) {
    // Without work nothing creates tokens.
    if (error instanceof create/* CreateError */.rF && work !== undefined)
        return explainCreation(error, work);
    const explanations = explain({ error, situation: {}, evidence: {} });
    return { explanations, heading: `${explanations.length} inputs need correcting` };
}
async function explainCreation({ failures, unused }, work) {
    const [first, ...others] = failures;
    const one = await explainOne(first, work);
    const rest = await Promise.all(others.map((other) => explainOne(other, work)));
    const count = work.config.targets.length;
    const told = count === 1 ? one.explanations : distinct([one, ...rest]);
    const [explanation = one.explanations[0], ...further] = told;
    return {
        explanations: [withLost(withUnused(explanation, unused), work), ...further],
        heading: `${failures.length} of ${count} tokens could not be minted`
    };
}
async function explainOne(failure, { config, app }) {
    const { error, request, installation } = failure;
    const situation = { config, request, ...(installation && { installation }) };
    const evidence = await investigate(error, situation, app);
    return { subject: request.subject, explanations: explain({ error, situation, evidence }) };
}
/** What keeps several tokens from being minted is said once; anything else says which it is about. */
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
    const revoked = unused.filter(({ fate }) => fate === 'revoked').map(({ subject }) => subject);
    const lines = unused.filter(({ fate }) => fate !== 'revoked').map(describeLiving);
    if (revoked.length > 0) {
        const [which, were] = revoked.length === 1 ? ['The token', 'was'] : ['The tokens', 'were'];
        lines.unshift(`${which} for ${revoked.join(', ')} ${were} revoked again: none is handed over.`);
    }
    return { ...explanation, problem: [explanation.problem, ...lines].join('\n') };
}
function describeLiving({ subject, expiresAt, fate }) {
    const end = (0,time/* clockTime */.qo)(expiresAt);
    return fate === 'alive'
        ? `A token for ${subject} was created, and could neither be saved nor revoked. It lives until ${end}.`
        : `The token for ${subject} is not revoked yet. That is tried again when the job ends; otherwise it lives until ${end}.`;
}
function causes(error) {
    return error instanceof create/* CreateError */.rF ? error.failures.map((failure) => failure.error) : [error];
}
function isUnforeseen(error) {
    return ![explanation/* ExplainedError */.h, errors/* RefusedError */.fk, errors/* UnreachableError */.Jk, create/* GrantError */.FY].some((kind) => error instanceof kind);
}


/***/ })

};
;