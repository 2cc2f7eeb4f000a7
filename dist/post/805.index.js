"use strict";
exports.id = 805;
exports.ids = [805];
exports.modules = {

/***/ 186:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./src/explanation.ts
var explanation = __webpack_require__(908);
// EXTERNAL MODULE: ./src/github/errors.ts
var errors = __webpack_require__(116);
// EXTERNAL MODULE: ./src/shape.ts
var shape = __webpack_require__(297);
// EXTERNAL MODULE: ./src/config/permissions.ts + 1 modules
var permissions = __webpack_require__(885);
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
        const [wanted, got] = [levelOf(asked, name), levelOf(granted, name)];
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
    const names = (scope.repositories ?? []).map((name) => `${owner}/${name}`);
    const ids = scope.repositoryIds ?? [];
    if (names.length + ids.length === 0)
        return [];
    if (grant.repositories === undefined) {
        return grant.repositorySelection === 'all' ? [{ kind: 'all-repositories' }] : [];
    }
    const granted = grant.repositories;
    const missing = [
        ...names.filter((name) => !granted.some((one) => sameName(one, name))),
        ...ids.filter((id) => !grant.repositoryIds.includes(id)).map((id) => `repository ${id}`)
    ];
    const extra = granted.filter((one, index) => !names.some((name) => sameName(one, name)) && !ids.includes(grant.repositoryIds[index] ?? 0));
    return [
        ...missing.map((name) => ({ kind: 'repository-missing', name })),
        ...(extra.length === 0 ? [] : [{ kind: 'repositories-extra', count: extra.length }])
    ];
}
/** Whether a granted level is more than was asked. */
function isWider(asked, granted) {
    if (granted === undefined)
        return false;
    return asked === undefined || (granted !== asked && (0,permissions/* covers */.hU)(granted, asked));
}

// EXTERNAL MODULE: ./src/github/permissions.ts
var github_permissions = __webpack_require__(435);
;// CONCATENATED MODULE: ./src/github/installations.ts




/**
 * Finds an installation. Raises what `AppSession.call` raises; a 404 says that the App is not
 * installed there. https://docs.github.com/en/rest/apps/apps
 */
async function installations_findInstallation(app, lookup) {
    const found = readInstallation(await app.call({ method: 'GET', path: lookupPath(lookup) }));
    // GitHub may leave the account out. It is the one named, unless the repository has moved since.
    const isNamed = found.owner === '' && found.movedRepositoryId === undefined;
    return isNamed ? { ...found, owner: namedIn(lookup) } : found;
}
/** At most this many pages of 100 accounts are read to find the one that was meant. */
const MOST_PAGES = 10;
/**
 * The logins of the accounts, or the slugs of the enterprises, on which the App is installed, among
 * the first thousand installations. Raises what `AppSession.call` raises.
 */
async function listAccounts(app, kind) {
    const name = kind === 'account' ? 'login' : 'slug';
    const accounts = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const path = `/app/installations?per_page=100&page=${page}`;
        const { reply } = await app.call({ method: 'GET', path });
        const found = Array.isArray(reply.body) ? reply.body : [];
        const names = found.map((installation) => textField(field(installation, 'account'), name));
        accounts.push(...names.filter((each) => each !== ''));
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
function namedIn(lookup) {
    switch (lookup.kind) {
        case 'enterprise':
            return lookup.enterprise;
        case 'installation':
            return '';
        case 'repository':
        case 'account':
            return lookup.owner;
    }
}
function lookupPath(lookup) {
    switch (lookup.kind) {
        case 'repository':
            return route `/repos/${lookup.owner}/${lookup.repository}/installation`;
        case 'account':
            return route `/users/${lookup.owner}/installation`;
        case 'enterprise':
            return route `/enterprises/${lookup.enterprise}/installation`;
        case 'installation':
            return route `/app/installations/${lookup.id}`;
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

// EXTERNAL MODULE: ./src/github/tokens.ts
var tokens = __webpack_require__(997);
;// CONCATENATED MODULE: ./src/plan.ts

/** At most this many repositories are named in a line of the log; the others are counted. */
const MOST_NAMED = 10;
/** Turns what the workflow wants into what to ask GitHub for: one request for each owner. Pure. */
function planRequests(targets, rights) {
    const [first, ...others] = targets;
    return [planRequest(first, rights), ...others.map((target) => planRequest(target, rights))];
}
function planRequest(target, rights) {
    return { target, rights, lookup: lookupFor(target), subject: subjectOf(target) };
}
function lookupFor(target) {
    switch (target.kind) {
        case 'repositories': {
            const { owner } = target;
            const [repository] = target.names;
            return repository === undefined
                ? { kind: 'account', owner }
                : { kind: 'repository', owner, repository };
        }
        case 'owner':
            return { kind: 'account', owner: target.owner };
        case 'enterprise':
            return { kind: 'enterprise', enterprise: target.enterprise };
        case 'installation':
            return { kind: 'installation', id: target.id };
    }
}
function subjectOf(target) {
    switch (target.kind) {
        case 'repositories':
            return nameRepositories(target.owner, target);
        case 'owner':
            return target.owner;
        case 'enterprise':
            return `the enterprise ${target.enterprise}`;
        case 'installation':
            return subjectOfInstallation(target.id, target.owner, target);
    }
}
function subjectOfInstallation(id, owner, repositories) {
    const installation = `installation ${id}`;
    if (repositories.names.length + repositories.ids.length === 0) {
        return owner === '' ? installation : `${owner} (${installation})`;
    }
    if (owner !== '')
        return nameRepositories(owner, repositories);
    return `${nameRepositories('', repositories)} of ${installation}`;
}
function nameRepositories(owner, { names, ids }) {
    const shown = names.slice(0, MOST_NAMED).map((name) => (owner === '' ? name : `${owner}/${name}`));
    const more = names.length - shown.length;
    const parts = [
        ...(shown.length === 0 ? [] : [shown.join(', ')]),
        ...(more === 0 ? [] : [`${more} more`]),
        ...(ids.length === 0 ? [] : [nameIds(owner, ids, names.length === 0)])
    ];
    return parts.join(' and ');
}
function nameIds(owner, ids, isAlone) {
    const what = ids.length === 1 ? `repository ${String(ids[0])}` : `${ids.length} repositories by id`;
    return isAlone && owner !== '' ? `${what} in ${owner}` : what;
}
/**
 * The scope to ask for. What is left out of it means everything.
 *
 * @param granted what the installation was granted: needed for `read-all` alone
 */
function plan_scopeOf({ target, rights }, granted) {
    const { names, ids } = target.kind === 'repositories' || target.kind === 'installation'
        ? target
        : { names: [], ids: [] };
    return {
        ...(names.length > 0 && { repositories: names }),
        ...(ids.length > 0 && { repositoryIds: ids }),
        ...permissionsFor(rights, granted)
    };
}
function permissionsFor(rights, granted) {
    switch (rights.kind) {
        case 'everything':
            return {};
        case 'read-all':
            return { permissions: readLevels(granted) };
        case 'listed':
            return { permissions: rights.permissions };
    }
}

;// CONCATENATED MODULE: ./src/mint.ts








/** Not every token could be created, or passed on. Those that were created are revoked. */
class MintError extends Error {
    name = 'MintError';
    failures;
    unused;
    constructor(failures, unused) {
        super(`${failures.length} tokens could not be created`);
        this.failures = failures;
        this.unused = unused;
    }
}
/** A token was created, but could not be saved for post. The cause says why. */
class UnsavedError extends Error {
    name = 'UnsavedError';
    token;
    constructor(token, cause) {
        super('a token could not be saved', { cause });
        this.token = token;
    }
}
/** GitHub slows down who asks for more at a time. */
const SIDE_BY_SIDE = 10;
/**
 * Mints all tokens, side by side, or none: when one fails, the others are revoked at once. Raises
 * {@link MintError}, and {@link InterruptedError} when the job is cancelled: post then revokes what
 * was saved.
 */
async function mintTokens(requests, dependencies) {
    const results = await sideBySide(requests, SIDE_BY_SIDE, (request) => mintToken(request, dependencies), ({ kind }) => kind !== 'minted');
    if (results.some(({ kind }) => kind === 'interrupted'))
        throw new InterruptedError();
    const minted = results.flatMap((result) => (result.kind === 'minted' ? [result.token] : []));
    const [failure, ...failures] = results.flatMap((result) => result.kind === 'failed' ? [result.failure] : []);
    // As many as there are requests, so at least one.
    if (failure === undefined)
        return minted;
    const unsaved = results.flatMap((result) => result.kind === 'failed' && result.unsaved !== undefined ? [result.unsaved] : []);
    const unused = await revokeUnused(minted, dependencies);
    throw new MintError([failure, ...failures], [...unsaved, ...unused]);
}
/** Revokes tokens that are saved for post and not output. Never rejects: post tries again. */
async function revokeUnused(minted, dependencies) {
    return Promise.all(minted.map(async (token) => ({
        subject: token.request.subject,
        expiresAt: token.expiresAt,
        fate: (await tryRevoke(token, dependencies)) ? 'revoked' : 'saved'
    })));
}
/** Mints one token. Never rejects: whatever goes wrong is told with how far it had come. */
async function mintToken(request, dependencies) {
    let installation;
    try {
        const token = await acquire(request, dependencies, (found) => {
            installation = found;
        });
        return { kind: 'minted', token };
    }
    catch (error) {
        if (error instanceof InterruptedError)
            return { kind: 'interrupted' };
        const [reason, unsaved] = error instanceof UnsavedError ? [error.cause, error.token] : [error, undefined];
        return { kind: 'failed', failure: { error: reason, request, installation }, unsaved };
    }
}
async function acquire(request, dependencies, found) {
    const { lookup, rights } = request;
    const isKnown = lookup.kind === 'installation' && rights.kind !== 'read-all';
    const { installation, scope, issued } = isKnown
        ? await mintById(request, lookup.id, dependencies, found)
        : await mintAfterLookup(request, dependencies, found);
    const comparison = compareGrant(installation.owner, scope, issued.grant);
    if (comparison.wrong.length === 0)
        return { ...issued, installation, request, comparison };
    const revoked = await tryRevoke(issued, dependencies);
    throw new GrantError({ comparison, installation, grant: issued, revoked });
}
async function mintAfterLookup(request, dependencies, found) {
    const installation = await findInstallation(dependencies.app, request.lookup);
    found(installation);
    const problem = accountProblem(request, installation);
    if (problem !== undefined)
        throw new ExplainedError([problem], { nothingSent: false });
    const scope = scopeFor(request, installation);
    const issued = await mintAndKeep(installation.id, scope, request, dependencies);
    return { installation, scope, issued };
}
/** The id is known, so that the look-up of what else is known of it need not come first. */
async function mintById(request, id, dependencies, found) {
    const scope = scopeOf(request, {});
    const [lookup, mint] = await Promise.allSettled([
        findInstallation(dependencies.app, request.lookup),
        mintAndKeep(id, scope, request, dependencies)
    ]);
    if (lookup.status === 'fulfilled')
        found(lookup.value);
    const problem = lookup.status === 'fulfilled' ? accountProblem(request, lookup.value) : undefined;
    const mismatch = problem && new ExplainedError([problem], { nothingSent: false });
    if (mint.status === 'rejected') {
        // On another account than the one meant, a refusal says nothing about what was asked for.
        throw mint.reason instanceof RefusedError ? (mismatch ?? mint.reason) : mint.reason;
    }
    if (lookup.status === 'rejected' || mismatch !== undefined) {
        await tryRevoke(mint.value, dependencies);
        throw lookup.status === 'rejected' ? lookup.reason : mismatch;
    }
    return { installation: lookup.value, scope, issued: mint.value };
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
/** Why an installation that was found is on another account than the workflow names, if it is. */
function accountProblem({ target, lookup }, installation) {
    const named = target.kind === 'enterprise' ? target.enterprise : target.owner;
    if (named === '' || sameName(named, installation.owner))
        return undefined;
    if (lookup.kind === 'repository' && installation.movedRepositoryId !== undefined) {
        return movedAway(lookup.owner, lookup.repository);
    }
    return target.kind === 'installation' ? onAnother(target.id, named) : foundElsewhere(named);
}
/** An account that has a new name, or an answer that belongs to another question. */
function foundElsewhere(named) {
    return {
        code: 'installation-mismatch',
        title: 'The installation found is on another account',
        problem: `GitHub answers the look-up of ${named} with an installation on another account. A token for an account that the workflow does not name is not minted.`,
        fix: `has ${named} a new name? Then write that one.`
    };
}
function movedAway(owner, repository) {
    return {
        code: 'repository-moved',
        title: 'The repository has moved to another owner',
        problem: `${owner}/${repository} has moved to another owner. A token for an owner that the workflow does not name is not minted.`,
        fix: 'set `owner` and `repositories` to where it is now.'
    };
}
function onAnother(id, owner) {
    return {
        code: 'installation-mismatch',
        title: 'The installation is on another account',
        problem: `installation-id is ${id}, but that installation is on another account than ${owner}, which the workflow names. No token was handed over.`,
        fix: 'correct `installation-id`, or remove it: the installation on `owner` is found by itself.'
    };
}
/** A repository that was renamed is asked for by its id. */
function scopeFor(request, installation) {
    const scope = scopeOf(request, installation.permissions);
    if (scope.permissions !== undefined && Object.keys(scope.permissions).length === 0) {
        throw new ExplainedError([nothingToRead(request)], { nothingSent: false });
    }
    const id = installation.movedRepositoryId;
    if (id === undefined || request.lookup.kind !== 'repository')
        return scope;
    const { repository } = request.lookup;
    const { repositories = [], repositoryIds = [], ...rest } = scope;
    const others = repositories.filter((name) => !sameName(name, repository));
    const names = others.length === 0 ? {} : { repositories: others };
    return { ...rest, ...names, repositoryIds: [...new Set([id, ...repositoryIds])] };
}
/** Sent empty, the list would mean every permission. */
function nothingToRead({ subject }) {
    return {
        code: 'permissions-not-granted',
        title: 'There is nothing to read',
        problem: `permissions is read-all, but the App has no permission for ${subject} that can be read.`,
        fix: 'name the permissions that the job needs.'
    };
}
async function mintAndKeep(installationId, scope, request, dependencies) {
    const issued = await createToken(dependencies.app, installationId, scope);
    try {
        dependencies.keep(issued, request);
    }
    catch (error) {
        const fate = (await tryRevoke(issued, dependencies)) ? 'revoked' : 'alive';
        const { expiresAt } = issued;
        throw new UnsavedError({ subject: request.subject, expiresAt, fate }, error);
    }
    if (dependencies.cancelled.aborted)
        throw new InterruptedError();
    return issued;
}
/** Whether the token is revoked now. */
async function tryRevoke(issued, { door, clock, forget }) {
    try {
        if ((await revokeToken(door, issued, clock)).kind !== 'revoked')
            return false;
    }
    catch {
        return false;
    }
    try {
        forget(issued);
    }
    catch {
        // The state still has the token: post finds that GitHub no longer accepts it.
    }
    return true;
}

// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(260);
// EXTERNAL MODULE: ./src/describe.ts
var describe = __webpack_require__(506);
;// CONCATENATED MODULE: ./src/jwt/clock-skew.ts
/** A forged `Date` could otherwise buy a JWT that is valid in a far future. */
const MOST = (/* unused pure expression or super */ null && (24 * 60 * 60 * 1000));
/** Less than the margins of the JWT's own times cannot be the cause. */
const LEAST = (/* unused pure expression or super */ null && (10 * 1000));
/**
 * Whether clocks that differ explain that GitHub refused a JWT for its times: by how many
 * milliseconds GitHub's (`date`) is ahead of the runner's (`now`), negative where it is behind.
 * Undefined where it must be something else.
 */
function clockSkew(date, now) {
    if (date === undefined)
        return undefined;
    const skew = date - now;
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
    return slug === '' ? 'The App' : (0,printable/* printable */.g)(slug);
}
/** The same within a sentence. */
function theApp(known) {
    return appName(known).replace(/^The App$/, 'the App');
}
/** The account or enterprise that the workflow named. */
function words_accountName({ situation }) {
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
    return url === undefined ? 'the API' : (0,printable/* printable */.g)(url);
}
/** What GitHub said, fit to be quoted. */
function quote(message) {
    return `"${(0,printable/* printable */.g)(message)}"`;
}
/** A permission as people write it: `contents: write`. */
function permissionLine(name, level) {
    return `${(0,permissions/* dashed */.Gg)((0,printable/* printable */.g)(name))}: ${level}`;
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
    return url !== '' && isNamed ? (0,printable/* printable */.g)(url) : "the account's settings > GitHub Apps > Configure";
}

;// CONCATENATED MODULE: ./src/diagnose/credential-rules.ts



/** Why GitHub did not accept the App's JWT. */
const CREDENTIAL_RULES = [clockOff, keyRefused, noKey, malformedIssuer];
function clockOff(known) {
    const { reply } = known.error;
    if (!isClockRefusal(reply))
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
    return `This runner's clock is ${(0,describe/* amountOfTime */.RI)(ahead)} ${direction} GitHub's: GitHub's says ${theirs}.`;
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

;// CONCATENATED MODULE: ./src/diagnose/refusals.ts
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

;// CONCATENATED MODULE: ./src/diagnose/repositories.ts

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
        problem: `${app} is installed on ${words_accountName(known)}, but not for ${which} ${names}, or ${misspelt}.${unchecked(known)}`,
        fix: `add ${names} under "Repository access": ${settingsPage(known)}`
    };
}
function missing(known) {
    const { outOfReach = [] } = known.evidence;
    const [account, names] = [words_accountName(known), shortList(outOfReach)];
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

;// CONCATENATED MODULE: ./src/diagnose/situation.ts
/** Whether a person named the account, rather than the runner: only then can it be misspelt. */
function isOwnerTyped(target) {
    return target.kind !== 'repositories' || target.because === 'both-set';
}

;// CONCATENATED MODULE: ./src/diagnose/lookup-rules.ts





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
    const [app, account] = [appName(known), words_accountName(known)];
    const meant = evidence.meant === undefined ? '' : ` Did you mean ${(0,printable/* printable */.g)(evidence.meant)}?`;
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
        : `${(0,printable/* printable */.g)(app.htmlUrl)}/installations/new`;
}
/** The installation was found, and then GitHub did not know it when asked for a token. */
function goneMeanwhile(known) {
    const { situation, error } = known;
    if (error.reply.status !== 404 || situation.installation === undefined)
        return undefined;
    const [app, account] = [appName(known), words_accountName(known)];
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

;// CONCATENATED MODULE: ./src/config/target/target.ts
/** GitHub takes at most this many repositories in one request for a token. */
const MOST_REPOSITORIES = 500;
/** One step creates tokens for at most this many owners. */
const MOST_OWNERS = 100;

;// CONCATENATED MODULE: ./src/diagnose/mint-rules.ts








/** Why GitHub did not mint a token although it knows the installation. */
const MINT_RULES = [suspended, scopeTooLarge, mint_rules_permissions, repositories];
/** A table in an annotation has at most this many rows; the others are counted. */
const MOST_ROWS = 20;
function suspended(known) {
    if (!/\bsuspended\b/i.test(known.error.reply.message))
        return undefined;
    const [app, account] = [appName(known), words_accountName(known)];
    return {
        code: 'installation-suspended',
        title: 'The App is suspended on this account',
        problem: `${app} is installed on ${account}, but suspended there: ${quote(known.error.reply.message)}.`,
        fix: `an owner of ${account} unsuspends it: ${settingsPage(known)}`
    };
}
function mint_rules_permissions(known) {
    const { reply } = known.error;
    if (!isPermissionRefused(reply))
        return undefined;
    const [app, account] = [appName(known), words_accountName(known)];
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
        `     2. an owner of ${words_accountName(known)} accepts: ${settingsPage(known)}`
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
        problem: `GitHub refused a token this large: ${quote(reply.message)}. It takes at most ${MOST_REPOSITORIES} repositories, and fewer with many permissions.`,
        fix: `ask for fewer permissions or repositories, split them over several steps, or have the App installed on all repositories of ${words_accountName(known)} and leave \`repositories\` out.`
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
        problem: `GitHub refused the repositories that ${theApp(known)} asked for on ${words_accountName(known)}: ${quote(reply.message)}.${looked}`,
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
        : `The token could not be revoked at once; that is tried again when the job ends, and it expires at ${(0,describe/* clockTime */.qo)(grant.expiresAt)}.`;
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
        return `name in the workflow what ${(0,printable/* printable */.g)(installation.appSlug)} shall have, and report this: GitHub should not grant more than was asked.`;
    }
    return comparison.wrong.some(({ kind }) => kind === 'permission')
        ? raiseAndAccept(known)
        : `add what is missing under "Repository access": ${settingsPage(known)}`;
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
            return `  ${(0,permissions/* dashed */.Gg)((0,printable/* printable */.g)(difference.name))}   asked: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`;
        case 'repository-missing':
            return `  ${(0,printable/* printable */.g)(difference.name)}   asked for, not granted`;
        case 'repositories-extra':
            return `  ${counted(difference.count, 'repository', 'repositories')} granted, not asked for`;
        case 'all-repositories':
            return '  all repositories granted, only some asked for';
    }
}

// EXTERNAL MODULE: ./src/github/attempt.ts
var attempt = __webpack_require__(678);
;// CONCATENATED MODULE: ./src/diagnose/service-rules.ts



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
        problem: `${words_accountName(known)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
        fix: `an owner of ${words_accountName(known)} adds the address under Settings > Authentication security > IP allow list, or the job runs on a runner whose address is on it.`
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
    return `after ${(0,describe/* clockTime */.qo)(end.toISOString())}${wait > DAY ? ` on ${end.toISOString().slice(0, 10)}` : ''}`;
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
    const { code, message, attempts } = known.error;
    if ((0,attempt/* isTunnelFailure */.D)({ message }))
        return tunnelFailed(known, message);
    if ((0,attempt/* isUntrusted */.fb)({ code }))
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
        problem: `The certificate of ${apiUrl(known)} is not trusted: ${quote(withoutAdvice(message))} (${(0,printable/* printable */.g)(code)}).`,
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
                return `it does not speak the protocol expected (${(0,printable/* printable */.g)(code)})`;
            return code === '' ? quote(message) : `${quote(message)} (${(0,printable/* printable */.g)(code)})`;
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

;// CONCATENATED MODULE: ./src/diagnose/explain.ts











/** The rules for what GitHub refused, in order: the first that knows the case explains it. */
const RULES = [...SERVICE_RULES, ...CREDENTIAL_RULES, ...MINT_RULES, ...LOOKUP_RULES];
/** Explains any failure in the words of the workflow. Pure; never fails. */
function explain(known) {
    const { error } = known;
    if (error instanceof explanation/* ExplainedError */.h)
        return error.explanations;
    if (error instanceof GrantError)
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
        problem: `Something went wrong inside this action: ${(0,printable/* printable */.g)(nameOf(error))}.`,
        fix: 'please report it with the details above.'
    };
}
function nameOf(error) {
    const [name, code] = [(0,shape/* textField */.M8)(error, 'name'), (0,shape/* textField */.M8)(error, 'code')];
    return code === '' ? name : `${name} (${code})`;
}


/***/ })

};
;