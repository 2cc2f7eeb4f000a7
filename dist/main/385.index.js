"use strict";
exports.id = 385;
exports.ids = [385];
exports.modules = {

/***/ 1385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportFailure: () => (/* binding */ reportFailure)
});

// EXTERNAL MODULE: ./src/describe.ts
var describe = __webpack_require__(8506);
// EXTERNAL MODULE: ./src/explanation.ts
var explanation = __webpack_require__(7908);
// EXTERNAL MODULE: ./src/github/attempt.ts
var github_attempt = __webpack_require__(8678);
// EXTERNAL MODULE: ./src/github/errors.ts
var errors = __webpack_require__(3116);
// EXTERNAL MODULE: ./src/mint.ts + 1 modules
var mint = __webpack_require__(4198);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/jwt/clock-skew.ts
var clock_skew = __webpack_require__(558);
// EXTERNAL MODULE: ./src/config/permissions.ts + 1 modules
var permissions = __webpack_require__(6885);
;// CONCATENATED MODULE: ./src/diagnose/words.ts


/** The App's slug where GitHub has told it. */
function appName({ situation, evidence }) {
    const known = evidence.app === undefined || evidence.app === 'unknown' ? '' : evidence.app.slug;
    const slug = situation.installation?.appSlug ?? known;
    return slug === '' ? 'The App' : (0,printable/* printable */.g)(slug);
}
/** The account or enterprise that the workflow named. */
function accountName({ situation }) {
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
    return `"${(0,printable/* printable */.g)(message)}"`;
}
/** A permission as people write it: `contents: write`. */
function permissionLine(name, level) {
    return `${(0,permissions/* dashed */.Gg)((0,printable/* printable */.g)(name))}: ${level ?? 'none'}`;
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
    return url === '' ? "the App's entry under the account's settings > GitHub Apps" : (0,printable/* printable */.g)(url);
}

;// CONCATENATED MODULE: ./src/diagnose/credential-rules.ts


/** Why GitHub did not accept the App's JWT. */
const CREDENTIAL_RULES = [clockOff, keyRefused, noKey, malformedIssuer];
function clockOff(known) {
    const { reply } = known.error;
    if (!(0,clock_skew/* isClockRefusal */.X)(reply))
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

// EXTERNAL MODULE: ./src/config/near-miss.ts
var near_miss = __webpack_require__(6523);
// EXTERNAL MODULE: ./src/github/installations.ts
var installations = __webpack_require__(9746);
// EXTERNAL MODULE: ./src/github/shape.ts
var shape = __webpack_require__(5430);
;// CONCATENATED MODULE: ./src/diagnose/investigate.ts




/** At most this many repositories are looked up one by one after a failure. */
const MOST_LOOKED_UP = 50;
/**
 * Finds out what explains a refusal, by a few further look-ups with the App's own JWT. Never
 * rejects: what cannot be found out is left out, and the explanation says less.
 */
async function investigate(error, situation, app) {
    if (!(error instanceof errors/* RefusedError */.fk) || situation.request === undefined)
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
        return { slug: (0,shape/* textField */.M8)(reply.body, 'slug'), htmlUrl: (0,shape/* textField */.M8)(reply.body, 'html_url') };
    }
    catch (error) {
        const isUnknown = error instanceof errors/* RefusedError */.fk && [401, 404].includes(error.reply.status);
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
        return await (0,installations/* findInstallation */.Q)(app, lookup);
    }
    catch (error) {
        return error instanceof errors/* RefusedError */.fk && error.reply.status === 404 ? 'none' : undefined;
    }
}
async function meantAccount(lookup, app) {
    const typed = lookup.kind === 'enterprise' ? lookup.enterprise : lookup.owner;
    try {
        return (0,near_miss/* nearMiss */.b)(typed, await (0,installations/* listAccounts */.B)(app));
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
    const [app, account] = [appName(known), accountName(known)];
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
        title: `${accountName(known)} has no repository ${missing.short}`,
        problem: `${accountName(known)} has no repository ${missing.short}. ${appName(known)} is installed there for all repositories, so this one does not exist.`,
        fix: 'correct `repositories`.'
    };
}
function repositoryNotSelected(known) {
    const { onOwner } = known.evidence;
    if (onOwner === undefined || onOwner === 'none')
        return undefined;
    const [app, account, missing] = [appName(known), accountName(known), missingRepositories(known)];
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
    const subject = known.situation.request?.subject ?? accountName(known);
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

// EXTERNAL MODULE: ./src/config/target.ts
var target = __webpack_require__(5165);
// EXTERNAL MODULE: ./src/grant.ts
var grant = __webpack_require__(5153);
;// CONCATENATED MODULE: ./src/diagnose/mint-rules.ts







/** Why GitHub did not mint a token although it knows the installation. */
const MINT_RULES = [suspended, mint_rules_permissions, scopeTooLarge, repositories];
function suspended(known) {
    if (!/\bsuspended\b/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), accountName(known)];
    return {
        code: 'installation-suspended',
        title: `${app} is suspended on ${account}`,
        problem: `${app} is installed on ${account}, but suspended there: ${quote(known.error.reply.message)}.`,
        fix: `an owner of ${account} unsuspends it: ${settingsPage(known)}`
    };
}
function mint_rules_permissions(known) {
    if (known.error.reply.status !== 422 || !/permission/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), accountName(known)];
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
        `     2. an owner of ${accountName(known)} accepts: ${settingsPage(known)}`
    ].join('\n');
}
function lackingPermissions({ situation }) {
    const asked = Object.entries(situation.request?.scope.permissions ?? {});
    const granted = situation.installation?.permissions ?? {};
    const isLacking = ([name, level]) => {
        const has = granted[name];
        return has === undefined || !(0,permissions/* covers */.hU)(has, level);
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
        problem: `GitHub refused a token this large: ${quote(message)}. It takes at most ${target/* MOST_REPOSITORIES */.Z} repositories, and fewer with many permissions.`,
        fix: `ask for fewer permissions or repositories, split them over several steps, or have the App installed on all repositories of ${accountName(known)} and leave \`repositories\` out.`
    };
}
function repositories(known) {
    if (known.error.reply.status !== 422 || !/repositor/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), accountName(known)];
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
        : `The token could not be revoked; it expires at ${(0,describe/* clockTime */.qo)(grant.expiresAt)}.`;
    const isTooWide = comparison.wrong.some(isWide);
    return {
        code: 'grant-differs',
        title: 'GitHub granted something other than was asked',
        problem: [`GitHub granted something other than was asked. ${end}`, ...lines].join('\n'),
        fix: isTooWide
            ? `name in the workflow what ${(0,printable/* printable */.g)(installation.appSlug)} shall have, and report this: GitHub should not grant more than was asked.`
            : raiseAndAccept(known)
    };
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
            return `  ${(0,permissions/* dashed */.Gg)((0,printable/* printable */.g)(difference.name))}   asked: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`;
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
        problem: `${accountName(known)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
        fix: `an owner of ${accountName(known)} adds the address under Settings > Authentication security > IP allow list, or the job runs on a runner whose address is on it.`
    };
}
function rateLimited(known) {
    const { reply } = known.error;
    if (!reply.isRateLimited)
        return undefined;
    const until = reply.wait === undefined || reply.date === undefined
        ? 'later'
        : `after ${(0,describe/* clockTime */.qo)(new Date(reply.date + reply.wait).toISOString())}`;
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
    const where = reply.location === undefined ? 'nowhere' : `to ${(0,printable/* printable */.g)(reply.location)}`;
    return {
        code: 'redirected',
        title: 'GitHub sends the request elsewhere',
        problem: `${(0,printable/* printable */.g)(reply.url)} answered ${reply.status} and points ${where}. The credentials were not sent there.`,
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
        problem: `${(0,printable/* printable */.g)(reply.url)} answered ${reply.status}, but not as GitHub's API does. A proxy, a sign-in page or another server stands in between, or github-api-url is wrong.`,
        fix: 'check `github-api-url` (Enterprise Server: https://HOSTNAME/api/v3) and the proxy that the runner uses.'
    };
}

;// CONCATENATED MODULE: ./src/diagnose/network-rules.ts



/** Explains why no answer arrived. */
function explainUnreachable(known) {
    const { code, attempts } = known.error;
    const message = lastMessage(attempts);
    if ((0,github_attempt/* isTunnelFailure */.D)({ message }))
        return tunnelFailed(known, message);
    if ((0,github_attempt/* isUntrusted */.fb)({ code }))
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
    if (error instanceof explanation/* ExplainedError */.h)
        return error.explanations;
    if (error instanceof mint/* GrantError */.F)
        return [explainGrant({ ...known, error })];
    if (error instanceof errors/* UnreachableError */.Jk) {
        return [withLost(explainUnreachable({ ...known, error }), error.attempts)];
    }
    if (error instanceof errors/* RefusedError */.fk) {
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
    const lost = attempts.filter((attempt) => attempt.method === 'POST' && (0,github_attempt/* mayHaveTakenEffect */.Y2)(attempt)).length;
    if (lost === 0)
        return explanation;
    return { ...explanation, problem: `${explanation.problem}\n${(0,describe/* describeLost */.Uk)(lost)}` };
}
function unexpected(error) {
    const name = error instanceof Error ? error.name : typeof error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return {
        code: 'unexpected',
        title: 'Something went wrong inside this action',
        problem: `Something went wrong inside this action: ${(0,printable/* printable */.g)(name + code)}.`,
        fix: 'please report it with the details above.'
    };
}

;// CONCATENATED MODULE: ./src/diagnose/render.ts

/**
 * Puts explanations into one annotation: problem, fix and help; several are numbered.
 *
 * @param nothingSent whether it is worth saying that GitHub was not asked anything
 */
function renderAnnotation(explanations, nothingSent, help) {
    const [first, ...others] = explanations;
    const assurance = nothingSent ? ' Nothing was sent to GitHub.' : '';
    const end = `Help: ${help}#${first.code}`;
    if (others.length === 0) {
        const message = [`${first.problem}${assurance}`, `Fix: ${first.fix}`, end].join('\n');
        return { title: first.title, message };
    }
    const lines = explanations.flatMap((explanation, index) => [
        `${index + 1}. ${explanation.problem}`,
        `   Fix: ${explanation.fix}`
    ]);
    const count = `${explanations.length} inputs need correcting`;
    return { title: count, message: [`${count}.${assurance}`, ...lines, end].join('\n') };
}
/** The lines of the details for a bug report: every request, and who asked. No secret. */
function renderDetails(journal, config) {
    const lines = journal.map(renderAttempt);
    if (config === undefined)
        return lines;
    const { app, key, api } = config;
    return [...lines, `${app.input} ${app.value}; key ${key.fingerprint}; API ${api.url}`];
}
function renderAttempt(attempt) {
    const request = `${attempt.method} ${(0,printable/* printable */.g)(attempt.url)}`;
    switch (attempt.kind) {
        case 'answered': {
            const id = attempt.requestId === undefined ? '' : ` (request id ${(0,printable/* printable */.g)(attempt.requestId)})`;
            return `${request} -> ${attempt.status} ${(0,printable/* printable */.g)(attempt.message)}${id}`;
        }
        case 'unanswered':
            return `${request} -> no answer: ${(0,printable/* printable */.g)(`${attempt.code} ${attempt.message}`.trim())}`;
    }
}
/** Where an unexpected error came from: its stack without its message, which may hold anything. */
function renderStack(error) {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    return stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .map((line) => (0,printable/* printable */.g)(line.trim()));
}

;// CONCATENATED MODULE: ./src/action/help.ts
/** Where the action is published: for steps that use a local copy (`uses: ./`). */
const HOME = { repository: 'OWNER/github-app-token', ref: 'v1' };
/** The page of explanations that belongs to the very version in use. */
function helpPage(env) {
    const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
    const ref = env['GITHUB_ACTION_REF'] ?? '';
    const isKnown = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]{1,100}$/.test(ref);
    const source = isKnown ? { repository, ref } : HOME;
    return `https://github.com/${source.repository}/blob/${source.ref}/docs/TROUBLESHOOTING.md`;
}

// EXTERNAL MODULE: ./src/action/log.ts
var log = __webpack_require__(8592);
;// CONCATENATED MODULE: ./src/action/failure.ts








/** Finds out why the step failed and says it: first the details, folded, then one annotation. */
async function reportFailure(failure, env) {
    const { error, situation, github } = failure;
    const evidence = github === undefined ? {} : await investigate(error, situation, github.app);
    const journal = github?.door.journal ?? [];
    const details = [
        ...(journal.length === 0 ? [] : renderDetails(journal, situation.config)),
        ...(isForeseen(error) ? [] : renderStack(error))
    ];
    if (details.length > 0)
        log/* folded */.TM('Details for a bug report', details);
    const nothingSent = error instanceof explanation/* ExplainedError */.h && error.nothingSent;
    const { title, message } = renderAnnotation(explain({ error, situation, evidence }), nothingSent, helpPage(env));
    log/* error */.z3(title, message);
}
function isForeseen(error) {
    return [explanation/* ExplainedError */.h, errors/* RefusedError */.fk, errors/* UnreachableError */.Jk, mint/* GrantError */.F].some((kind) => error instanceof kind);
}


/***/ })

};
;