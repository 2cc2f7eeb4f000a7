"use strict";
exports.id = 509;
exports.ids = [509];
exports.modules = {

/***/ 2137:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts + 1 modules
var src_printable = __webpack_require__(9095);
// EXTERNAL MODULE: ./src/problems/problem.ts
var problem = __webpack_require__(6147);
// EXTERNAL MODULE: ./src/signers/key-service/key-service-client.ts + 2 modules
var key_service_client = __webpack_require__(4188);
// EXTERNAL MODULE: ./src/time.ts
var src_time = __webpack_require__(9834);
;// CONCATENATED MODULE: ./src/sources/token-service-client.ts








/** The work with a token service failed. The cause is what the HTTP client raised. */
class TokenServiceError extends Error {
    name = 'TokenServiceError';
    cause;
    service;
    stage;
    asked;
    /** The claims of the job's OIDC token, if it was sent. */
    claims;
    constructor(cause, facts) {
        super(`${facts.stage}: ${cause.message}`);
        this.cause = cause;
        this.service = facts.service;
        this.stage = facts.stage;
        this.asked = facts.asked;
        this.claims = facts.claims;
    }
}
/** GitHub's OIDC tokens are valid for five minutes. */
const MAX_USE_MS = 120_000;
/** An answer has a token and little else. The service is foreign, so it must not fill the memory. */
const MAX_ANSWER_BYTES = (/* unused pure expression or super */ null && (64 * 1024));
/** What a token can be: masking a shorter text would hide ordinary words of the log. */
const TOKEN = /^[\x21-\x7e]{20,4096}$/;
/**
 * Exchanges the job's OIDC token for tokens, in the protocol of octo-sts:
 * https://github.com/octo-sts/app
 */
class token_service_client_TokenServiceClient {
    #options;
    #oidcToken;
    /** Set when the job's OIDC token is there. */
    claims;
    constructor(options) {
        this.#options = options;
    }
    /**
     * Gets a token, which is not masked yet, and how many earlier requests may have created one, too.
     * Raises {@link TokenServiceError}, and `InterruptedError`.
     */
    async exchange(asked) {
        const { http, service } = this.#options;
        const idToken = await this.#currentOidcToken(asked);
        const url = new URL('/sts/exchange', service.url);
        url.searchParams.set('scope', asked.scope);
        url.searchParams.set('identity', service.trustPolicy);
        const request = {
            method: 'GET',
            url: url.href,
            authorize: () => bearerAuthorization(idToken),
            refusals: {
                codeOf: tokenServiceMessage,
                isTemporary: ({ status }) => status === 429
            },
            effect: 'creates-token',
            maxBytes: MAX_ANSWER_BYTES,
            read: ({ body }) => {
                const token = textField(body, 'token');
                return TOKEN.test(token) ? token : undefined;
            }
        };
        const send = () => callService(http, request);
        const { value, attempts } = await this.attempt(asked, 'exchange', send);
        return { token: value, lost: attempts.filter(mayHaveLostToken).length };
    }
    /** Turns what the HTTP client raises into a {@link TokenServiceError}. */
    async attempt(asked, stage, work) {
        try {
            return await work();
        }
        catch (error) {
            const isKnown = error instanceof RefusedError || error instanceof UnreachableError;
            const facts = { service: this.#options.service, stage, asked, claims: this.claims };
            throw isKnown ? new TokenServiceError(error, facts) : error;
        }
    }
    /** One token is enough for all owners of a step. */
    async #currentOidcToken(asked) {
        const now = monotonicTime();
        if (this.#oidcToken === undefined || now - this.#oidcToken.requestedAt > MAX_USE_MS) {
            this.#oidcToken = { text: this.#requestOidcToken(asked), requestedAt: now };
        }
        return this.#oidcToken.text;
    }
    async #requestOidcToken(asked) {
        const { http, service, mask } = this.#options;
        const token = await this.attempt(asked, 'oidc', () => requestOidcToken(http, service.oidc));
        mask(token);
        this.claims = readClaims(token);
        return token;
    }
}
/**
 * What a token service says of a failure: as gRPC gateways write it, or as OAuth does (RFC 6749, section
 * 5.2). Empty if it says nothing.
 */
function tokenServiceMessage({ message, body }) {
    if (message !== '')
        return message;
    const description = (0,json/* messageField */.iO)(body, 'error_description');
    return description === '' ? (0,json/* messageField */.iO)(body, 'error') : description;
}

;// CONCATENATED MODULE: ./src/config/target-names.ts



/** As git, npm and pip take it. Only ssh has other users than `git`: GitHub's name an enterprise. */
const URL_FORM = /^(?:git\+)?(?:(?:https?|git):\/\/(?:git@)?|ssh:\/\/(?:[\w.-]+@)?)(?<host>[^/:@\s]+)(?::\d+)?\/(?<path>[^\s?#]*)$/;
/** As people write a web address. A login has no dot, so this is no `owner/name`. */
const BARE_FORM = /^(?<host>[\w-]+(?:\.[\w-]+)+)\/(?<path>[^\s?#]*)$/;
/** As git takes it for ssh: a path after a colon, and no port. */
const SCP_FORM = /^[\w.-]+@(?<host>[^/:@\s]+):(?<path>[^\s?#]*)$/;
/**
 * The path of a web or git address on one of the API's own hosts (`https://github.com/octo-org/hello`,
 * `git@github.com:octo-org/hello.git`), without slashes at its end; undefined if the text is no such
 * address.
 */
function pathOfAddress(text, webHosts) {
    const match = URL_FORM.exec(text) ?? SCP_FORM.exec(text) ?? BARE_FORM.exec(text);
    const { host, path } = match?.groups ?? {};
    if (host === undefined || path === undefined)
        return undefined;
    // GitHub answers at these, too: https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
    const main = host.replace(/^(?:www|ssh)\./i, '');
    if (![host, main].some((name) => webHosts.some((known) => sameName(known, name)))) {
        return undefined;
    }
    return path.replace(/^\/+|(?<!\/)\/+$/g, '');
}
/**
 * Reads `owner`: one account or several, separated by commas or lines, without duplicates.
 * Problems: `owner-names-none`, `owner-is-json`, `owner-has-repository`, `owner-malformed`,
 * `owner-too-long`.
 */
function target_names_parseOwners(text, webHosts) {
    if (text === '')
        return valid([]);
    const entries = splitList(text);
    if (entries.length === 0)
        return invalid({ kind: 'owner-names-none', text: printable(text) });
    if (text.startsWith('['))
        return invalid({ kind: 'owner-is-json', text: printable(text) });
    return map(combineList(entries.map((entry) => parseOwner(entry, webHosts))), distinct);
}
function distinct(owners) {
    const byName = new Map();
    for (const owner of owners) {
        if (!byName.has(owner.toLowerCase()))
            byName.set(owner.toLowerCase(), owner);
    }
    return [...byName.values()];
}
function parseOwner(entry, webHosts) {
    const account = pathOfAddress(entry, webHosts) ?? entry;
    if (!isName(account))
        return malformedOwner(printable(entry), webHosts);
    if (account.length > MAX_OWNER_LENGTH)
        return tooLong('owner', account);
    if (account === entry)
        return valid(entry);
    const message = `owner is an address. Its account ${account} was used.`;
    return valid(account, [{ level: 'notice', message }]);
}
/** @param text the entry as it is shown: what looks like a secret is not repeated */
function malformedOwner(text, webHosts) {
    const [owner = '', name = '', ...rest] = (pathOfAddress(text, webHosts) ?? text).split('/');
    return isName(owner) && isName(name) && rest.length === 0
        ? invalid({ kind: 'owner-has-repository', text, owner, name })
        : invalid({ kind: 'owner-malformed', text });
}
/** GitHub has no longer names of accounts. */
const MAX_OWNER_LENGTH = 39;
/** It may be a secret, so it is not shown. */
function tooLong(input, { length }) {
    return invalid({ kind: 'owner-too-long', input, length, longest: MAX_OWNER_LENGTH });
}
/**
 * Reads `repositories`, entry by entry: names, or `owner/name`, separated by commas or lines, or a
 * JSON list of them. Problems: `repository-malformed`, `list-unreadable`,
 * `list-is-object`, `owner-too-long`.
 */
function target_names_parseRepositories(text, webHosts) {
    const entries = readList('repositories', text);
    return entries.ok ? entries.value.map((entry) => parseRepository(entry, webHosts)) : [entries];
}
function parseRepository(entry, webHosts) {
    const path = pathOfAddress(entry, webHosts) ?? entry;
    const slash = path.indexOf('/');
    const owner = slash === -1 ? '' : path.slice(0, slash);
    const name = path.slice(slash + 1).replace(/\.git$/, '');
    if (!isName(name) || (slash !== -1 && !isName(owner))) {
        return invalid({ kind: 'repository-malformed', text: printable(entry) });
    }
    if (owner.length > MAX_OWNER_LENGTH)
        return tooLong('repositories', owner);
    const read = owner === '' ? name : `${owner}/${name}`;
    if (read === entry)
        return valid({ owner, name, entry });
    const message = `repositories contains "${printable(entry)}". It was read as ${read}.`;
    return valid({ owner, name, entry }, [{ level: 'notice', message }]);
}
/**
 * Reads `repository-ids`: positive whole numbers. Problems: `repository-id-malformed`,
 * `list-unreadable`, `list-is-object`.
 */
function target_names_parseRepositoryIds(text) {
    const entries = readList('repository-ids', text);
    if (!entries.ok)
        return entries;
    // A list that is set and empty is no list of ids.
    const isSet = entries.value.length > 0 || text === '';
    return combineList((isSet ? entries.value : [text]).map(parseRepositoryId));
}
function parseRepositoryId(entry) {
    return isId(entry)
        ? valid(Number(entry))
        : invalid({ kind: 'repository-id-malformed', text: printable(entry) });
}
/** Reads `installation-id`. Undefined: not set. Problem: `installation-id-malformed`. */
function target_names_parseInstallationId(text) {
    if (text === '')
        return valid(undefined);
    return isId(text)
        ? valid(Number(text))
        : invalid({ kind: 'installation-id-malformed', text: printable(text) });
}
/** Whether a text is an id as GitHub has them. */
function isId(text) {
    return /^[1-9]\d{0,14}$/.test(text);
}
/** Splits a list, or a JSON list, which some other actions take. No name or id begins with a bracket. */
function readList(input, text) {
    if (text.startsWith('{')) {
        return invalid({ kind: 'list-is-object', input, text: printable(text) });
    }
    if (!text.startsWith('['))
        return valid(splitList(text));
    try {
        const list = JSON.parse(text);
        return valid(list.map((item) => (typeof item === 'string' ? item.trim() : JSON.stringify(item))));
    }
    catch {
        const isOpen = !text.trimEnd().endsWith(']');
        return invalid({ kind: 'list-unreadable', input, text: printable(text), isOpen });
    }
}

;// CONCATENATED MODULE: ./src/config/targets.ts




/** GitHub takes at most this many repositories in one request for a token. */
const MAX_REPOSITORIES = 500;
/** One step creates tokens for at most this many owners. */
const MAX_OWNERS = 100;
/** The account or enterprise that a target is on; empty if the workflow names none. */
function targets_accountOf(target) {
    return target.kind === 'enterprise' ? target.enterprise : target.owner;
}
/** Whether no repository is named: every repository of the installation is meant. */
function namesNone({ names, ids }) {
    return names.length + ids.length === 0;
}
/**
 * Decides what the tokens are for: one for each owner. Nothing set: the workflow's repository.
 * `owner` alone: everything its installation reaches. `repositories` alone: of the workflow's owner.
 * `enterprise`: alone. A token never covers an owner that is not named. Problems: each
 * `TargetProblem`.
 */
function parseTargets(inputs, context) {
    if (inputs.enterprise !== '')
        return enterpriseTarget(inputs);
    const entries = parseRepositories(inputs.repositories, context.webHosts);
    const repositories = combineList(entries);
    const others = combine({
        owners: parseOwners(inputs.owner, context.webHosts),
        ids: parseRepositoryIds(inputs.repositoryIds),
        installation: parseInstallationId(inputs.installationId)
    });
    if (!others.ok) {
        const more = repositories.ok ? [] : repositories.problems;
        return { ok: false, problems: [...others.problems, ...more] };
    }
    // If some entries are malformed, the rest may be wrong in another way: report both.
    const readable = entries.flatMap((entry) => (entry.ok ? [entry.value] : []));
    if (!repositories.ok && readable.length === 0)
        return repositories;
    const targets = decide({ ...others.value, repositories: readable }, inputs, context);
    return map(combine({ others, repositories, targets }), (all) => all.targets);
}
function decide(named, inputs, context) {
    const { owners, repositories, ids, installation } = named;
    if (owners.length > MAX_OWNERS) {
        return invalid({ kind: 'too-many-owners', count: owners.length });
    }
    const isEmptyList = inputs.repositories !== '' && repositories.length === 0;
    const text = printable(inputs.repositories);
    if (isEmptyList && (owners.length > 0 || installation !== undefined)) {
        return invalid({ kind: 'repositories-name-none', text });
    }
    if (installation !== undefined)
        return installationTarget(installation, named);
    const [owner, ...others] = owners;
    if (owner !== undefined && others.length > 0)
        return severalOwners([owner, ...others], named);
    if (owner !== undefined)
        return only(oneOwner(owner, named));
    if (ids.length > 0)
        return invalid({ kind: 'repository-ids-without-owner' });
    return isEmptyList
        ? only(workflowOwner([], context, 'empty-list'), [emptyList(text)])
        : only(workflowOwner(repositories, context, 'nothing-set'));
}
function only(target, messages = []) {
    return target.ok ? valid([target.value], [...messages, ...target.messages]) : target;
}
function emptyList(text) {
    return {
        level: 'warning',
        message: `repositories is "${text}". It is set, but names no repository. The token is for this repository only.`
    };
}
function enterpriseTarget(inputs) {
    const others = {
        owner: inputs.owner,
        repositories: inputs.repositories,
        'repository-ids': inputs.repositoryIds,
        'installation-id': inputs.installationId
    };
    const set = Object.entries(others).flatMap(([name, value]) => (value === '' ? [] : [name]));
    if (set.length > 0)
        return invalid({ kind: 'enterprise-with-others', inputs: set });
    const { enterprise } = inputs;
    return isName(enterprise)
        ? valid([{ kind: 'enterprise', enterprise }])
        : invalid({ kind: 'enterprise-malformed', text: printable(enterprise) });
}
function installationTarget(id, named) {
    const { owners, repositories, ids } = named;
    if (owners.length > 1) {
        return invalid({ kind: 'installation-id-with-owners', count: owners.length });
    }
    const accounts = [...owners.map((owner) => ({ owner, entry: owner })), ...repositories];
    const [first, ...others] = accounts.filter(({ owner }) => owner !== '');
    const owner = first?.owner ?? '';
    const other = others.find((one) => !sameName(one.owner, owner));
    if (first !== undefined && other !== undefined) {
        // Whole entries: a part of a key would not be recognized as one.
        const entries = [printable(first.entry), printable(other.entry)];
        return invalid({ kind: 'installation-id-with-accounts', named: entries });
    }
    const names = distinctNames(repositories.map(({ name }) => name));
    return only(limited({ kind: 'installation', id, owner, names, ids: [...new Set(ids)] }));
}
function severalOwners(owners, { repositories, ids }) {
    if (ids.length > 0) {
        return invalid({ kind: 'repository-ids-with-owners', count: owners.length });
    }
    const named = new Set(owners.map((owner) => owner.toLowerCase()));
    const strays = repositories.filter(({ owner }) => !named.has(owner.toLowerCase()));
    // An owner without a repository is most probably the one that a stray entry was meant for.
    const refused = invalidIfAny(strays.map((stray) => strayProblem(stray, owners)));
    if (refused !== undefined)
        return refused;
    const shares = namesByOwner(repositories);
    const targetOf = (owner) => repositories.length === 0
        ? valid({ kind: 'owner', owner })
        : shareOf(owner, shares.get(owner.toLowerCase()));
    const [first, ...others] = owners;
    const targets = combine({ first: targetOf(first), others: combineList(others.map(targetOf)) });
    return map(targets, (all) => [all.first, ...all.others]);
}
/** The names of the repositories by their owner, in lower case. */
function namesByOwner(repositories) {
    const found = new Map();
    for (const { owner, name } of repositories) {
        const names = found.get(owner.toLowerCase());
        if (names === undefined)
            found.set(owner.toLowerCase(), [name]);
        else
            names.push(name);
    }
    return found;
}
/** What of `repositories` belongs to one of several owners. */
function shareOf(owner, names) {
    return names === undefined
        ? invalid({ kind: 'owner-without-repository', owner: printable(owner) })
        : limited(repositoriesTarget(owner, names, [], 'both-set'));
}
/** A repository that belongs to none of several owners, or does not say to which. */
function strayProblem(stray, owners) {
    const [first, ...others] = owners;
    const shown = [printable(first), ...others.map((owner) => printable(owner))];
    return stray.owner === ''
        ? { kind: 'repository-without-owner', name: printable(stray.name), owners: shown }
        : otherOwnerProblem(stray, shown, true);
}
function otherOwnerProblem({ entry, owner }, owners, isOwnerSet) {
    const shown = printable(entry);
    return {
        kind: 'repository-of-other-owner',
        entry: shown,
        owner: shown === entry ? owner : undefined,
        owners,
        isOwnerSet
    };
}
function oneOwner(owner, { repositories, ids }) {
    return repositories.length === 0 && ids.length === 0
        ? valid({ kind: 'owner', owner })
        : ownedRepositories(owner, repositories, ids, 'both-set');
}
/** `owner` is not set: the workflow's own owner, or its repository. */
function workflowOwner(repositories, context, reason) {
    if (repositories.length === 0)
        return workflowRepository(context.repository, reason);
    const owner = context.repositoryOwner;
    return isName(owner)
        ? ownedRepositories(owner, repositories, [], 'owner-not-set')
        : invalid({ kind: 'workflow-owner-missing', text: printable(owner) });
}
function workflowRepository(repository, reason) {
    const [owner = '', name = '', ...rest] = repository.split('/');
    return isName(owner) && isName(name) && rest.length === 0
        ? valid(repositoriesTarget(owner, [name], [], reason))
        : invalid({ kind: 'workflow-repository-missing', text: printable(repository), reason });
}
function ownedRepositories(owner, repositories, ids, reason) {
    const refused = invalidIfAny(repositories
        .filter((one) => one.owner !== '' && !sameName(one.owner, owner))
        .map((one) => otherOwnerProblem(one, [printable(owner)], reason === 'both-set')));
    const names = repositories.map(({ name }) => name);
    return refused ?? limited(repositoriesTarget(owner, names, ids, reason));
}
function repositoriesTarget(owner, names, ids, reason) {
    const distinctIds = [...new Set(ids)];
    return { kind: 'repositories', owner, names: distinctNames(names), ids: distinctIds, reason };
}
function distinctNames(names) {
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
function limited(target) {
    const count = target.names.length + target.ids.length;
    return count <= MAX_REPOSITORIES
        ? valid(target)
        : invalid({ kind: 'too-many-repositories', count, owner: printable(target.owner) });
}

;// CONCATENATED MODULE: ./src/parsed.ts
/** A usable input. */
function parsed_valid(value, messages = []) {
    return { ok: true, value, messages };
}
/** An input that cannot be used, and why. */
function parsed_invalid(first, ...rest) {
    return { ok: false, problems: [first, ...rest] };
}
/** An input with every problem that was found; undefined if there is none. */
function parsed_invalidIfAny(problems) {
    const [first, ...rest] = problems;
    return first === undefined ? undefined : { ok: false, problems: [first, ...rest] };
}
/** Changes the value of an input that is usable. */
function parsed_map(parsed, change) {
    return parsed.ok ? parsed_valid(change(parsed.value), parsed.messages) : parsed;
}
/**
 * All of several inputs, or every problem in any of them, in the order of the keys. A problem that
 * several inputs share is reported once.
 */
function parsed_combine(parts) {
    const problems = [];
    const messages = [];
    const values = {};
    for (const key of Object.keys(parts)) {
        const part = parts[key];
        if (part.ok) {
            values[key] = part.value;
            append(messages, part.messages);
        }
        else {
            append(problems, part.problems);
        }
    }
    return parsed_invalidIfAny(new Set(problems)) ?? parsed_valid(values, messages);
}
/** Adds items one by one: an input can have more problems than a call can have arguments. */
function append(list, items) {
    for (const item of items)
        list.push(item);
}
/** All of a list of inputs, or every problem in any of them. */
function parsed_combineList(parts) {
    const byPlace = Object.fromEntries(parts.entries());
    return parsed_map(parsed_combine(byPlace), (values) => Object.values(values));
}

;// CONCATENATED MODULE: ./src/config/api-url.ts


const GITHUB_API = 'https://api.github.com';
/** Paths that people add to the address of a GitHub whose API has none. Enterprise Server's has one. */
const SERVER_PATHS = new Set(['/api/v3', '/api', '/graphql', '/api/graphql']);
/**
 * Settles which API to use: `github-api-url`, or else the workflow's own. A host's web address is
 * turned into its API base: https://docs.github.com/en/enterprise-server/rest/quickstart,
 * https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency. The workflow's own
 * address is taken as it is. Problem: `api-url-malformed`.
 */
function parseApiUrl(input, own) {
    const ownUrl = trimSlashes(own.apiUrl === '' ? GITHUB_API : own.apiUrl);
    const given = input === '' ? ownUrl : trimSlashes(input);
    const name = input === '' ? 'GITHUB_API_URL' : 'github-api-url';
    const url = readUrl(given);
    if (!(url instanceof URL))
        return parsed_invalid({ kind: 'api-url-malformed', name, mistake: url });
    const base = given === ownUrl ? given : apiBaseOf(url);
    const isOwn = base === ownUrl;
    const webUrl = isOwn && own.serverUrl !== '' ? trimSlashes(own.serverUrl) : webUrlOf(new URL(base));
    return parsed_valid({ url: base, isOwn, webUrl, webHosts: hostsOf([webUrl, base]) }, messagesOn(given, base, new URL(base)));
}
function messagesOn(given, base, url) {
    const found = [];
    if (base !== given) {
        found.push({
            level: 'notice',
            message: `github-api-url is "${(0,src_printable/* printable */.g)(given)}". The API there is ${base}, which was used.`
        });
    }
    if (url.protocol === 'http:' && !api_url_isLoopback(url.hostname)) {
        found.push({
            level: 'warning',
            message: `${base} is not encrypted. Anyone on the network can read the token.`
        });
    }
    return found;
}
function readUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isWeb = url !== undefined && /^https?:$/.test(url.protocol);
    // Without a scheme, the name and password are not in their parts of the URL.
    const isLogin = isWeb ? url.username !== '' || url.password !== '' : text.includes('@');
    if (isLogin)
        return { mistake: 'credentials' };
    if (url === undefined)
        return { mistake: 'not-an-address', text: (0,src_printable/* printable */.g)(text) };
    if (!isWeb) {
        return { mistake: 'scheme', scheme: (0,src_printable/* printable */.g)(url.protocol) };
    }
    // Not by the URL's parts: those of an empty query and fragment are empty.
    return /[?#]/.test(text) ? { mistake: 'query' } : url;
}
function apiBaseOf(url) {
    const host = url.hostname;
    const given = trimSlashes(url.pathname);
    const path = isCloud(host) && SERVER_PATHS.has(given) ? '' : given;
    if (path !== '')
        return `${url.origin}${path}`;
    if (host === 'github.com' || host === 'www.github.com')
        return GITHUB_API;
    if (host === 'api.github.com' || api_url_isLoopback(host))
        return url.origin;
    if (host.endsWith('.ghe.com')) {
        return host.startsWith('api.') ? url.origin : `${url.protocol}//api.${url.host}`;
    }
    return `${url.origin}/api/v3`;
}
/** Whether a host is github.com or Enterprise Cloud with data residency, its web pages or its API. */
function isCloud(host) {
    return /^(?:(?:www|api)\.)?github\.com$/.test(host) || host.endsWith('.ghe.com');
}
function webUrlOf(api) {
    return isCloud(api.hostname) ? `${api.protocol}//${api.host.replace(/^api\./, '')}` : api.origin;
}
function hostsOf(urls) {
    const hosts = urls.map((url) => (URL.canParse(url) ? new URL(url).hostname : ''));
    return [...new Set(hosts.filter((host) => host !== ''))];
}
/** Whether a host name, as `URL` writes it, is this very machine. */
function api_url_isLoopback(hostname) {
    return hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';
}
function trimSlashes(text) {
    return text.replace(/(?<!\/)\/+$/, '');
}

;// CONCATENATED MODULE: ./src/config/oidc.ts



/** Audiences consist of visible characters: services compare them byte by byte. */
const AUDIENCE = /^[\x21-\x7e]{1,1000}$/;
/** The only characters that a header can have. An earlier step can set other ones. */
const VISIBLE = /^[\x21-\x7e]+$/;
/**
 * Reads how to get the job's OIDC token. Problems: `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param audience the one of the service; the input `audience` replaces it
 */
function oidc_readOidcRequest(service, audience, { inputs, variables, isForkRun }) {
    const asked = inputs.audience === '' ? audience : inputs.audience;
    if (asked !== '' && !AUDIENCE.test(asked)) {
        return invalid({ kind: 'oidc-audience-refused', text: printable(asked) });
    }
    const url = variables.ACTIONS_ID_TOKEN_REQUEST_URL;
    const token = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!VISIBLE.test(token) || !isAddress(url)) {
        return invalid({ kind: 'oidc-not-available', service, isFork: isForkRun });
    }
    return valid({ url, token, audience: asked });
}
function isAddress(url) {
    return URL.canParse(url) && oidc_isEncryptedOrLocal(new URL(url));
}
/** Whether nobody on the network can read what is sent to an address. */
function oidc_isEncryptedOrLocal({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

;// CONCATENATED MODULE: ./src/config/token-service.ts



/** The service as people call it: its host. */
function tokenServiceName({ url }) {
    return new URL(url).host;
}
/** A short name of the credential for the log. Not secret. */
function token_service_tokenServiceCredentialName(service) {
    return `token service ${tokenServiceName(service)}, trust policy ${service.trustPolicy}`;
}
/**
 * Reads `token-service`, `trust-policy` and `audience`. Problems: `token-service-malformed`,
 * `token-service-incomplete`, `trust-policy-malformed`, `token-service-audience-refused`,
 * `oidc-not-available`, `oidc-audience-refused`.
 */
function readTokenService(facts) {
    if (facts.tokenService === '') {
        return invalid({ kind: 'token-service-incomplete', missing: 'token-service' });
    }
    const url = parseAddress(facts.tokenService);
    const parts = combine({
        url,
        trustPolicy: parseTrustPolicy(facts.trustPolicy),
        // Without an address, there is no audience to ask for.
        oidc: url.ok ? parseOidc(url.value, facts) : url
    });
    return map(parts, (value) => ({ kind: 'token-service', ...value }));
}
/** As people write a host. */
const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?$/;
function parseAddress(text) {
    // `URL` would read `localhost:8080` as a scheme and a path.
    const address = HOST.test(text) ? `https://${text}` : text;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (/^[^/]*\/\/[^/]*@/.test(address) || /^[^/]*@/.test(address)) {
        return malformed({ mistake: 'credentials' });
    }
    if (url === undefined || !/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
        return malformed({ mistake: 'not-an-address', text: printable(text) });
    }
    if (!/^https?:$/.test(url.protocol)) {
        return malformed({ mistake: 'scheme', scheme: printable(url.protocol) });
    }
    // Not by the URL's parts: those of an empty query and fragment are empty.
    if (url.pathname !== '/' || /[?#]/.test(address)) {
        return malformed({ mistake: 'not-only-a-host', text: printable(text) });
    }
    return isEncryptedOrLocal(url) ? valid(url.origin) : malformed({ mistake: 'not-encrypted' });
}
function malformed(mistake) {
    return invalid({ kind: 'token-service-malformed', mistake });
}
/** The name becomes a part of a path in a repository. */
const POLICY = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:[./][A-Za-z0-9_-]+)*$/;
function parseTrustPolicy(text) {
    if (text === '')
        return invalid({ kind: 'token-service-incomplete', missing: 'trust-policy' });
    const meant = text.replace(/^\.github\/chainguard\//, '').replace(/\.sts\.ya?ml$/, '');
    if (meant === text && POLICY.test(text) && text.length <= MAX_POLICY_LENGTH)
        return valid(text);
    const isName = meant !== text && POLICY.test(meant);
    return invalid({
        kind: 'trust-policy-malformed',
        text: printable(text),
        meant: isName ? printable(meant) : ''
    });
}
const MAX_POLICY_LENGTH = 200;
function parseOidc(url, facts) {
    const { audience, variables, isForkRun } = facts;
    const asked = audience === '' ? new URL(url).host : audience;
    const cloud = CLOUDS.find(([, pattern]) => pattern.test(asked))?.[0];
    if (cloud !== undefined) {
        const shown = printable(asked);
        const isInput = audience !== '';
        return invalid({ kind: 'token-service-audience-refused', audience: shown, cloud, isInput });
    }
    return readOidcRequest('token-service', asked, { inputs: { audience }, variables, isForkRun });
}
/** The audiences with which clouds let a job log in. */
const CLOUDS = (/* unused pure expression or super */ null && ([
    ['AWS', /^(?:https?:\/\/)?sts\.(?:[a-z0-9-]+\.)?amazonaws\.com/i],
    ['Azure', /^api:\/\/AzureADTokenExchange/i],
    ['Google Cloud', /iam\.googleapis\.com/i]
]));

;// CONCATENATED MODULE: ./src/config/permission-list.ts
// Generated by scripts/generate-permissions.ts from GitHub's API description and documentation.
const readWrite = ['read', 'write'];
const readWriteAdmin = ['read', 'write', 'admin'];
/**
 * Permissions that the token of an installation can have, with their levels: those of GitHub's API
 * description (`components.schemas["app-permissions"]` of github.com, Enterprise Cloud and Enterprise
 * Server together), and those that only GitHub's documentation lists. GitHub may know more.
 */
const permission_list_KNOWN_PERMISSIONS = new Map([
    ['actions', readWrite],
    ['actions_variables', readWrite],
    ['administration', readWrite],
    ['artifact_metadata', readWrite],
    ['attestations', readWrite],
    ['checks', readWrite],
    ['code_quality', readWrite],
    ['codespaces', readWrite],
    ['codespaces_lifecycle_admin', readWrite],
    ['codespaces_metadata', ['read']],
    ['codespaces_secrets', ['write']],
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
    ['metadata', ['read']],
    ['organization_actions_variables', readWrite],
    ['organization_administration', readWrite],
    ['organization_announcement_banners', readWrite],
    ['organization_api_insights', ['read']],
    ['organization_codespaces', readWrite],
    ['organization_codespaces_secrets', readWrite],
    ['organization_codespaces_settings', ['write']],
    ['organization_copilot_agent_settings', readWrite],
    ['organization_copilot_seat_management', readWrite],
    ['organization_custom_org_roles', readWrite],
    ['organization_custom_properties', readWriteAdmin],
    ['organization_custom_roles', readWrite],
    ['organization_dependabot_secrets', readWrite],
    ['organization_events', ['read']],
    ['organization_hooks', readWrite],
    ['organization_network_configurations', readWrite],
    ['organization_packages', readWrite],
    ['organization_personal_access_token_requests', readWrite],
    ['organization_personal_access_tokens', readWrite],
    ['organization_plan', ['read']],
    ['organization_private_registries', readWrite],
    ['organization_projects', readWriteAdmin],
    ['organization_secrets', readWrite],
    ['organization_self_hosted_runners', readWrite],
    ['organization_user_blocking', readWrite],
    ['packages', readWrite],
    ['pages', readWrite],
    ['profile', ['write']],
    ['pull_requests', readWrite],
    ['repository_advisories', readWrite],
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
/** Permissions that GitHub has removed since this action first had an input for them. */
const RETIRED_PERMISSIONS = new Set(['team_discussions']);

;// CONCATENATED MODULE: ./src/config/permissions.ts

/** How far a permission reaches. `write` includes `read`, `admin` includes `write`. */
const LEVELS = ['read', 'write', 'admin'];
/** Whether a text is one of the levels. */
function isLevel(text) {
    return LEVELS.includes(text);
}
/** Whether the first level gives at least what the second does. */
function covers(level, other) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(other);
}
/** The level of one permission. `hasOwn`, because a name can be `constructor`. */
function permissions_levelOf(permissions, name) {
    return Object.hasOwn(permissions, name) ? permissions[name] : undefined;
}
/** Everything that was granted, at its read level; what can only be written is left out. */
function readLevels(granted) {
    const readable = Object.keys(granted).filter((name) => KNOWN_PERMISSIONS.get(name)?.includes('read') ?? true);
    return Object.fromEntries(readable.map((name) => [name, 'read']));
}
/** A permission's name as people write it in a workflow: `pull-requests`. */
function dashed(name) {
    return name.replace(/_/g, '-');
}

;// CONCATENATED MODULE: ./src/http/attempt.ts
/** Errors that occur before any byte of a request is sent. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOTIME)$/;
/**
 * Whether a token may have been created although its answer never arrived: the connection broke, the
 * time was up, a gateway gave up, or the answer made no sense.
 */
function attempt_mayHaveLostToken(attempt) {
    if (attempt.effect !== 'creates-token')
        return false;
    switch (attempt.kind) {
        case 'unanswered':
            return (!BEFORE_SENDING.test(attempt.code) && !isTunnelFailure(attempt) && !isUntrusted(attempt));
        case 'answered':
            if (attempt.status === 502 || attempt.status === 504)
                return true;
            return attempt.status >= 200 && attempt.status < 300 && !attempt.isUsable;
    }
}
/** Whether GitHub may have created a token although it answered that it failed: 500 or 503. */
function mayHaveCreatedTokenDespiteError(attempt) {
    return (attempt.kind === 'answered' &&
        attempt.effect === 'creates-token' &&
        (attempt.status === 500 || attempt.status === 503));
}
/** Whether the proxy refused or failed to connect to GitHub (the words are those of `tunnel`). */
function isTunnelFailure(attempt) {
    return attempt.message.includes('tunneling socket could not be established');
}
/** Whether the other side's certificate was not trusted: https://nodejs.org/api/tls.html */
function isUntrusted(attempt) {
    return /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|HOSTNAME_MISMATCH/.test(attempt.code);
}

;// CONCATENATED MODULE: ./src/github/api.ts




/** Builds a path from a template; every inserted part is percent-encoded, so none can leave its place. */
function route(template, ...parts) {
    return String.raw({ raw: template }, ...parts.map((part) => encodeURIComponent(part)));
}
/** A field that is an object of permissions; other entries are dropped. Undefined if there is none. */
function permissionsField(value, name) {
    const found = (0,json/* field */.ZZ)(value, name);
    if (typeof found !== 'object' || found === null || Array.isArray(found))
        return undefined;
    const entries = Object.entries(found);
    return Object.fromEntries(entries.flatMap(([key, level]) => typeof level === 'string' && isLevel(level) ? [[key, level]] : []));
}
function selectionField(value) {
    const selection = (0,json/* textField */.M8)(value, 'repository_selection');
    return selection === 'all' || selection === 'selected' ? selection : undefined;
}
/**
 * Finds an installation. Raises what `AppClient.call` raises; a 404 says that the App is not
 * installed there. https://docs.github.com/en/rest/apps/apps
 */
async function findInstallation(app, lookup) {
    const found = readInstallation(await app.call({ method: 'GET', path: lookupPath(lookup) }));
    // GitHub may leave the account out. It is the one named, unless the repository has moved since.
    const isNamed = found.owner === '' && found.movedRepositoryId === undefined;
    return isNamed ? { ...found, owner: namedIn(lookup) } : found;
}
/** At most this many pages of 100 accounts are read to find the one that was meant. */
const MAX_ACCOUNT_PAGES = 10;
/**
 * The accounts of the App's first thousand installations. Raises what `AppClient.call` raises.
 * https://docs.github.com/en/rest/apps/apps#list-installations-for-the-authenticated-app
 */
async function listAccounts(app) {
    const accounts = [];
    for (let page = 1; page <= MAX_ACCOUNT_PAGES; page++) {
        const path = `/app/installations?per_page=100&page=${page}`;
        const { reply } = await app.call({ method: 'GET', path });
        const found = Array.isArray(reply.body) ? reply.body : [];
        accounts.push(...found.map((installation) => field(installation, 'account')));
        if (found.length < 100)
            break;
    }
    const named = (name) => accounts.map((account) => textField(account, name)).filter((each) => each !== '');
    return { owners: named('login'), enterprises: named('slug') };
}
function accountName(installation) {
    const account = (0,json/* field */.ZZ)(installation, 'account');
    const login = (0,json/* textField */.M8)(account, 'login');
    return login === '' ? (0,json/* textField */.M8)(account, 'slug') : login;
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
    const id = (0,json/* positiveIntegerField */.ii)(reply.body, 'id');
    if (id === undefined)
        throw new errors/* RefusedError */.fk(reply, attempts);
    return {
        id,
        appSlug: (0,json/* textField */.M8)(reply.body, 'app_slug'),
        owner: accountName(reply.body),
        permissions: permissionsField(reply.body, 'permissions') ?? {},
        repositorySelection: selectionField(reply.body) ?? 'selected',
        suspendedAt: (0,json/* textField */.M8)(reply.body, 'suspended_at'),
        settingsUrl: (0,json/* textField */.M8)(reply.body, 'html_url'),
        movedRepositoryId: movedRepositoryId(reply.url)
    };
}
/** GitHub redirects the lookup by an old name to `/repositories/{id}/installation`. */
function movedRepositoryId(url) {
    const id = /\/repositories\/(\d{1,15})\/installation$/.exec(url)?.[1];
    return id === undefined ? undefined : Number(id);
}
/**
 * Creates a token. Raises what `AppClient.call` raises.
 * https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
async function createToken(app, installationId, scope) {
    const path = route `/app/installations/${installationId}/access_tokens`;
    const body = {
        repositories: scope.repositories,
        repository_ids: scope.repositoryIds,
        permissions: scope.permissions
    };
    return readToken(await app.call({ method: 'POST', path, body }));
}
function readToken({ reply, attempts }) {
    const token = (0,json/* textField */.M8)(reply.body, 'token');
    const listed = (0,json/* listField */.FZ)(reply.body, 'repositories');
    const repositories = listed.map((one) => (0,json/* textField */.M8)(one, 'full_name'));
    return {
        token,
        expiresAt: (0,json/* textField */.M8)(reply.body, 'expires_at'),
        grant: {
            permissions: permissionsField(reply.body, 'permissions'),
            repositorySelection: selectionField(reply.body),
            repositories: repositories.length === 0 ? undefined : repositories,
            repositoryIds: listed.map((one) => (0,json/* positiveIntegerField */.ii)(one, 'id') ?? 0)
        },
        lost: attempts.filter(attempt_mayHaveLostToken).length
    };
}
const PER_PAGE = 100;
/** At most this many pages are read. */
const MAX_REPOSITORY_PAGES = 10;
async function readRepositories(github, token, page) {
    const path = `/installation/repositories?per_page=${PER_PAGE}&page=${page}`;
    const { reply } = await github.call({ method: 'GET', path, bearer: () => token });
    const listed = (0,json/* listField */.FZ)(reply.body, 'repositories');
    return {
        grant: {
            repositorySelection: selectionField(reply.body),
            repositories: listed.map((one) => (0,json/* textField */.M8)(one, 'full_name')),
            repositoryIds: listed.map((one) => (0,json/* positiveIntegerField */.ii)(one, 'id') ?? 0)
        },
        total: Math.max(listed.length, (0,json/* positiveIntegerField */.ii)(reply.body, 'total_count') ?? 0)
    };
}
/**
 * Lists what a token reaches, as `owner/name`; undefined if that is a thousand or more
 * repositories. Raises what `HttpClient.send` raises.
 * https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 */
async function listRepositories(github, token) {
    const names = [];
    for (let page = 1; page <= MAX_REPOSITORY_PAGES; page++) {
        const { repositories: found = [] } = (await readRepositories(github, token, page)).grant;
        names.push(...found);
        if (found.length < PER_PAGE)
            return names;
    }
    return undefined;
}
/** Reads what a token reaches. Raises what `HttpClient.send` raises. */
async function api_findReach(github, token) {
    const { grant, total } = await readRepositories(github, token, 1);
    const { repositories = [] } = grant;
    const owners = new Map();
    for (const repository of repositories) {
        const [owner = ''] = repository.split('/');
        owners.set(owner.toLowerCase(), owner);
    }
    const isRepository = total === repositories.length;
    return {
        grant: {
            ...grant,
            permissions: undefined,
            repositories: isRepository ? repositories : undefined,
            repositoryIds: isRepository ? grant.repositoryIds : []
        },
        count: total,
        owners: [...owners.values()]
    };
}
/**
 * Finds a user's id; undefined if GitHub knows no such user. The user behind an App is
 * `<slug>[bot]`. Raises what `HttpClient.send` raises.
 * https://docs.github.com/en/rest/users/users#get-a-user
 */
async function findUserId(github, token, username) {
    try {
        const path = route `/users/${username}`;
        const { reply, attempts } = await github.call({ method: 'GET', path, bearer: () => token });
        const id = positiveIntegerField(reply.body, 'id');
        if (id === undefined)
            throw new RefusedError(reply, attempts);
        return id;
    }
    catch (error) {
        if (error instanceof RefusedError && error.reply.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * Finds the user behind a token: for an installation token, the bot of its App. Undefined if GitHub does
 * not say it. Raises what `HttpClient.send` raises. https://docs.github.com/en/graphql/reference/queries
 */
async function findViewer(github, token) {
    const data = await github.query({
        query: 'query { viewer { login databaseId } }',
        bearer: () => token
    });
    const viewer = field(data, 'viewer');
    const id = positiveIntegerField(viewer, 'databaseId');
    return id === undefined ? undefined : { login: textField(viewer, 'login'), id };
}

;// CONCATENATED MODULE: ./src/github/new-token.ts


/** How long to wait before each retry, in milliseconds. */
const RETRY_DELAYS_MS = (/* unused pure expression or super */ null && ([500, 1_000, 2_000, 4_000]));
/**
 * Uses a token that was created just now, and retries after a 401: it can take some seconds until
 * every server of GitHub knows the token. Raises what the last try raises.
 */
async function new_token_retryUntilKnown(use, http) {
    for (const delay of RETRY_DELAYS_MS) {
        try {
            return await use();
        }
        catch (error) {
            const isUnknownYet = error instanceof RefusedError && error.reply.status === 401;
            if (!isUnknownYet || http.remaining() < delay)
                throw error;
            await sleep(delay);
        }
    }
    return use();
}

;// CONCATENATED MODULE: ./src/sources/token-service-source.ts







/** The token of a service reaches more than it was asked for, or nothing of it. */
class ReachError extends Error {
    name = 'ReachError';
    service;
    asked;
    reached;
    constructor(service, asked, reached) {
        super('the token reaches something else than was asked for');
        this.service = service;
        this.asked = asked;
        this.reached = reached;
    }
}
/** GitHub's installation tokens begin with this, also those of Enterprise Server. */
const INSTALLATION_TOKEN = 'ghs_';
/** What is known of a token before GitHub is asked: nothing. */
const UNKNOWN_GRANT = {
    permissions: undefined,
    repositorySelection: undefined,
    repositories: undefined,
    repositoryIds: []
};
/** Gets tokens from a service that holds the App's key, and asks GitHub what they reach. */
class TokenServiceSource {
    name;
    app = undefined;
    #service;
    #client;
    #github;
    #cancelled;
    constructor(service, { github, cancelled, mask }) {
        this.name = tokenServiceCredentialName(service);
        this.#service = service;
        this.#client = new TokenServiceClient({ service, http: github.http, mask });
        this.#github = github;
        this.#cancelled = cancelled;
    }
    /**
     * Raises what {@link TokenSource.create} raises. The causes: `TokenServiceError`, and
     * {@link ReachError} if the token reaches more than was asked for.
     */
    async create(request, save) {
        const asked = scopeOfRequest(request);
        const { token, lost } = await this.#client.exchange(asked);
        const isForeign = !token.startsWith(INSTALLATION_TOKEN);
        const issued = { token, expiresAt: '', grant: UNKNOWN_GRANT, lost, isForeign };
        await save(issued, request);
        if (this.#cancelled.aborted)
            throw new InterruptedError();
        const common = { ...issued, request, installation: undefined, scope: {} };
        // GitHub would not say what such a token reaches, and a token of another service is not its business.
        if (isForeign)
            return { ...common, owner: asked.owner };
        const reached = await this.#client.attempt(asked, 'reach', () => retryUntilKnown(() => findReach(this.#github, token), this.#github.http));
        if (!isWithin(asked, reached))
            throw new ReachError(this.#service, asked, reached);
        const [owner = asked.owner] = reached.owners;
        return { ...common, grant: reached.grant, owner };
    }
}
/** What to ask a service for. Problems with the inputs were found when they were read. */
function scopeOfRequest({ target }) {
    const owner = accountOf(target);
    const [repository] = target.kind === 'repositories' ? target.names : [];
    const scope = repository === undefined ? owner : `${owner}/${repository}`;
    return { scope, owner, repository };
}
/** Whether a token reaches what was asked for, and nothing else. */
function isWithin({ owner, repository }, { grant, count, owners }) {
    if (owners.some((one) => !sameName(one, owner)))
        return false;
    if (repository === undefined)
        return count > 0;
    const [name = ''] = grant.repositories ?? [];
    return count === 1 && sameName(name, `${owner}/${repository}`);
}

;// CONCATENATED MODULE: ./src/sources/token-source.ts
/** A token could not be created for an installation that was found. The cause says why. */
class token_source_SourceError extends Error {
    name = 'SourceError';
    installation;
    constructor(cause, installation) {
        super('no token could be created', { cause });
        this.installation = installation;
    }
}

;// CONCATENATED MODULE: ./src/tokens/grant.ts


/**
 * Compares what GitHub granted with what was asked. What was not asked for, or what GitHub does not report,
 * is not compared: only `token` and `expires_at` are in every answer.
 * `metadata: read` comes with every token and is not counted.
 */
function grant_compareGrant(owner, scope, grant) {
    const { wrong, extraReads } = comparePermissions(scope.permissions, grant.permissions);
    return {
        wrong: [...wrong, ...compareRepositories(owner, scope, grant)],
        extraReads,
        unreported: unreported(scope, grant)
    };
}
function unreported(scope, grant) {
    const isPermissions = scope.permissions !== undefined && grant.permissions === undefined;
    const isNamed = (scope.repositories ?? []).length + (scope.repositoryIds ?? []).length > 0;
    // If it is all of them, the comparison says so.
    const isTold = grant.repositories !== undefined || grant.repositorySelection === 'all';
    return [
        ...(isPermissions ? ['permissions'] : []),
        ...(isNamed && !isTold ? ['repositories'] : [])
    ];
}
function comparePermissions(asked, granted) {
    if (asked === undefined || granted === undefined)
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
/**
 * In which ways a grant is wider, or can be, than an earlier one for the same request. Empty if in none.
 *
 * @param scope what was asked for
 */
function widerParts(first, grant, scope) {
    const found = [];
    const { permissions = {} } = grant;
    if (first.permissions !== undefined) {
        for (const name of Object.keys(permissions)) {
            const [asked, granted] = [levelOf(first.permissions, name), levelOf(permissions, name)];
            if (isWider(asked, granted))
                found.push({ kind: 'permission', name, asked, granted });
        }
    }
    if (first.repositorySelection === 'selected' && grant.repositorySelection === 'all') {
        found.push({ kind: 'all-repositories' });
    }
    if (first.repositories !== undefined) {
        const isNamed = (scope.repositories ?? scope.repositoryIds) !== undefined;
        if (grant.repositories === undefined && !isNamed)
            found.push({ kind: 'repositories-unlisted' });
        const extra = grant.repositoryIds.filter((id) => !first.repositoryIds.includes(id));
        if (extra.length > 0)
            found.push({ kind: 'repositories-extra', count: extra.length });
    }
    return found;
}
/** Whether a granted level is more than was asked. */
function isWider(asked, granted) {
    if (granted === undefined)
        return false;
    return asked === undefined || (granted !== asked && covers(granted, asked));
}

;// CONCATENATED MODULE: ./src/tokens/revoke.ts


/** How long to wait before each further try, in milliseconds: three tries within three seconds. */
const revoke_RETRY_DELAYS_MS = [1_000, 2_000];
/**
 * Revokes a token with itself. GitHub answers 401 for a token that has ended, but also, for some
 * seconds, for one that is new: so a 401 is asked again, unless the token is past its end. Only 204
 * means that the token is revoked. A foreign token is not sent. Raises what `HttpClient.send` raises, also for a 401 that is not
 * GitHub's own. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token
 */
async function revoke_revokeToken(github, { token, expiresAt, isForeign }) {
    if (isForeign === true)
        return { kind: 'foreign' };
    for (let tries = 0;; tries++) {
        try {
            const bearer = () => token;
            const { reply } = await github.call({ method: 'DELETE', path: '/installation/token', bearer });
            return { kind: 'revoked', rateLimit: reply.rateLimit };
        }
        catch (error) {
            if (!(error instanceof errors/* RefusedError */.fk) || error.reply.status !== 401)
                throw error;
            const { message, date = Date.now() } = error.reply;
            const isGitHubs = message === 'Bad credentials';
            const ago = date - Date.parse(expiresAt);
            if (isGitHubs && ago >= 0)
                return { kind: 'expired', ago };
            const delay = revoke_RETRY_DELAYS_MS[tries];
            if (delay !== undefined)
                await (0,src_time/* sleep */.yy)(delay);
            else if (isGitHubs)
                return { kind: 'not-accepted' };
            else
                throw error;
        }
    }
}
/**
 * Revokes every token, all at once, because a job that is cancelled has only seconds. Never rejects: a
 * failure does not keep another token alive.
 */
async function revokeAll(github, tokens) {
    return Promise.all(tokens.map((saved) => revokeSaved(github, saved)));
}
async function revokeSaved(github, saved) {
    try {
        return { ...(await revoke_revokeToken(github, saved)), saved };
    }
    catch (error) {
        return { kind: 'failed', saved, error };
    }
}

;// CONCATENATED MODULE: ./src/tokens/create.ts





/** Not every token could be created, or passed on. Those that were created are revoked. */
class CreateError extends Error {
    name = 'CreateError';
    failures;
    unused;
    constructor(failures, unused) {
        super(`${failures.length} tokens could not be created`);
        this.failures = failures;
        this.unused = unused;
    }
}
/** GitHub granted something other than was asked for. */
class GrantError extends Error {
    name = 'GrantError';
    details;
    constructor(details) {
        super('the grant differs from what was asked for');
        this.details = details;
    }
}
/**
 * Creates all tokens in parallel, or none: if one fails, the others are revoked at once. Raises
 * {@link CreateError}, and {@link InterruptedError} if the job is cancelled: post then revokes what
 * was saved.
 */
async function createTokens(requests, options) {
    const results = await runInParallel(requests, (request) => createOne(request, options), {
        isLast: ({ kind }) => kind !== 'created'
    });
    if (results.some(({ kind }) => kind === 'interrupted'))
        throw new InterruptedError();
    const failed = results.filter((result) => result.kind === 'failed');
    const created = results.flatMap((one) => (one.kind === 'created' ? [one.token] : []));
    const [failure, ...failures] = failed.map(({ failure: each }) => each);
    // There is at least one request, so at least one token.
    if (failure === undefined)
        return created;
    const unused = failed.flatMap((one) => (one.unused === undefined ? [] : [one.unused]));
    throw new CreateError([failure, ...failures], [...unused, ...(await revokeUnused(created, options))]);
}
/** Never rejects. */
async function createOne(request, options) {
    const progress = { token: undefined, isSaved: false };
    const save = (token) => {
        progress.token = token;
        options.store.addToken(token, request);
        progress.isSaved = true;
    };
    try {
        return await createAndCompare(request, save, options);
    }
    catch (error) {
        if (error instanceof InterruptedError)
            return { kind: 'interrupted' };
        const { token, isSaved } = progress;
        const unused = token && (await endToken(token, request, isSaved ? 'saved' : 'alive', options));
        const [cause, installation] = error instanceof SourceError ? [error.cause, error.installation] : [error, undefined];
        return { kind: 'failed', failure: { error: cause, request, installation }, unused };
    }
}
async function createAndCompare(request, save, options) {
    const token = await options.source.create(request, save);
    const { owner, installation, scope, grant } = token;
    const comparison = compareGrant(owner, scope, grant);
    if (comparison.wrong.length === 0)
        return { kind: 'created', token: { ...token, comparison } };
    const { outcome } = await endToken(token, request, 'saved', options);
    const revoked = outcome === 'revoked';
    const { expiresAt } = token;
    const error = new GrantError({ comparison, installation, expiresAt, revoked });
    return { kind: 'failed', failure: { error, request, installation }, unused: undefined };
}
/**
 * Revokes tokens that are saved and not output, all at once, because a cancelled step has only
 * seconds. Never rejects: post tries again.
 */
async function revokeUnused(tokens, options) {
    return Promise.all(tokens.map((token) => endToken(token, token.request, 'saved', options)));
}
/**
 * Revokes a token that is not output. Never rejects.
 *
 * @param otherwise what becomes of the token if it cannot be revoked now
 */
async function endToken(token, { subject }, otherwise, { github, store }) {
    const { expiresAt } = token;
    const end = await tryRevoke(token, github);
    if (end === 'foreign')
        return { subject, expiresAt, outcome: 'foreign' };
    if (end !== 'revoked')
        return { subject, expiresAt, outcome: otherwise };
    try {
        store.removeToken(token);
    }
    catch {
        // The state still has the token: post then finds that GitHub no longer accepts it.
    }
    return { subject, expiresAt, outcome: 'revoked' };
}
async function tryRevoke(token, github) {
    try {
        return (await revokeToken(github, token)).kind;
    }
    catch {
        return 'failed';
    }
}

;// CONCATENATED MODULE: ./src/config/app-id.ts





/** The App as the log names it: `client-id Iv23…`. */
function appIdName({ value, input }) {
    return `${input === 'jwt' ? 'iss' : input} ${value}`;
}
/**
 * Reads the App's id from `client-id` or `app-id`; `client-id` wins, and either takes either kind.
 * Problems: `app-id-missing`, `app-id-malformed`.
 *
 * @param repository the workflow's, as `owner/name`
 * @param settings the address of its settings if Dependabot started the run; empty otherwise
 */
function parseAppId(clientId, appId, repository, settings = '') {
    const input = clientId === '' ? 'app-id' : 'client-id';
    const value = clientId === '' ? appId : clientId;
    if (value === '') {
        return invalid({ kind: 'app-id-missing', repository: printable(repository), settings });
    }
    if (!isAppId(value))
        return invalid({ kind: 'app-id-malformed', input, found: notAnAppId(value) });
    return valid({ value, input }, appId === '' || appId === value ? [] : [TWO_IDS]);
}
const TWO_IDS = {
    level: 'notice',
    message: 'client-id and app-id are both set, and differ. The step uses client-id. Remove one of them.'
};
/** Whether a text can be a Client ID or an App ID. */
function isAppId(text) {
    return hasShapeOfId(text) && !isExpression(text);
}
function hasShapeOfId(text) {
    return /^(\d{1,20}|[A-Za-z][A-Za-z0-9._-]{2,38})$/.test(text);
}
/** What a text is that cannot be an App's id. */
function notAnAppId(value) {
    const secret = recognizeSecret(value);
    if (secret !== undefined)
        return { is: secret };
    if (/^SHA256:/i.test(value))
        return { is: 'fingerprint' };
    if (isExpression(value))
        return { is: 'expression' };
    if (/^https?:\/\//i.test(value))
        return { is: 'address' };
    if (hasShapeOfId(/^(["'`])(.*)\1$/.exec(value)?.[2] ?? ''))
        return { is: 'quoted' };
    if (value.length >= 40)
        return { is: 'long-text', length: value.length };
    const text = printable(value);
    const character = /[^A-Za-z0-9._-]/u.exec(value)?.[0];
    return character === undefined ? { is: 'text', text } : { is: 'odd-character', text, character };
}
function recognizeSecret(value) {
    if (/^[0-9a-f]{40}$/i.test(value))
        return 'client-secret';
    if (value.includes('-----BEGIN'))
        return 'private-key';
    const kind = secretKindIn(value);
    if (kind === 'token' || kind === 'jwt')
        return kind;
    return addressesWithCredentials(value).length > 0 ? 'address-with-credentials' : undefined;
}

;// CONCATENATED MODULE: ./src/config/key-service/kms-key.ts

/** A short name of the key for the log. Not secret. */
function kmsKeyName(key) {
    switch (key.service) {
        case 'aws': {
            const login = key.login.kind === 'variables' ? ', login with AWS_ACCESS_KEY_ID' : '';
            return `key ${key.resource.replace(/^key\//, '')} in AWS KMS (${key.region}${login})`;
        }
        case 'azure':
            return `key ${key.vault}/${key.name} in Azure Key Vault`;
        case 'google':
            return `key ${key.ring}/${key.name} version ${key.version} in Google Cloud KMS`;
        case 'vault': {
            const login = key.login.kind === 'token' ? ` (login with ${key.login.variable})` : '';
            return `key ${key.mount}/${key.name} in ${key.product}${login}`;
        }
    }
}
/** The addresses that a step with this key asks before it asks GitHub. */
function kms_key_kmsKeyAddresses(key) {
    switch (key.service) {
        case 'aws':
            return [
                key.kmsUrl,
                ...(key.login.kind === 'oidc' ? [key.stsUrl] : []),
                ...oidcAddress(key.login)
            ];
        case 'azure':
            return [key.address, key.login.address, ...oidcAddress(key.login)];
        case 'google':
            return [...googleAddresses(key), ...oidcAddress(key.login)];
        case 'vault':
            return [key.address, ...oidcAddress(key.login)];
    }
}
function googleAddresses(key) {
    const { serviceAccount } = key.login;
    const apis = serviceAccount === '' ? ['sts', 'cloudkms'] : ['sts', 'iamcredentials', 'cloudkms'];
    return apis.map((api) => googleAddress(key, api));
}
/**
 * Whether the login inside the step can be repeated. Credentials that were there before the step end,
 * and the step cannot get new ones.
 */
function isLoginRepeatable({ login }) {
    return login.kind === 'oidc';
}
function oidcAddress(login) {
    return login.kind === 'oidc' ? [login.oidc.url] : [];
}

;// CONCATENATED MODULE: ./src/config/app-key.ts

/** A short name of the key for the log: the fingerprint if it is known. Not secret. */
function keyName(key) {
    switch (key.kind) {
        case 'pem':
            return `key ${key.fingerprint}`;
        case 'jwt':
            return 'JWT from the input jwt';
        case 'key-service':
            return kmsKeyName(key);
    }
}
/** The addresses that a step with this key asks before it asks GitHub. */
function addressesOf(key) {
    switch (key.kind) {
        case 'pem':
        case 'jwt':
            return [];
        case 'key-service':
            return kmsKeyAddresses(key);
    }
}

;// CONCATENATED MODULE: ./src/explain/context.ts





/** Whether the workflow names the account: only then can it be misspelt. */
function isOwnerTyped(target) {
    return target.kind !== 'repositories' || target.reason === 'both-set';
}
/** The App, if it was looked up and is known. */
function knownApp({ evidence }) {
    return evidence?.kind === 'app-known' || evidence?.kind === 'not-on-owner'
        ? evidence.app
        : undefined;
}
/** The installation on the owner that the workflow names, if it was looked up after the failure. */
function installationOnOwner({ evidence }) {
    return evidence?.kind === 'app-known' ? evidence.onOwner : undefined;
}
/** What was found out about the repositories, if they were looked up one by one. */
function repositoryEvidence({ evidence }) {
    return evidence?.kind === 'app-known' || evidence?.kind === 'repositories'
        ? evidence.repositories
        : undefined;
}
/** The App's slug, if GitHub has said it. */
function appName(context) {
    const slug = context.installation?.appSlug ?? knownApp(context)?.slug ?? '';
    return slug === '' ? 'The App' : (0,src_printable/* printable */.g)(slug);
}
/** The App's slug, or `the App`, for the middle of a sentence. */
function theApp(context) {
    return appName(context).replace(/^The App$/, 'the App');
}
/** The account or enterprise that the workflow named. */
function context_accountName({ request }) {
    const target = request?.target;
    if (target === undefined)
        return 'the account';
    return target.kind === 'installation' && target.owner === ''
        ? `the account of installation ${target.id}`
        : targets_accountOf(target);
}
/** The App's id as the workflow gave it, with its input, and a short name of the key, with its input. */
function credentials({ credential }) {
    if (credential === undefined)
        return { id: 'this id', idInput: 'client-id', key: 'the key', keyInput: 'private-key' };
    const { app, key } = credential;
    return {
        id: appIdName(app),
        idInput: app.input,
        key: `the ${keyName(key)}`,
        keyInput: keyInput(key)
    };
}
function keyInput(key) {
    switch (key.kind) {
        case 'pem':
            return key.input;
        case 'jwt':
            return 'jwt';
        case 'key-service':
            return 'kms-key';
    }
}
/** The JWT, if it was made elsewhere. */
function givenJwt({ credential }) {
    return credential?.key.kind === 'jwt' ? credential.key : undefined;
}
/** The API in use. */
function apiUrl({ config }) {
    const url = config?.api.url;
    return url === undefined ? 'the API' : (0,src_printable/* printable */.g)(url);
}
/** A permission as people write it: `contents: write`. */
function permissionLine(name, level) {
    return `${dashed((0,src_printable/* printable */.g)(name))}: ${level}`;
}
/**
 * The page where an installation's owner changes it, or a description of the way there. Its address
 * names the account. If the workflow does not name it, the log must not either: anyone may read it.
 */
function settingsPage(context) {
    const { request, installation = installationOnOwner(context) } = context;
    const url = installation?.settingsUrl ?? '';
    const target = request?.target;
    const isNamed = !(target?.kind === 'installation' && target.owner === '');
    return url !== '' && isNamed ? (0,src_printable/* printable */.g)(url) : "the account's settings > GitHub Apps > Configure";
}

;// CONCATENATED MODULE: ./src/explain/words.ts

/** What GitHub said, fit to be quoted. The sentence around it has its own full stop. */
function quote(message, longest) {
    return `"${(0,src_printable/* printable */.g)(message, longest).replace(/\.$/, '')}"`;
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
/** Names for a sentence: `jwt`, or `private-key, private-key-file and jwt`. */
function joined(names) {
    const others = names.slice(0, -1);
    const last = names.slice(-1).join();
    return others.length === 0 ? last : `${others.join(', ')} and ${last}`;
}
/** At most this many names are in a sentence. The others are counted. */
const MAX_LISTED = 10;
/** Names for a sentence: `hello, lib`, or the first few `and 40 more`. */
function listed(names) {
    const more = names.length - MAX_LISTED;
    const shown = names.slice(0, MAX_LISTED).join(', ');
    return more > 0 ? `${shown} and ${more} more` : shown;
}

;// CONCATENATED MODULE: ./src/github/jwt.ts
/** GitHub's advice against clock drift. */
const BACKDATED_SECONDS = 60;
/**
 * How many seconds a JWT is valid. GitHub takes at most 600 s by its own clock; the rest is for a
 * runner whose clock is fast.
 */
const LIFETIME_SECONDS = 540;
/**
 * The claims that GitHub asks for:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 *
 * @param now GitHub's time as far as known, in milliseconds since 1970
 */
function appClaims(issuer, now) {
    const seconds = Math.floor(now / 1000);
    return { iat: seconds - BACKDATED_SECONDS, exp: seconds + LIFETIME_SECONDS, iss: issuer };
}
/** Whether GitHub refused a JWT for its `iat` or `exp`. */
function isClockRefusal(reply) {
    return reply.status === 401 && /\('(iat|exp)'\)/.test(reply.message);
}

;// CONCATENATED MODULE: ./src/config/private-key/mistakes.ts
/** The longest text that is read as a key, in characters. The largest usable key needs a third. */
const MAX_TEXT_LENGTH = 64 * 1024;
/** Tells a mistake from what was looked for. */
function isMistake(found) {
    return 'mistake' in found;
}
/** It looks like a key, but its numbers do not fit together. */
const DAMAGED = { mistake: 'damaged' };
/** A private key that is not an RSA key. */
function notRsa(algorithm) {
    return { mistake: 'not-rsa', algorithm };
}
/** Something that people store instead of a private key. */
function notAKey(looksLike) {
    return { mistake: 'not-a-key', looksLike };
}
const LINE_END = /\r\n|\r|\n/;
/**
 * The first line of a base64 body that cannot be right: it has a character that is not base64, or is
 * not as long as the first (RFC 7468, section 2: only the last line may be shorter).
 *
 * @param at index of the body in the text, whose lines are counted
 */
function findOddLine(text, body, at) {
    const stray = strayCharacter(body);
    if (stray !== -1)
        return { line: lineOf(text, at + stray), reason: 'invalid-character' };
    const lengths = body.split(LINE_END).map((line) => line.trim().length);
    const full = lengths.find((length) => length > 0);
    const last = lengths.findLastIndex((length) => length > 0);
    const odd = lengths.findIndex((length, index) => length > 0 && index < last && length !== full);
    return odd === -1 ? undefined : { line: lineOf(text, at) + odd, reason: 'length' };
}
/**
 * Adds the first odd line of a body to a mistake in its bytes, if the line can be the reason.
 *
 * @param at index of the body in the text, whose lines are counted
 */
function withOddLine(mistake, text, body = text, at = 0) {
    if (mistake.mistake !== 'damaged' && mistake.mistake !== 'cut-short')
        return mistake;
    const oddLine = findOddLine(text, body, at);
    return oddLine === undefined ? mistake : { ...mistake, oddLine };
}
/** Index of the first character that is invalid in base64, or -1. */
function strayCharacter(text) {
    const stray = text.search(/[^A-Za-z0-9+/_=\s-]/);
    const padding = text.indexOf('=');
    if (padding === -1 || /^[=\s]*$/.test(text.slice(padding))) {
        return stray;
    }
    return stray === -1 ? padding : Math.min(stray, padding);
}
function lineOf(text, index) {
    return text.slice(0, index).split(LINE_END).length;
}
/**
 * What people store instead of a private key. The first pattern that matches decides, so narrow
 * patterns come first. Every pattern takes linear time.
 */
const LOOKALIKES = [
    ['asterisks', /^[*•●\s]+$/],
    ['expression', /^\$\{\{/, /^(?:secrets|vars|env|inputs|github)\.\w+$/i],
    ['variable', /^\$(?:\w+|env:\w+|\{[^}]*\}|\([^)]*\))$/i, /^%\w+%$/],
    ['name', /^[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,6}$/],
    ['client-secret', /^[0-9a-f]{40}$/i],
    ['fingerprint', /^SHA256:\s*\S+$/i, /^(?:[0-9a-f]{2}:){15,31}[0-9a-f]{2}$/i],
    // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
    ['token', /^(?:gh[a-z]_|github_pat_)\S+$/, /^v1\.[0-9a-f]{40}$/],
    ['jwt', /^(?:bearer\s+)?ey[\w+/=\s-]*\.[\w+/=\s-]+\.[\w+/=\s-]*$/i],
    ['client-id', /^Iv\d[\w.]{6,30}$/],
    ['app-id', /^\d{1,12}$/],
    // An OpenSSH public key: its type, and base64 that starts with the type again (RFC 4253).
    ['public-key', /^(?:ssh|ecdsa|sk)-\S+\s+AAAA/, /^AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/],
    ['putty', /^PuTTY-User-Key-File-/],
    ['json', /^[[{]/],
    [
        'path',
        /^(?=[^\r\n]{1,255}$)(?:file:|[a-z]:[\\/]|~[\\/]|\.{0,2}\\|\.{1,2}\/)\S/i,
        /^(?=[^\r\n]{1,255}$)\/(?:[\w.@~ +-]+\/|[\w ~+-]*\.\w)\S/,
        /^[^\r\n"'<>|]{1,255}\.(?:pem|key|der|p8|pk8|p12|pfx|ppk|crt|cer|txt|rsa)$/i
    ],
    ['binary', /[^\P{Cc}\s]|\ufffd/u]
];
/** What a text looks like, if it looks like something that people store instead of a key. */
function lookalikeOf(text) {
    return LOOKALIKES.find(([, ...patterns]) => patterns.some((one) => one.test(text)))?.[0];
}
/** A BEGIN line without some of its dashes. */
const BROKEN_BEGIN = /BEGIN\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/;
/** Base64 of what a key starts with: DER, its PEM, that in base64 again, OpenSSH's magic. */
const STARTS = /^(?:MII[A-Za-z0-9+/_-]{60}|LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt)/;
/** Says what a text without a key is. The outermost text comes first, and decides. */
function recognize(texts) {
    for (const text of texts) {
        if (text === '')
            return { mistake: 'empty' };
        const look = lookalikeOf(text);
        if (look !== undefined)
            return notAKey(look);
    }
    if (texts.some((text) => BROKEN_BEGIN.test(text)))
        return { mistake: 'broken-dashes' };
    const start = texts.find((text) => STARTS.test(text));
    return start === undefined
        ? { mistake: 'no-begin-line', length: texts[0].length }
        : withOddLine(DAMAGED, start);
}

;// CONCATENATED MODULE: ./src/explain/key-problems.ts


/**
 * What a person reads about a private key that cannot be used. BEGIN and END lines are never quoted:
 * the runner masks each line of a secret, and would print `***` instead.
 */
function explainKey({ input, mistake, isFallbackSet }) {
    const subject = input === 'private-key' ? input : 'The file in private-key-file';
    const describe = MISTAKES[mistake.mistake];
    const words = describe(mistake);
    return {
        code: words.code,
        title: `${input} ${words.title}`,
        problem: `${subject} ${words.problem}.${unusedFallback(isFallbackSet)}`,
        fix: FIXES[words.fix][input]
    };
}
/** Says why a fallback token is not used, if there is one. */
function unusedFallback(isSet = false) {
    return isSet
        ? '\nfallback-token is not used: it is only for pull requests from forks, for runs of Dependabot, and for steps in which no input for a credential is set.'
        : '';
}
const MISTAKES = {
    empty: () => ({
        code: 'private-key-empty',
        title: 'is empty',
        problem: 'is empty',
        fix: 'generate'
    }),
    'not-a-key': ({ looksLike }) => key_problems_notAKey(...key_problems_LOOKALIKES[looksLike]),
    'no-begin-line': ({ length }) => key_problems_notAKey(`is not a private key: ${counted(length, 'character')} without a BEGIN line`, 'generate'),
    'too-long': ({ length }) => key_problems_notAKey(`is not a private key: it has ${counted(length, 'character')}, more than ${MAX_TEXT_LENGTH}`, 'generate'),
    encrypted: () => ({
        code: 'private-key-wrong-kind',
        title: 'is encrypted',
        problem: 'is encrypted, and the action cannot ask for the passphrase',
        fix: 'no-passphrase'
    }),
    'not-rsa': ({ algorithm }) => ({
        code: 'private-key-wrong-kind',
        title: 'is not an RSA key',
        problem: `is of the wrong kind (${algorithm}). GitHub accepts only RSA keys`,
        fix: 'generate'
    }),
    'too-few-bits': ({ bits }) => ({
        code: 'private-key-wrong-kind',
        title: 'is too short',
        problem: `is an RSA key of ${bits} bits. GitHub requires 2048 bits or more`,
        fix: 'generate'
    }),
    'too-many-bits': ({ bits }) => ({
        code: 'private-key-wrong-kind',
        title: 'is too long',
        problem: `is an RSA key of ${bits} bits. Signing with it takes too long`,
        fix: 'generate'
    }),
    'only-first-line': () => incomplete('it contains only the first line of a key', 'whole'),
    'no-body': () => incomplete('there is nothing between its first and last line', 'whole'),
    'no-first-line': () => incomplete('its first line, the one with BEGIN, is missing'),
    'no-last-line': () => incomplete('its last line, the one with END, is missing'),
    'cut-short': ({ bytes, announced, oddLine }) => {
        const line = oddLine === undefined ? '' : `, and ${describeLine(oddLine)}`;
        return incomplete(`${bytes} of its ${announced} bytes are there${line}`);
    },
    damaged: ({ oddLine }) => damaged(oddLine === undefined
        ? 'it looks like a key, but its numbers do not fit together'
        : describeLine(oddLine)),
    'broken-dashes': () => damaged('some dashes around BEGIN or END are missing'),
    several: ({ keys }) => ({
        code: 'private-key-several',
        title: 'contains several private keys',
        problem: `contains ${keys} different private keys. An App uses one`,
        fix: 'one'
    })
};
function key_problems_notAKey(problem, fix) {
    return { code: 'private-key-not-a-key', title: 'is not a private key', problem, fix };
}
function incomplete(what, fix = 'again') {
    const problem = `is cut short: ${what}`;
    return { code: 'private-key-incomplete', title: 'is cut short', problem, fix };
}
function damaged(what) {
    const problem = `is damaged: ${what}`;
    return { code: 'private-key-damaged', title: 'is damaged', problem, fix: 'again' };
}
function describeLine({ line, reason }) {
    return reason === 'length'
        ? `line ${line} is not as long as the first line`
        : `line ${line} contains an invalid character`;
}
const key_problems_LOOKALIKES = {
    'public-key': ['is a public key. An App needs its private key', 'generate'],
    certificate: ['is a certificate. An App needs its private key', 'generate'],
    pgp: ['is a PGP key. GitHub accepts only RSA keys of the App', 'generate'],
    pkcs12: ['is a PKCS#12 (.pfx) file, not a PEM file', 'convert'],
    putty: ['is a PuTTY key, not a PEM file', 'convert'],
    asterisks: ['contains only asterisks, as a log shows a secret', 'copy'],
    expression: ['looks like an expression that GitHub did not evaluate', 'secret'],
    variable: ['looks like a variable or command that no shell expanded', 'secret'],
    name: ['looks like the name of a secret or a variable, not like its value', 'secret'],
    'client-secret': ['looks like a client secret (40 hex characters)', 'generate'],
    fingerprint: ['looks like the fingerprint of a key, not like the key', 'generate'],
    token: ['looks like a GitHub token, not like a private key', 'generate'],
    jwt: ['looks like a JSON web token, not like a private key', 'jwt'],
    'client-id': ['looks like a client ID. Use client-id for it', 'generate'],
    'app-id': ['looks like an App ID (digits only). Use app-id for it', 'generate'],
    json: ['looks like JSON without a private key', 'generate'],
    path: ['looks like a path, not like a private key', 'path'],
    binary: ['contains binary data, not text', 'convert']
};
const GENERATE_KEY = 'App settings > Private keys > Generate a private key.';
const STORE_KEY = '  gh secret set APP_PRIVATE_KEY < octo-bot.private-key.pem';
const PUT_KEY_FILE = 'use the whole .pem file as the file in private-key-file.';
/** What to do to use a new key of the App's settings, after "generate a key". */
function replaceKey(input) {
    switch (input) {
        case 'private-key':
            return `store the whole .pem file:\n${STORE_KEY}`;
        case 'private-key-file':
            return 'replace the file in private-key-file by the whole .pem file.';
        case 'jwt':
            return 'sign the JWT with it.';
        case 'kms-key':
            return 'import it into the key service, and name it in `kms-key`: see docs/KEYS.md of this action.';
    }
}
/** `App settings > Private keys`: github.com/settings/apps, or the same page of an organization. */
const FIXES = {
    generate: {
        'private-key': `${GENERATE_KEY} Store the whole .pem file:\n${STORE_KEY}`,
        'private-key-file': `${GENERATE_KEY} Use the whole .pem file as the file in private-key-file.`
    },
    again: {
        'private-key': `store the whole .pem file again:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `${PUT_KEY_FILE} If you do not have the file: ${GENERATE_KEY}`
    },
    whole: {
        'private-key': `store the whole .pem file, with all its lines:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `use the whole .pem file, with all its lines, as the file in private-key-file.`
    },
    secret: {
        'private-key': 'write `private-key: ${{ secrets.NAME }}` in the step under `with:`, with the name of the ' +
            `secret, and store the whole .pem file in that secret:\n${STORE_KEY}`,
        'private-key-file': PUT_KEY_FILE
    },
    path: {
        'private-key': `set the path in private-key-file instead, or store the whole .pem file:\n${STORE_KEY}`,
        'private-key-file': 'set that path itself in private-key-file.'
    },
    one: {
        'private-key': 'keep only the newest key. GitHub accepts the old and the new key of an App side by side: ' +
            `to rotate, replace the secret first, then delete the old key:\n${STORE_KEY}`,
        'private-key-file': 'keep only the newest key. GitHub accepts the old and the new key of an App side by side: ' +
            'to rotate, replace the file first, then delete the old key.'
    },
    'no-passphrase': {
        'private-key': `store the .pem file as GitHub created it, without a passphrase:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `use the .pem file as GitHub created it, without a passphrase, as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
    },
    copy: {
        'private-key': `you cannot copy a secret from a log. Store the whole .pem file:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `you cannot copy a secret from a log. Use the whole .pem file as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
    },
    convert: {
        'private-key': `store the .pem file that GitHub created, not a converted one:\n${STORE_KEY}\nIf you do not have the file: ${GENERATE_KEY}`,
        'private-key-file': `use the .pem file that GitHub created, not a converted one, as the file in private-key-file. If you do not have the file: ${GENERATE_KEY}`
    },
    jwt: {
        'private-key': `if the App's key signed it, set it in \`jwt\`, and remove \`private-key\`. Otherwise store the whole .pem file:\n${STORE_KEY}`,
        'private-key-file': `if the App's key signed it, set it in \`jwt\`, and remove \`private-key-file\`. Otherwise ${PUT_KEY_FILE}`
    }
};

// EXTERNAL MODULE: ./src/config/key-service/google-paths.ts
var google_paths = __webpack_require__(8976);
// EXTERNAL MODULE: ./src/signers/key-service/google.ts
var google = __webpack_require__(5906);
;// CONCATENATED MODULE: ./src/explain/key-service/google-rules.ts



/** What people read about Google Cloud KMS. */
const GOOGLE = {
    serviceName: (_, stage) => googleServiceName(stage),
    addressInput: ({ server }) => (server === '' ? undefined : 'kms-key'),
    message: googleMessage,
    explain: explainGoogle
};
/** Who answers at a stage, as people call it. */
function googleServiceName(stage) {
    if (stage === 'login')
        return "Google's Security Token Service";
    return stage === 'impersonation' ? "Google's IAM Credentials API" : 'Google Cloud KMS';
}
/** What Google says of a failure, without names that must not be in a public log. */
function googleMessage(reply, isPrivate) {
    const { message } = (0,google/* googleError */.O)(reply);
    return isPrivate ? message : withoutNames(message);
}
/** Removes projects and accounts. */
function withoutNames(message) {
    return message
        .replace(/\b(projects?[/= ])(?!has\b|and\b|in\b)["']?[\w.:-]*\w/g, '$1…')
        .replace(/[\w.+-]+@[\w.-]*\w/g, '…');
}
/** Explains a refusal of one of Google's services, by its code. */
function explainGoogle(refusal) {
    const error = (0,google/* googleError */.O)(refusal.reply);
    if (error.reason === 'SERVICE_DISABLED')
        return apiDisabled(refusal, error);
    if (refusal.stage === 'login')
        return explainLogin(refusal, error);
    return refusal.stage === 'impersonation'
        ? explainImpersonation(refusal)
        : explainSignature(refusal, error);
}
/** What was refused, and Google's own words, as one sentence. */
function said({ serviceName, reply, isPrivate }, what) {
    const message = googleMessage(reply, isPrivate);
    return `${serviceName} refused ${what}${message === '' ? ` with ${reply.status}` : `: ${quote(message)}`}.`;
}
const APIS = {
    login: 'sts',
    impersonation: 'iamcredentials'
};
function apiDisabled(refusal, { consumer }) {
    const { key, stage, isPrivate } = refusal;
    const api = `${APIS[stage] ?? 'cloudkms'}.googleapis.com`;
    const project = consumer.replace(/^projects\//, '');
    const isShown = /^[\w.:-]+$/.test(project) &&
        (isPrivate || [key.project, key.login.provider.project].includes(project));
    const where = isShown
        ? 'enable it:'
        : 'enable it in the project of the service account, or of the workload identity pool if there is no service account:';
    return {
        code: 'google-api-disabled',
        title: 'An API of Google Cloud is not enabled',
        problem: `${said(refusal, 'the request')}\nThe API ${api} is not enabled in the project that the request counts for.`,
        fix: `${where}\n  gcloud services enable ${api} --project ${isShown ? project : 'PROJECT'}\nAfter some minutes, run the job again.`
    };
}
function explainLogin(refusal, error) {
    const cause = loginCause(refusal.key, error);
    return (cause && {
        code: 'google-login-refused',
        title: 'Google refused the login',
        problem: `${said(refusal, 'the login')}\n${cause[0]}`,
        fix: cause[1]
    });
}
function loginCause(key, { code, message }) {
    const { provider } = key.login;
    const named = `${provider.name} in the pool ${provider.pool}`;
    if (/attribute condition/i.test(message)) {
        return [
            `The provider ${named} has a condition that the job's OIDC token does not meet. The details above show the claims.`,
            `correct the condition, or run the job where it is met (branch, environment). This shows it:\n  ${providerCommand(key, 'describe')} --format "value(attributeCondition)"`
        ];
    }
    if (message.includes('127 bytes')) {
        return [
            'The provider makes google.subject from the claim sub, and sub is too long for it: it contains the names of the owner, the repository and the branch or environment. The details above show it.',
            `map google.subject to a shorter claim. Keep your other attributes in the list, because it replaces them. Rights that were given by subject must be given again:\n  ${providerCommand(key, 'update-oidc')} --attribute-mapping "google.subject=assertion.repository_id,attribute.repository=assertion.repository"`
        ];
    }
    if (code === 'invalid_target' || message.includes('value for "audience"')) {
        return [
            `There is no provider ${named}, or it is disabled or deleted.`,
            'correct `gcp-workload-identity-provider`. This shows the providers of the pool, with their full names:\n' +
                `  gcloud iam workload-identity-pools providers list ${poolFlags(key)}`
        ];
    }
    if (/\baudience\b/i.test(message)) {
        return [
            `The provider ${named} accepts another audience. The details above show the one that was sent (aud).`,
            `set \`audience\` to one of the allowed audiences, or remove \`audience\` if there are none. This shows them:\n  ${providerCommand(key, 'describe')} --format "value(oidc.allowedAudiences)"`
        ];
    }
    if (/\bissuer\b|\bsignature\b|\bkey id\b|\bjwks?\b/i.test(message)) {
        return [
            `The provider ${named} does not trust the issuer of the job's OIDC token. The details above show it (iss).`,
            `set the issuer of the provider to this iss. For github.com:\n  ${providerCommand(key, 'update-oidc')} --issuer-uri "https://token.actions.githubusercontent.com"`
        ];
    }
    return /\bstale\b|\bexpired?\b|not yet|issued at/i.test(message)
        ? [
            'Google compared the times in the OIDC token with its own clock.',
            'run the job again. If it fails again, the clock of the GitHub that made the token is wrong.'
        ]
        : undefined;
}
function explainImpersonation(refusal) {
    const { key, reply } = refusal;
    const account = key.login.serviceAccount;
    if (reply.status !== 403 && reply.status !== 404)
        return undefined;
    return {
        code: 'google-impersonation-denied',
        title: 'The workload may not act as the service account',
        problem: `${said(refusal, 'to act as the service account')}\nThere is no service account ${account}, or the workload may not act as it.`,
        fix: `correct \`gcp-service-account\`, or allow this repository to act as it (the provider has to map attribute.repository):\n  gcloud iam service-accounts add-iam-policy-binding ${account} --role roles/iam.workloadIdentityUser --member "${workload(refusal)}"`
    };
}
function explainSignature(refusal, error) {
    const { key, reply } = refusal;
    const problem = said(refusal, `to sign with ${key.ring}/${key.name} version ${key.version}`);
    const state = /current state is:? (\w+)/i.exec(error.message)?.[1];
    if (state !== undefined)
        return notEnabled(key, problem, state);
    if (/\b(?:purpose|algorithm|digest)\b/i.test(error.message) && reply.status === 400) {
        return {
            code: 'kms-key-unsuitable',
            title: 'This key cannot sign for a GitHub App',
            problem,
            fix: "import the App's private key as a key with the purpose asymmetric-signing and the algorithm rsa-sign-pkcs1-2048-sha256, and name it in `kms-key`."
        };
    }
    if (reply.status === 404) {
        return {
            code: 'google-key-not-found',
            title: 'Google does not have this key version',
            problem,
            fix: `correct \`kms-key\`. This shows the versions of the key:\n  gcloud kms keys versions list ${keyFlags(key)}`
        };
    }
    if (reply.status !== 403)
        return undefined;
    const [cause, fix] = /SECURITY_POLICY|VPC_SERVICE/i.test(error.reason)
        ? PERIMETER
        : right(refusal);
    return {
        code: 'google-key-denied',
        title: 'Google does not allow this login to sign',
        problem: `${problem}\n${cause}`,
        fix
    };
}
const PERIMETER = [
    'VPC Service Controls protect the project of the key, and this runner is outside of the perimeter.',
    'add an ingress rule for this identity to the perimeter, or use a runner inside of it.'
];
function right(refusal) {
    const { key } = refusal;
    const { serviceAccount } = key.login;
    const who = serviceAccount === '' ? 'this repository' : `the service account ${serviceAccount}`;
    const hint = serviceAccount === '' ? ' (the provider has to map attribute.repository)' : '';
    return [
        `Either the key does not exist, or ${serviceAccount === '' ? 'the workload' : who} may not sign with it. Google does not say which.`,
        `check \`kms-key\`, then allow ${who} to sign with this key${hint}:\n  gcloud kms keys add-iam-policy-binding ${key.name} --keyring ${key.ring} --location ${key.location} --project ${key.project} --role roles/cloudkms.signer --member "${serviceAccount === '' ? workload(refusal) : `serviceAccount:${serviceAccount}`}"`
    ];
}
function notEnabled(key, said, state) {
    const command = (verb) => `  gcloud kms keys versions ${verb} ${key.version} ${keyFlags(key)}`;
    const fixes = new Map([
        ['DISABLED', `if this key may be used again, enable it:\n${command('enable')}`],
        [
            'DESTROY_SCHEDULED',
            `if this key is still needed, restore it, then enable it:\n${command('restore')}\n${command('enable')}`
        ],
        ['PENDING_IMPORT', 'wait until the import of the key is done, then run the job again.'],
        ['PENDING_GENERATION', MADE_HERE]
    ]);
    return {
        code: 'google-key-not-enabled',
        title: 'This version of the key is not enabled',
        problem: said,
        fix: fixes.get(state) ??
            "import the App's private key again, as docs/KEYS.md of this action says, and name the new version in `kms-key`."
    };
}
const MADE_HERE = "this key is made by Google, and GitHub accepts only keys that it generated itself. Import the App's private key, as docs/KEYS.md of this action says, and name it in `kms-key`.";
/** This repository, as Google's policies name it. */
function workload({ key, claims }) {
    const repository = claims?.get('repository') ?? '';
    const name = /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : 'OWNER/REPOSITORY';
    return `principalSet://iam.googleapis.com/${(0,google_paths/* googlePoolPath */.lH)(key.login.provider)}/attribute.repository/${name}`;
}
function providerCommand(key, verb) {
    return `gcloud iam workload-identity-pools providers ${verb} ${key.login.provider.name} ${poolFlags(key)}`;
}
function poolFlags({ login: { provider } }) {
    return `--workload-identity-pool ${provider.pool} --location global --project ${provider.project}`;
}
function keyFlags({ name, ring, location, project }) {
    return `--key ${name} --keyring ${ring} --location ${location} --project ${project}`;
}
/** Commands that show which key it is, for people who may read its public half. */
function googleKeyCommands(key) {
    return [
        `gcloud kms keys versions describe ${key.version} ${keyFlags(key)} --format "value(algorithm)"`,
        `gcloud kms keys versions get-public-key ${key.version} ${keyFlags(key)} --output-file key.pem`,
        'openssl pkey -pubin -in key.pem -outform DER | openssl sha256 -binary | openssl base64'
    ];
}

;// CONCATENATED MODULE: ./src/explain/credential-rules.ts







/** Why GitHub did not accept the App's JWT. */
const CREDENTIAL_RULES = [
    jwtClock,
    clockOff,
    jwtRefused,
    serviceKeyRefused,
    keyRefused,
    noKey,
    malformedIssuer
];
/** The action cannot sign again by GitHub's clock, so both times are told. */
function jwtClock(context) {
    const { reply, attempts, rateLimitWaited } = context.error;
    const jwt = givenJwt(context);
    if (jwt === undefined || !isClockRefusal(reply))
        return undefined;
    const methods = attempts.slice(-1).map(({ method }) => method);
    const request = [...methods, (0,src_printable/* printable */.g)(reply.url)].join(' ');
    const hasEnded = (clocksOf(context)?.runner ?? 0) >= jwt.expires * 1000;
    return {
        code: 'jwt-clock',
        ...(hasEnded
            ? { title: 'The JWT ended while the step ran', fix: MAKE_LATER }
            : { title: 'GitHub refused the times of the JWT', fix: COMPARE_CLOCKS }),
        problem: [
            `GitHub refused the times in the JWT of jwt: ${quote(reply.message)}. The request was ${request}.`,
            `The JWT is valid from ${(0,src_time/* isoTime */.Ly)(jwt.issuedAt * 1000)} (iat) to ${(0,src_time/* isoTime */.Ly)(jwt.expires * 1000)} (exp). ${describeClocks(context)}`,
            `${rateLimitWaited > 0 ? `The step waited ${(0,src_time/* amountOfTime */.RI)(rateLimitWaited)} for GitHub's rate limit. ` : ''}The action cannot make this JWT again.`
        ].join('\n')
    };
}
const MAKE_LATER = 'make the JWT in the step before this one, with 9 minutes of life. For many owners, use several steps, each with its own JWT.';
const COMPARE_CLOCKS = "set the clock of the machine that makes the JWT, and this runner's (NTP). Set `iat` to 60 seconds ago, and `exp` to at most 9 minutes from now.";
function clocksOf({ evidence }) {
    return evidence?.kind === 'clocks' ? evidence : undefined;
}
function describeClocks(context) {
    const clocks = clocksOf(context);
    return clocks === undefined
        ? "GitHub's answer does not contain its time."
        : `GitHub's time is ${(0,src_time/* isoTime */.Ly)(clocks.github)}, and this runner's is ${(0,src_time/* isoTime */.Ly)(clocks.runner)}.`;
}
function clockOff(context) {
    const { reply } = context.error;
    if (!isClockRefusal(reply))
        return undefined;
    return {
        code: 'clock-off',
        title: "This runner's clock is wrong",
        problem: [
            `GitHub refused the times in the App's JWT: ${quote(reply.message)}.`,
            compareClocks(context),
            'The action corrects a clock by up to one day, but not this one.'
        ].join(' '),
        fix: "set the runner's clock (NTP), then run the job again."
    };
}
function compareClocks(context) {
    const clocks = clocksOf(context);
    if (clocks === undefined)
        return "GitHub's answer does not contain its time.";
    const ahead = clocks.runner - clocks.github;
    const direction = ahead > 0 ? 'ahead of' : 'behind';
    const theirs = new Date(clocks.github).toISOString();
    return `This runner's clock is ${(0,src_time/* amountOfTime */.RI)(ahead)} ${direction} GitHub's. GitHub's time is ${theirs}.`;
}
function jwtRefused(context) {
    const { message } = context.error.reply;
    if (givenJwt(context) === undefined || !UNDECODABLE.test(message))
        return undefined;
    return {
        code: 'jwt-refused',
        title: 'No key of this App signed the JWT',
        problem: [
            `GitHub refused the JWT of jwt: ${quote(message)}.`,
            `Either the key that signed it does not belong to the App with ${credentials(context).id}, or it was deleted, or the JWT was changed after it was signed.`
        ].join('\n'),
        fix: 'sign with a key that is listed under "Private keys" in the App\'s settings. A key that was created in a key service does not work: GitHub accepts only keys that it generated. Import one of those.'
    };
}
const UNDECODABLE = /JSON web token could not be decoded/i;
/** Whether GitHub refused a JWT because none of the App's keys made its signature. */
function isKeyRefusal({ message }) {
    return UNDECODABLE.test(message);
}
function serviceKeyRefused(context) {
    const { error, evidence } = context;
    if (evidence?.kind !== 'service-key')
        return undefined;
    const { id, key } = credentials(context);
    const { fingerprint, version, otherAlgorithm } = evidence.key;
    const which = version === undefined ? key : `version ${(0,src_printable/* printable */.g)(version)} of ${key}`;
    const said = `GitHub refused the JWT that was signed with ${which}: ${quote(error.reply.message)}.`;
    if (otherAlgorithm !== undefined)
        return otherPurpose(said, otherAlgorithm);
    return {
        code: 'kms-key-not-of-app',
        title: "The key in the key service is not the App's",
        problem: [
            said,
            `The App with ${id} does not have this key. Most often the key was made in the key service. GitHub accepts only keys that it generated itself, so such a key must be imported.${fingerprint === undefined ? '' : `\nThe fingerprint of the key in the key service is ${fingerprint}.`}`
        ].join('\n'),
        fix: fingerprint === undefined
            ? 'generate a private key in the settings of the App, import it as docs/KEYS.md of this action says, and name it in `kms-key`.' +
                commandsFor(context)
            : 'look for this fingerprint under "Private keys" in the settings of the App. If it is not there, generate a key, import it as docs/KEYS.md of this action says, and name it in `kms-key`.'
    };
}
/** How to see which key it is, if the step may not read its public half. */
function commandsFor({ credential }) {
    const key = credential?.key;
    const isGoogle = key?.kind === 'key-service' && key.service === 'google';
    const commands = isGoogle ? googleKeyCommands(key) : [];
    return commands.length === 0
        ? ''
        : ['\nThese commands show the algorithm and the fingerprint of the key:', ...commands].join('\n  ');
}
function otherPurpose(said, algorithm) {
    return {
        code: 'kms-key-unsuitable',
        title: 'This key cannot sign for a GitHub App',
        problem: `${said}\nIn the key service, the key is for ${(0,src_printable/* printable */.g)(algorithm)}. GitHub accepts only RSASSA-PKCS1-v1_5 with SHA-256 (RS256).`,
        fix: "import the App's private key again, for RSASSA-PKCS1-v1_5 with SHA-256, as docs/KEYS.md of this action says, and name that key in `kms-key`."
    };
}
function keyRefused(context) {
    const { message } = context.error.reply;
    if (!UNDECODABLE.test(message))
        return undefined;
    const { id, idInput, key, keyInput } = credentials(context);
    return {
        code: 'key-refused',
        title: 'The private key does not belong to this App',
        problem: [
            `GitHub refused the key: ${quote(message)}.`,
            `Either ${key} does not belong to the App with ${id}, or it was deleted.`
        ].join('\n'),
        fix: [
            'look for this fingerprint under "Private keys" in the settings of the App.',
            `If it belongs to another App of yours, correct \`${idInput}\`. If no App has it, generate a key, and ${replaceKey(keyInput)}`
        ].join(' ')
    };
}
function noKey(context) {
    const { message } = context.error.reply;
    if (!message.includes('must generate a public key'))
        return undefined;
    const { id, key, keyInput } = credentials(context);
    return {
        code: 'key-none-registered',
        title: 'The App has no private key',
        problem: `The App with ${id} has no key at GitHub, so GitHub cannot accept ${key}: ${quote(message)}.`,
        fix: `generate a key (App settings > Private keys > Generate a private key), and ${replaceKey(keyInput)}`
    };
}
function malformedIssuer(context) {
    const { message } = context.error.reply;
    if (!message.includes("('iss')"))
        return undefined;
    const { id, key } = credentials(context);
    return {
        code: 'app-id-malformed',
        title: "The App's id is malformed",
        problem: `GitHub cannot read ${id}: ${quote(message)}. It was used with ${key}.`,
        fix: fixIssuer(id)
    };
}
/** What is often wrong with an id that looks like one; empty if nothing is known. */
function hintOnId(id) {
    const value = id.slice(id.indexOf(' ') + 1);
    if (/^ov\d/i.test(value))
        return ' An id that begins with Ov is of an OAuth App, not of a GitHub App.';
    if (/^\d+$/.test(value))
        return ' The id of an installation is another number.';
    const isOneCase = /^(?:iv|IV)/.test(value) || /^Iv2\d[^A-Z]*$/.test(value);
    return isOneCase ? ' Upper and lower case differ: copy the Client ID as it is there.' : '';
}
function fixIssuer(id) {
    const about = 'from the App\'s settings page, under "About"';
    if (/ [io]v\d/i.test(id) && hintOnId(id) !== '') {
        return `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${about}.${hintOnId(id)}`;
    }
    if (/ \d+$/.test(id))
        return `use the App ID (a number) ${about}.`;
    // A slug or a name, for example.
    if (!/ Iv\d/i.test(id))
        return `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${about}, not the App's name.`;
    return `use the App ID (a number) ${about}: an old GitHub Enterprise Server does not accept Client IDs. On github.com, check the Client ID for extra characters.`;
}

;// CONCATENATED MODULE: ./src/config/expression.ts
/** What GitHub or a shell would have replaced: `${{ vars.NAME }}`, `vars.NAME`, `$NAME`, `%NAME%`. */
const EXPRESSION = /^(?:\$|%\w+%$|(?:vars|secrets|env|inputs|github|needs|steps|matrix|strategy|jobs?|runner)\.)/;
/** Whether a text looks like an expression or a variable that was not evaluated. */
function expression_isExpression(text) {
    return EXPRESSION.test(text);
}

;// CONCATENATED MODULE: ./src/explain/lookup-rules.ts





/** Why GitHub found no installation (404), most telling first. */
const LOOKUP_RULES = [
    appUnknown,
    apiNotFound,
    installationUnknown,
    otherHost,
    swapped,
    otherKind,
    notInstalled,
    goneMeanwhile,
    movedOutOfReach,
    repositoryUnknown,
    repositoryNotSelected,
    notFound
];
/** GitHub's words for a JWT whose `iss` it does not know. */
function isAppUnknown({ message }) {
    return message.includes('Integration not found');
}
function appUnknown(context) {
    const { reply } = context.error;
    const isUnknown = isAppUnknown(reply) || (reply.status === 404 && context.evidence?.kind === 'app-unknown');
    if (!isUnknown)
        return undefined;
    const { id, key } = credentials(context);
    return {
        code: 'app-unknown',
        title: 'GitHub does not know this App',
        problem: `${apiUrl(context)} does not know the App with ${id}: ${quote(reply.message)}. It was used with ${key}.`,
        fix: `use the Client ID or App ID from the App's settings page, under "About".${hintOnId(id)} If the App is registered on another GitHub host, set \`github-api-url\` to that host's API.`
    };
}
/** Everything is 404, `GET /app` too: that is no path of an API. */
function apiNotFound(context) {
    if (context.evidence?.kind !== 'no-api')
        return undefined;
    return {
        code: 'api-not-found',
        title: 'There is no GitHub API at this address',
        problem: `There is no GitHub API at ${apiUrl(context)}: it answered 404 to every request, even to GET /app, which every GitHub has.`,
        fix: [
            'correct `github-api-url`, or remove it to use the GitHub that runs the workflow. It has one of these forms:',
            '  https://api.github.com',
            '  https://api.SUBDOMAIN.ghe.com (data residency)',
            '  https://HOSTNAME/api/v3 (Enterprise Server)'
        ].join('\n')
    };
}
/** The App has no installation with the id that the workflow gives. */
function installationUnknown(context) {
    const target = context.request?.target;
    if (context.error.reply.status !== 404 || target?.kind !== 'installation')
        return undefined;
    const app = appName(context);
    return {
        code: 'installation-unknown',
        title: 'The App has no such installation',
        problem: `${app} has no installation ${target.id} (${quote(context.error.reply.message)}): it belongs to another App, or was removed.`,
        fix: "correct `installation-id` (the number at the end of the address of the installation's settings page), or set `owner` instead."
    };
}
function otherHost(context) {
    const { config, request } = context;
    if (context.error.reply.status !== 404 || config?.api.isOwn !== false)
        return undefined;
    if (request?.target.kind !== 'repositories')
        return undefined;
    const { reason } = request.target;
    if (reason !== 'nothing-set' && reason !== 'empty-list')
        return undefined;
    const unset = reason === 'nothing-set'
        ? 'owner and repositories are not set'
        : 'owner is not set and repositories names nothing';
    return {
        code: 'other-host',
        title: 'This repository is not on that GitHub',
        problem: `github-api-url is ${apiUrl(context)}, which is not the GitHub that runs this workflow. ${unset}, so the action looked for ${request.subject} there.`,
        fix: 'set `owner` to the account on that host, and `repositories` if the token needs only some of them.'
    };
}
/** The App is installed on an enterprise that `owner` names, or on an account that `enterprise` names. */
function otherKind(context) {
    const { evidence, request } = context;
    if (evidence?.kind !== 'not-on-owner' || evidence.instead.is !== 'other-kind')
        return undefined;
    const name = context_accountName(context);
    const [what, right, wrong] = request?.target.kind === 'enterprise'
        ? ['an account, not an enterprise', 'owner', 'enterprise']
        : ['an enterprise, not an account', 'enterprise', 'owner'];
    const isBesideRepositories = right === 'enterprise' && request?.lookup.kind === 'repository';
    return {
        code: 'app-not-installed',
        title: 'The App is not installed on this account',
        problem: `${name} is ${what}. ${appName(context)} is installed on it.`,
        fix: isBesideRepositories
            ? `a token for an enterprise cannot reach repositories. For repositories, set \`owner\` to the organization that owns them. For the enterprise, set \`enterprise: ${name}\` instead of \`owner\` and \`repositories\`.`
            : `set \`${right}: ${name}\` instead of \`${wrong}\`.`
    };
}
function notInstalled(context) {
    const { evidence, request } = context;
    if (evidence?.kind !== 'not-on-owner')
        return undefined;
    const [app, account] = [appName(context), context_accountName(context)];
    const { instead } = evidence;
    const meant = instead.is === 'account' ? ` Did you mean ${(0,src_printable/* printable */.g)(instead.name)}?` : '';
    const target = request?.target;
    const input = target?.kind === 'enterprise' ? 'enterprise' : 'owner';
    const isTyped = target === undefined || isOwnerTyped(target);
    const other = isTyped ? `correct \`${input}\`` : 'set `owner` to an account where it is installed';
    const ask = `ask an owner of ${account} to install it: ${installPage(context)}`;
    return {
        code: 'app-not-installed',
        title: 'The App is not installed on this account',
        problem: `${app} is not installed on ${account}.${meant}`,
        fix: `${other}, or ${ask}${input === 'enterprise' ? enterpriseNote(context) : ''}`
    };
}
/** `repositories` names an account on which the App is installed, and `owner` does not. */
function swapped(context) {
    const { evidence } = context;
    if (evidence?.kind !== 'not-on-owner' || evidence.instead.is !== 'swapped')
        return undefined;
    const [app, owner] = [appName(context), context_accountName(context)];
    const account = (0,src_printable/* printable */.g)(evidence.instead.account);
    return {
        code: 'app-not-installed',
        title: 'The App is not installed on this account',
        problem: `${app} is not installed on ${owner}, but on ${account}. owner and repositories look swapped.`,
        fix: `set \`owner: ${account}\` and \`repositories: ${owner}\`.`
    };
}
/** https://docs.github.com/en/enterprise-cloud@latest/rest/apps/apps has the route, Server does not. */
function enterpriseNote(context) {
    return apiUrl(context).endsWith('/api/v3')
        ? '. Enterprise Server has no installations on enterprises. Use `owner` there.'
        : '';
}
function installPage(context) {
    const page = knownApp(context)?.htmlUrl ?? '';
    return page === '' ? "the App's public page" : `${(0,src_printable/* printable */.g)(page)}/installations/new`;
}
/** The installation was found, and then GitHub did not know it when asked for a token. */
function goneMeanwhile(context) {
    const { installation, error } = context;
    if (error.reply.status !== 404 || installation === undefined)
        return undefined;
    const [app, account] = [appName(context), context_accountName(context)];
    return {
        code: 'app-not-installed',
        title: 'The installation of the App is gone',
        problem: `GitHub found installation ${installation.id} of ${app} on ${account}. When the action then requested a token, GitHub did not find it any more (${quote(error.reply.message)}). Probably it was removed or replaced.`,
        fix: `run the job again. If it fails again, ask an owner of ${account} to install it: ${installPage(context)}`
    };
}
/** The lookup was redirected to a repository's new name or owner, and the App is not there. */
function movedOutOfReach(context) {
    const { error, request } = context;
    const lookup = request?.lookup;
    if (error.reply.status !== 404 || lookup?.kind !== 'repository')
        return undefined;
    if (!/\/repositories\/\d+\/installation$/.test(error.reply.url))
        return undefined;
    const [app, name] = [appName(context), `${lookup.owner}/${lookup.repository}`];
    return {
        code: 'repository-moved',
        title: 'The repository has a new name or owner',
        problem: `${name} has a new name or owner, and ${app} cannot reach it there.`,
        fix: 'set `owner` and `repositories` to its new place, and install the App there.'
    };
}
function repositoryUnknown(context) {
    const onOwner = installationOnOwner(context);
    if (onOwner?.repositorySelection !== 'all')
        return undefined;
    const text = explainRepositories(context, onOwner);
    return text && { code: 'repository-unknown', ...text };
}
function repositoryNotSelected(context) {
    const onOwner = installationOnOwner(context);
    if (onOwner === undefined)
        return undefined;
    const text = explainRepositories(context, onOwner);
    return text && { code: 'repository-not-selected', ...text };
}
function notFound(context) {
    const { error, request } = context;
    // Without a request for a token nothing was looked up: it is post's revocation that was refused.
    if (error.reply.status !== 404 || request === undefined)
        return undefined;
    const { subject } = request;
    return {
        code: 'app-not-installed',
        title: 'The App is not installed there',
        problem: `GitHub found no installation of ${theApp(context)} for ${subject} (${quote(error.reply.message)}): the App is not installed there, or not for this repository, or a name is wrong.`,
        fix: 'check `owner` and `repositories`. Then install the App there, or add the repository to its installation.'
    };
}
/**
 * Which of the requested repositories the App cannot reach, why, and what to do. Undefined if no
 * lookup found out.
 */
function explainRepositories(context, installation) {
    const found = repositoryEvidence(context);
    if (found === undefined)
        return undefined;
    const { outOfReach, renamed } = found;
    if (outOfReach.length === 0)
        return renamed.length === 0 ? undefined : allRenamed(found);
    const text = installation.repositorySelection === 'all'
        ? missing(context, found)
        : notSelected(context, found);
    if (renamed.length === 0)
        return text;
    return { ...text, problem: `${text.problem}\n${renamedToo(renamed)}` };
}
function notSelected(context, found) {
    const { outOfReach } = found;
    const [app, names, isOne] = [appName(context), shortList(outOfReach), outOfReach.length === 1];
    const which = isOne ? 'the repository' : 'the repositories';
    return {
        title: isOne ? 'The App cannot reach the repository' : 'The App cannot reach some repositories',
        problem: `${app} is installed on ${context_accountName(context)}, but it cannot reach ${which} ${names}. Either the installation does not include ${isOne ? names : 'them'}, or ${isOne ? 'the name is' : 'the names are'} wrong.${unchecked(found)}`,
        fix: [
            `${correction(context)}add ${names} under "Repository access": ${settingsPage(context)}`,
            ...hintsOnNames(outOfReach)
        ].join('\n')
    };
}
/** The inputs whose names can be wrong; empty if the workflow names no repository. */
function correction({ request }) {
    const target = request?.target;
    if (target?.kind !== 'repositories')
        return 'correct `repositories`, or ';
    switch (target.reason) {
        case 'both-set':
            return 'correct `owner` or `repositories`, or ';
        case 'owner-not-set':
            return 'correct `repositories`, or ';
        case 'nothing-set':
        case 'empty-list':
            return '';
    }
}
/** At most this many names are explained. */
const MAX_HINTS = 3;
/** Names that a repository can have, and that are often something else. */
function hintsOnNames(full) {
    const hints = full.flatMap((one) => hintOnName(one.slice(one.indexOf('/') + 1)) ?? []);
    return [...new Set(hints)].slice(0, MAX_HINTS).map((hint) => `  ${hint}`);
}
function hintOnName(name) {
    if (/^\d+$/.test(name))
        return `If ${name} is the id of a repository, set it in \`repository-ids\`.`;
    if (expression_isExpression(name)) {
        return `If ${name} is an expression, it was not evaluated: write \`\${{ ${name} }}\`.`;
    }
    if (/^(?:all|any|every|everything)$/i.test(name)) {
        return `If ${name} means every repository of the account, set \`owner\` and remove \`repositories\`.`;
    }
    return /^(?:true|false|null|none|nil|undefined|nan|array|object)$/i.test(name)
        ? `If ${name} is the result of an expression, correct that expression.`
        : undefined;
}
function missing(context, found) {
    const { outOfReach } = found;
    const [account, names] = [context_accountName(context), shortList(outOfReach)];
    const isOne = outOfReach.length === 1;
    const what = isOne ? `no repository ${names}` : `no repositories ${names}`;
    return {
        title: isOne ? 'There is no such repository' : 'Some of the repositories do not exist',
        problem: `${account} has ${what}. ${appName(context)} can reach all repositories of ${account}.${unchecked(found)}`,
        fix: [fixMissing(context, isOne), ...hintsOnNames(outOfReach)].join('\n')
    };
}
function fixMissing({ request }, isOne) {
    const target = request?.target;
    if (target?.kind !== 'repositories')
        return 'correct `repositories`.';
    switch (target.reason) {
        case 'both-set':
            return 'correct `owner` or `repositories`.';
        case 'owner-not-set':
            return `correct \`repositories\`. If another account owns ${isOne ? 'it' : 'them'}, set \`owner\`.`;
        case 'nothing-set':
        case 'empty-list':
            return 'if this repository was renamed or moved just now, start a new run.';
    }
}
function allRenamed(found) {
    const { renamed } = found;
    return {
        title: renamed.length === 1
            ? 'The repository has a new name or owner'
            : 'Some repositories have a new name or owner',
        problem: `${renamedToo(renamed)}${unchecked(found)}`,
        fix: 'use the new names in `repositories`.'
    };
}
function renamedToo(renamed) {
    const has = renamed.length === 1 ? 'has' : 'have';
    return `${listed(renamed)} ${has} a new name or owner. If several repositories are named, GitHub accepts only their current names.`;
}
function unchecked({ notLookedUp }) {
    return notLookedUp === 0 ? '' : ` The action did not look up ${notLookedUp} more.`;
}
function shortList(full) {
    return listed(full.map((name) => name.slice(name.indexOf('/') + 1)));
}

;// CONCATENATED MODULE: ./src/config/names.ts
/** Characters that owner, repository and enterprise names are made of. */
const VALID_NAME = /^[A-Za-z0-9._-]{1,100}$/;
/**
 * Whether a text can be an owner, repository or enterprise name. `.` and `..` are not
 * names: in a path, they would lead out of it.
 */
function names_isName(text) {
    return VALID_NAME.test(text) && text !== '.' && text !== '..';
}
/** Whether two owner or repository names are the same: GitHub compares them without regard to case. */
function names_sameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Splits an input that takes a list: commas or lines, blanks around and between them dropped. */
function names_splitList(text) {
    return text
        .split(/[\n\r,]+/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
}
/**
 * The known name that a text most probably means: at most two letters are different (one, if the
 * name has fewer than six). Undefined if no name is that near.
 */
function nearMiss(text, known) {
    const wanted = text.toLowerCase();
    let best;
    for (const name of known) {
        const distance = editDistance(wanted, name.toLowerCase(), 2);
        const allowed = Math.min(wanted.length, name.length) < 6 ? 1 : 2;
        if (distance <= allowed && (best === undefined || distance < best.distance)) {
            best = { name, distance };
        }
    }
    return best?.name;
}
/**
 * How many letters must be added, removed, replaced or swapped with their neighbour to turn one text
 * into the other; anything above `limit` is reported as `limit + 1`.
 */
function editDistance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit)
        return limit + 1;
    const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
    for (let row = 1; row <= one.length; row++) {
        const cells = [row];
        rows.push(cells);
        let least = row;
        // Cells further off the diagonal cost more than the limit: left out, they count as infinite.
        const last = Math.min(other.length, row + limit);
        for (let column = Math.max(1, row - limit); column <= last; column++) {
            const cell = cheapest(one, other, row, column, rows);
            cells[column] = cell;
            least = Math.min(least, cell);
        }
        if (least > limit)
            return limit + 1;
    }
    return Math.min(at(rows, one.length, other.length), limit + 1);
}
function cheapest(one, other, row, column, rows) {
    const same = one[row - 1] === other[column - 1];
    const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    return Math.min(at(rows, row - 1, column) + 1, at(rows, row, column - 1) + 1, at(rows, row - 1, column - 1) + (same ? 0 : 1), at(rows, row - 2, column - 2) + (swapped ? 1 : Infinity));
}
/** What is outside of the table cannot be the cheapest. */
function at(rows, row, column) {
    return rows[row]?.[column] ?? Infinity;
}

;// CONCATENATED MODULE: ./src/explain/permission-titles.ts
// Generated by scripts/generate-permissions.ts from GitHub's documentation.
/** Permissions by their names in GitHub's API, with the titles that people see. */
const PERMISSION_TITLES = [
    ['actions', 'repository', 'Actions'],
    ['actions_variables', 'repository', 'Variables'],
    ['administration', 'repository', 'Administration'],
    ['attestations', 'repository', 'Attestations'],
    ['blocking', 'account', 'Block another user'],
    ['checks', 'repository', 'Checks'],
    ['codespaces', 'repository', 'Codespaces'],
    ['codespaces_lifecycle_admin', 'repository', 'Codespaces lifecycle admin'],
    ['codespaces_metadata', 'repository', 'Codespaces metadata'],
    ['codespaces_secrets', 'repository', 'Codespaces secrets'],
    ['codespaces_user_secrets', 'account', 'Codespaces user secrets'],
    ['contents', 'repository', 'Contents'],
    ['dependabot_secrets', 'repository', 'Dependabot secrets'],
    ['deployments', 'repository', 'Deployments'],
    ['emails', 'account', 'Email addresses'],
    ['enterprise_custom_properties', 'enterprise', 'Custom properties'],
    ['environments', 'repository', 'Environments'],
    ['followers', 'account', 'Followers'],
    ['gists', 'account', 'Gists'],
    ['git_signing_ssh_public_keys', 'account', 'SSH signing keys'],
    ['gpg_keys', 'account', 'GPG keys'],
    ['interaction_limits', 'account', 'Interaction limits'],
    ['issues', 'repository', 'Issues'],
    ['keys', 'account', 'Git SSH keys'],
    ['members', 'organization', 'Members'],
    ['metadata', 'repository', 'Metadata'],
    ['organization_actions_variables', 'organization', 'Variables'],
    ['organization_administration', 'organization', 'Administration'],
    ['organization_announcement_banners', 'organization', 'Organization announcement banners'],
    ['organization_api_insights', 'organization', 'API Insights'],
    ['organization_codespaces', 'organization', 'Organization codespaces'],
    ['organization_codespaces_secrets', 'organization', 'Organization codespaces secrets'],
    ['organization_codespaces_settings', 'organization', 'Organization codespaces settings'],
    ['organization_copilot_seat_management', 'organization', 'GitHub Copilot Business'],
    ['organization_custom_org_roles', 'organization', 'Custom organization roles'],
    ['organization_custom_properties', 'organization', 'Custom properties'],
    ['organization_custom_roles', 'organization', 'Custom repository roles'],
    ['organization_dependabot_secrets', 'organization', 'Organization dependabot secrets'],
    ['organization_events', 'organization', 'Events'],
    ['organization_hooks', 'organization', 'Webhooks'],
    ['organization_network_configurations', 'organization', 'Network configurations'],
    ['organization_personal_access_token_requests', 'organization', 'Personal access token requests'],
    ['organization_personal_access_tokens', 'organization', 'Personal access tokens'],
    ['organization_private_registries', 'organization', 'Organization private registries'],
    ['organization_projects', 'organization', 'Projects'],
    ['organization_secrets', 'organization', 'Secrets'],
    ['organization_self_hosted_runners', 'organization', 'Self-hosted runners'],
    ['organization_user_blocking', 'organization', 'Blocking users'],
    ['pages', 'repository', 'Pages'],
    ['plan', 'account', 'Plan'],
    ['profile', 'account', 'Profile'],
    ['pull_requests', 'repository', 'Pull requests'],
    ['repository_advisories', 'repository', 'Repository security advisories'],
    ['repository_custom_properties', 'repository', 'Custom properties'],
    ['repository_hooks', 'repository', 'Webhooks'],
    ['repository_projects', 'repository', 'Projects'],
    ['secret_scanning_alerts', 'repository', 'Secret scanning alerts'],
    ['secrets', 'repository', 'Secrets'],
    ['security_events', 'repository', 'Code scanning alerts'],
    ['starring', 'account', 'Starring'],
    ['statuses', 'repository', 'Commit statuses'],
    ['team_discussions', 'organization', 'Team discussions'],
    ['vulnerability_alerts', 'repository', 'Dependabot alerts'],
    ['watching', 'account', 'Watching'],
    ['workflows', 'repository', 'Workflows']
];

;// CONCATENATED MODULE: ./src/explain/permission-names.ts



/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
const ONLY_GITHUB_TOKEN = new Set(['copilot_requests', 'id_token', 'models']);
/** What people write and GitHub's pages do not, with the permissions that it is part of. */
const OTHER_NAMES = {
    action_secrets: ['secrets'],
    branch_protection: ['administration'],
    branches: ['contents'],
    code: ['contents'],
    code_scanning: ['security_events'],
    collaborators: ['administration'],
    comments: ['issues', 'pull_requests'],
    commits: ['contents'],
    dependabot: ['vulnerability_alerts', 'dependabot_secrets'],
    deploy_keys: ['administration'],
    environment_secrets: ['environments'],
    environment_variables: ['environments'],
    hooks: ['repository_hooks', 'organization_hooks'],
    labels: ['issues', 'pull_requests'],
    prs: ['pull_requests'],
    pulls: ['pull_requests'],
    releases: ['contents'],
    repository_self_hosted_runners: ['administration'],
    rulesets: ['administration'],
    runners: ['organization_self_hosted_runners', 'administration'],
    secret_scanning: ['secret_scanning_alerts'],
    security_advisories: ['repository_advisories'],
    self_hosted_runners: ['organization_self_hosted_runners', 'administration'],
    tags: ['contents'],
    teams: ['members']
};
/** Names of account permissions, in GitHub's API and on its pages. */
const OF_ACCOUNTS = new Set(PERMISSION_TITLES.filter(([, scope]) => scope === 'account').flatMap(([name, , title]) => [
    name,
    nameOfTitle(title)
]));
/** From what people read on GitHub's pages, with or without its scope, to names in the API. */
const MEANT = meantNames();
function meantNames() {
    const meant = new Map();
    for (const [name, scope, title] of PERMISSION_TITLES) {
        if (scope === 'account')
            continue;
        for (const other of [nameOfTitle(title), `${scope}_${nameOfTitle(title)}`]) {
            meant.set(other, [...(meant.get(other) ?? []), name]);
        }
    }
    for (const [other, names] of Object.entries(OTHER_NAMES))
        meant.set(other, names);
    return meant;
}
function nameOfTitle(title) {
    return title.toLowerCase().replace(/[ -]/g, '_');
}
/**
 * Why a permission of this name was probably refused because of its name. Undefined if the token of
 * an installation can have it.
 *
 * @param name as GitHub's API spells names, with underscores
 */
function doubtName(name) {
    if (OF_ACCOUNTS.has(name))
        return { kind: 'account' };
    if (permission_list_KNOWN_PERMISSIONS.has(name))
        return undefined;
    if (ONLY_GITHUB_TOKEN.has(name))
        return { kind: 'github-token' };
    const full = name.replace(/^org_/, 'organization_').replace(/^repo_/, 'repository_');
    if (permission_list_KNOWN_PERMISSIONS.has(full))
        return { kind: 'other-name', meant: [full] };
    const meant = MEANT.get(full) ?? MEANT.get(nearMiss(full, MEANT.keys()) ?? '');
    return meant === undefined ? { kind: 'unlisted' } : { kind: 'other-name', meant };
}
/** The permissions that GitHub's pages show under the same title as this one. */
function sameTitle(name) {
    const title = PERMISSION_TITLES.find(([each]) => each === name)?.[2];
    return PERMISSION_TITLES.filter(([other, , its]) => its === title && other !== name).map(([other, , its]) => ({ name: other, title: its }));
}

;// CONCATENATED MODULE: ./src/explain/permission-rules.ts







/** A table in an annotation has at most this many rows; the others are counted. */
const MAX_ROWS = 20;
/** At most this many names are explained one by one; the others are counted. */
const MAX_EXPLAINED = 10;
const REFERENCE = 'https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps';
/** GitHub refused the permissions. A name or level that probably does not exist is doubted first. */
function permissionsRefused(context) {
    const { reply } = context.error;
    const lacking = lackingPermissions(context);
    const { names, levels, rest } = doubtsIn(context);
    const words = `GitHub refused the permissions that ${theApp(context)} requested on ${context_accountName(context)}: ${quote(reply.message)}.`;
    const doubts = [...names, ...levels];
    const isOtherRefusal = !/permission/i.test(reply.message);
    const known = lacking === undefined ? [] : rest;
    const hints = sameTitleHints(known, context);
    const lines = [
        ...doubts.map(({ line }) => line),
        ...(known.length === 0 ? [] : tableOf(known, context)),
        ...hints.map(({ line }) => line),
        ...(doubts.length + known.length === 0 || isOtherRefusal ? [words] : [])
    ];
    const steps = [...doubts, ...hints].map(({ step }) => step);
    const isRaised = known.length > 0 || doubts.length === 0;
    return {
        ...headingOf(names.length > 0, levels.length > 0),
        problem: lines.join('\n'),
        fix: numbered(isRaised ? [...steps, ...raiseAndAccept(context)] : steps)
    };
}
/** Whether a permission was requested whose name or level probably does not exist. */
function hasDoubts(context) {
    const { names, levels } = doubtsIn(context);
    return names.length + levels.length > 0;
}
function doubtsIn(context) {
    const permissions = lackingPermissions(context) ?? requestedPermissions(context);
    const doubts = doubtsAbout(permissions);
    const isMisplaced = ({ name }) => isOfOtherScope(name, context);
    const misplaced = doubts.rest.filter(isMisplaced).map(({ name }) => dashed(name));
    return {
        ...doubts,
        names: [...doubts.names, ...onlyElsewhere(misplaced, context)],
        rest: doubts.rest.filter((one) => !isMisplaced(one))
    };
}
/** Whether a permission is for enterprises, and the token is for an account, or the other way round. */
function isOfOtherScope(name, context) {
    const scopes = scopesOf(name);
    const isForEnterprise = isOnEnterprise(context);
    return (
    // An installation that is named by its id can be on either.
    context.request?.target.kind !== 'installation' &&
        name !== 'metadata' &&
        scopes.length > 0 &&
        scopes.every((scope) => (scope === 'enterprise') !== isForEnterprise));
}
/** Where GitHub's pages list a permission. Empty if they do not. */
function scopesOf(name) {
    return PERMISSION_TITLES.filter(([each]) => each === name).map(([, scope]) => scope);
}
function isOnEnterprise({ request }) {
    return request?.target.kind === 'enterprise';
}
function headingOf(isName, isLevel) {
    if (isName) {
        return { code: 'permission-unknown', title: 'The token cannot have a permission of this name' };
    }
    return isLevel
        ? { code: 'permission-malformed', title: 'A permission has no such level' }
        : { code: 'permissions-not-granted', title: 'The App lacks permissions' };
}
function requestedPermissions({ request }) {
    if (request?.requestedPermissions.kind !== 'listed')
        return [];
    return Object.entries(request.requestedPermissions.permissions).map(([name, level]) => ({
        name,
        level,
        granted: undefined
    }));
}
/** Undefined if it is not known what was granted: then nothing is claimed to be lacking. */
function lackingPermissions(context) {
    const { installation } = context;
    if (installation === undefined)
        return undefined;
    return requestedPermissions(context)
        .map((one) => ({ ...one, granted: permissions_levelOf(installation.permissions, one.name) }))
        .filter(({ level, granted }) => granted === undefined || !covers(granted, level));
}
/** Doubts about the names and levels of permissions, and the permissions that may well exist. */
function doubtsAbout(permissions) {
    const renamed = [];
    const levels = [];
    const rest = [];
    const [ofGitHubToken, ofAccounts, unlisted] = [[], [], []];
    for (const permission of permissions) {
        const { name, level } = permission;
        const doubt = doubtName(name);
        const shown = dashed((0,src_printable/* printable */.g)(name));
        const known = permission_list_KNOWN_PERMISSIONS.get(name);
        if (doubt?.kind === 'other-name')
            renamed.push(otherName(shown, doubt.meant));
        else if (doubt?.kind === 'github-token')
            ofGitHubToken.push(shown);
        else if (doubt?.kind === 'account')
            ofAccounts.push(shown);
        else if (doubt?.kind === 'unlisted') {
            unlisted.push(shown);
            // GitHub may know a permission that is in no list yet.
            rest.push(permission);
        }
        else if (known?.includes(level) === false)
            levels.push(otherLevel(shown, level, known));
        else
            rest.push(permission);
    }
    const names = [
        ...firstOf(renamed),
        ...onlyGitHubToken(ofGitHubToken),
        ...onlyAccounts(ofAccounts),
        ...inNoList(unlisted)
    ];
    return { names, levels: firstOf(levels), rest };
}
/** The doubts that are explained; the last one counts the others. */
function firstOf(doubts) {
    const shown = doubts.slice(0, MAX_EXPLAINED);
    const more = doubts.length - shown.length;
    if (more === 0)
        return shown;
    const line = `${more} more are wrong in the same way.`;
    return [...shown, { line, step: `correct the other ${more} in the same way` }];
}
function otherName(shown, meant) {
    const names = meant.map((name) => `\`${dashed(name)}\``);
    const [first = ''] = meant.map(dashed);
    const isOne = meant.length === 1;
    const uses = isOne
        ? `It uses the name ${first}.`
        : `It uses these names: ${meant.map(withScope).join(', ')}.`;
    return {
        line: `GitHub's API has no permission ${shown}. ${uses}`,
        step: isOne
            ? `write \`${first}\` instead of \`${shown}\``
            : `instead of \`${shown}\`, write the one that you mean: ${names.join(' or ')}`
    };
}
function withScope(name) {
    return [dashed(name), ...scopesOf(name).map((scope) => `(${scope})`)].join(' ');
}
function otherLevel(shown, level, known) {
    const levels = known.length === 1 ? 'only the level' : 'only the levels';
    return {
        line: `${shown} has ${levels} ${known.join(' and ')}. There is no ${shown}: ${level}.`,
        step: `write ${known.map((one) => `\`${shown}: ${one}\``).join(' or ')}`
    };
}
function onlyGitHubToken(names) {
    if (names.length === 0)
        return [];
    return [
        {
            line: `Only GITHUB_TOKEN can have ${listed(names)}. An App's token cannot.`,
            step: `remove ${listed(names)} here. For GITHUB_TOKEN, set it under \`permissions:\` of the job`
        }
    ];
}
function onlyAccounts(names) {
    if (names.length === 0)
        return [];
    const what = names.length === 1 ? 'is a permission' : 'are permissions';
    return [
        {
            line: `${listed(names)} ${what} for a user's own account. The token of an installation cannot have ${names.length === 1 ? 'it' : 'them'}.`,
            step: `remove ${listed(names)}`
        }
    ];
}
function onlyElsewhere(names, context) {
    if (names.length === 0)
        return [];
    const isOne = names.length === 1;
    const are = isOne ? 'is a permission' : 'are permissions';
    const [whose, token, other] = isOnEnterprise(context)
        ? ['repositories or organizations', 'The token for an enterprise', 'another step with `owner`']
        : ['an enterprise', 'The token for an account', 'another step with `enterprise`'];
    return [
        {
            line: `${listed(names)} ${are} for ${whose}. ${token} cannot have ${isOne ? 'it' : 'them'}.`,
            step: `remove ${listed(names)} here, or use ${other}`
        }
    ];
}
function inNoList(names) {
    if (names.length === 0)
        return [];
    const isOne = names.length === 1;
    return [
        {
            line: `${listed(names)} ${isOne ? 'is' : 'are'} in no list of GitHub's permissions. Probably the ${isOne ? 'name is' : 'names are'} wrong.`,
            step: `check ${isOne ? 'the name' : 'the names'}: ${REFERENCE}`
        }
    ];
}
/** A permission that was granted can have the same title as the one that was requested. */
function sameTitleHints(lacking, { installation }) {
    if (installation === undefined)
        return [];
    return lacking.flatMap(({ name, level }) => sameTitle(name).flatMap((other) => {
        const granted = permissions_levelOf(installation.permissions, other.name);
        if (granted === undefined || !covers(granted, level))
            return [];
        const [shown, meant] = [dashed(name), dashed(other.name)];
        return [
            {
                line: `${meant}: ${granted} is granted. GitHub's pages show both as "${other.title}".`,
                step: `if you mean that one, write \`${meant}\` instead of \`${shown}\`. Otherwise:`
            }
        ];
    }));
}
/** A table of what was asked for against what was granted. */
function tableOf(lacking, context) {
    const shown = lacking.slice(0, MAX_ROWS).map(({ name, level, granted }) => ({
        asked: permissionLine(name, level),
        granted: granted ?? 'none'
    }));
    const width = Math.max(...shown.map(({ asked }) => asked.length));
    const more = lacking.length - shown.length;
    return [
        `${appName(context)} lacks ${counted(lacking.length, 'permission')} on ${context_accountName(context)}.`,
        ...shown.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`),
        ...(more > 0 ? [`  and ${more} more`] : [])
    ];
}
/** How the App gets a permission that it lacks. */
function raiseAndAccept(context) {
    return [
        'add or raise what is missing in the App\'s settings, under "Permissions & events"',
        `an owner of ${context_accountName(context)} accepts: ${settingsPage(context)}`
    ];
}
/** The steps of a fix, one in each line. */
function numbered(steps) {
    const [first = ''] = steps;
    if (steps.length === 1)
        return `${first}.`;
    return steps.map((step, at) => `${at === 0 ? '' : '     '}${at + 1}. ${step}`).join('\n');
}

;// CONCATENATED MODULE: ./src/tokens/token-life.ts

/** How long GitHub's installation tokens live, in milliseconds. */
const TOKEN_LIFE_MS = (/* unused pure expression or super */ null && (60 * 60_000));
/**
 * When a token ends, for sentences: `14:03 UTC`, or `the end of its hour`.
 *
 * @param expiresAt ISO 8601; empty, or anything else, if GitHub gave no time
 */
function tokenEnd(expiresAt) {
    return Number.isNaN(Date.parse(expiresAt)) ? 'the end of its hour' : (0,src_time/* clockTime */.qo)(expiresAt);
}

;// CONCATENATED MODULE: ./src/explain/creation-rules.ts









/** Why GitHub did not create a token although it knows the installation. */
const CREATION_RULES = [suspended, scopeRefused];
function suspended(context) {
    if (!/\bsuspended\b/i.test(context.error.reply.message))
        return undefined;
    const [app, account] = [appName(context), context_accountName(context)];
    return {
        code: 'installation-suspended',
        title: 'The App is suspended on this account',
        problem: `${app} is installed on ${account}, but the installation is suspended: ${quote(context.error.reply.message)}.`,
        fix: `an owner of ${account} unsuspends it: ${settingsPage(context)}`
    };
}
/**
 * Finds out by its words what GitHub did not accept of a scope. A refusal of its size can name
 * permissions and repositories as well, and one of permissions can name repositories.
 */
function refusedPart({ status, message }) {
    if (status !== 422)
        return undefined;
    if (/too (many|complex)|complexity|more than \d+|at most \d+/i.test(message))
        return 'size';
    if (/permission/i.test(message))
        return 'permissions';
    return /repositor/i.test(message) ? 'repositories' : undefined;
}
function scopeRefused(context) {
    switch (refusedPart(context.error.reply)) {
        case 'size':
            return tooLarge(context);
        case 'permissions':
            return permissionsRefused(context);
        case 'repositories':
            return repositoriesRefused(context);
        case undefined:
            // The words for a name or level that does not exist are not known.
            return context.error.reply.status === 422 && hasDoubts(context)
                ? permissionsRefused(context)
                : undefined;
    }
}
function tooLarge(context) {
    const { reply } = context.error;
    return {
        code: 'scope-too-large',
        title: 'The token would cover too much',
        problem: `GitHub refused a token this large: ${quote(reply.message)}. GitHub accepts at most ${MAX_REPOSITORIES} repositories, and fewer with many permissions.`,
        fix: `request fewer permissions or repositories, or use several steps. Or install the App on all repositories of ${context_accountName(context)}, and remove \`repositories\`.`
    };
}
function repositoriesRefused(context) {
    const code = 'repositories-not-accessible';
    const { installation } = context;
    const text = installation && explainRepositories(context, installation);
    if (text !== undefined)
        return { code, ...text };
    const more = repositoryEvidence(context)?.notLookedUp ?? 0;
    const looked = more === 0
        ? ''
        : ` The App can reach all of them that the action looked up. It did not look up the last ${more}.`;
    return {
        code,
        title: 'The App cannot reach a repository',
        problem: `GitHub refused the repositories that ${theApp(context)} requested on ${context_accountName(context)}: ${quote(context.error.reply.message)}.${looked}`,
        fix: `check ${whatWasNamed(context)}. The installation shows what the App can reach: ${settingsPage(context)}`
    };
}
function whatWasNamed({ request }) {
    const target = request?.target;
    const [names, ids] = ['each name in `repositories`', 'each id in `repository-ids`'];
    if (target === undefined || !('ids' in target) || target.ids.length === 0)
        return names;
    return target.names.length === 0 ? ids : `${names} and ${ids}`;
}
/** GitHub granted something else than was requested (`grant-differs`). */
function explainGrant(context) {
    const { comparison, expiresAt, revoked } = context.error.details;
    const lines = comparison.wrong.slice(0, MAX_ROWS).map(describeDifference);
    const more = comparison.wrong.length - lines.length;
    if (more > 0)
        lines.push(`  and ${more} more`);
    const end = revoked
        ? 'The token was revoked.'
        : `The token could not be revoked. The action tries again when the job ends. The token expires at ${tokenEnd(expiresAt)}.`;
    return {
        code: 'grant-differs',
        title: 'GitHub granted something else than was requested',
        problem: [
            `GitHub granted something else than was requested. ${end}`,
            ...lines,
            ...doubtsAboutGrant(context).map(({ line }) => line)
        ].join('\n'),
        fix: grantFix(context)
    };
}
function grantFix(context) {
    const { comparison } = context.error.details;
    if (comparison.wrong.some(isWide)) {
        return `name in the workflow the permissions and repositories that the job needs, and report this: GitHub should not grant more than was requested.`;
    }
    return comparison.wrong.some(({ kind }) => kind === 'permission')
        ? numbered([...doubtsAboutGrant(context).map(({ step }) => step), ...raiseAndAccept(context)])
        : `add what is missing under "Repository access": ${settingsPage(context)}`;
}
/** GitHub may leave out a permission or lower a level that it does not know. */
function doubtsAboutGrant(context) {
    const less = context.error.details.comparison.wrong.flatMap((one) => one.kind === 'permission' && one.asked !== undefined && !isWide(one)
        ? [{ name: one.name, level: one.asked, granted: one.granted }]
        : []);
    const missing = less.filter(({ granted }) => granted === undefined);
    return [...doubtsAbout(missing).names, ...doubtsAbout(less).levels];
}
function isWide(difference) {
    switch (difference.kind) {
        case 'permission':
            return isWider(difference.asked, difference.granted);
        case 'repository-missing':
            return false;
        case 'repositories-extra':
        case 'all-repositories':
        case 'repositories-unlisted':
            return true;
    }
}
function describeDifference(difference) {
    switch (difference.kind) {
        case 'permission':
            return `  ${dashed((0,src_printable/* printable */.g)(difference.name))}   requested: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`;
        case 'repository-missing':
            return `  ${(0,src_printable/* printable */.g)(difference.name)}   requested, not granted`;
        case 'repositories-extra':
            return `  ${counted(difference.count, 'repository', 'repositories')} granted, not requested`;
        case 'repositories-unlisted':
            return '  repositories granted that GitHub does not list, those of the first token were listed';
        case 'all-repositories':
            return '  all repositories granted, only some requested';
    }
}

;// CONCATENATED MODULE: ./src/explain/app-id-words.ts

/** What an input or an `iss` holds instead of an App's id: continues after its name. */
function describeAppId(found) {
    if (found.is === 'long-text') {
        return `is ${found.length} characters long. No App's id is that long`;
    }
    if (found.is === 'odd-character') {
        return `is "${found.text}", which contains ${describeCharacter(found.character)}. No App's id has that`;
    }
    return found.is === 'text' ? `is "${found.text}", which cannot be an App's id` : WORDS[found.is];
}
const WORDS = {
    'client-secret': 'looks like a client secret (40 hex characters)',
    'private-key': "contains a private key, not the App's id",
    fingerprint: "is the fingerprint of a key, not the App's id",
    expression: 'looks like an expression or a variable that was not evaluated',
    token: "contains a token, not the App's id. It is not shown here",
    jwt: "contains a JSON web token, not the App's id. It is not shown here",
    'address-with-credentials': "contains an address with a user name or password, not the App's id. It is not shown here",
    address: "is an address, not the App's id",
    quoted: 'has quotes around it'
};
/** A letter of another alphabet can look like a Latin one. */
function describeCharacter(character) {
    if (/[\r\n]/.test(character))
        return 'a line end';
    if (/\s/.test(character))
        return 'a blank';
    const shown = `"${(0,src_printable/* printable */.g)(character)}"`;
    if (character <= '~')
        return shown;
    const code = Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
    return `${shown} (U+${code}), which is not one of the letters A to Z`;
}

;// CONCATENATED MODULE: ./src/explain/jwt-problems.ts




/** What a person reads about a JWT that cannot be used. */
function explainJwt({ mistake, isFallbackSet }) {
    const describe = jwt_problems_MISTAKES[mistake.mistake];
    const { code, title, problem, fix } = describe(mistake);
    return { code, title, problem: `jwt ${problem}.${unusedFallback(isFallbackSet)}`, fix };
}
const MAKE_FIX = 'check the step that makes the JWT, and its output. A JWT has three parts of base64url, with dots between them.';
const TIMES_FIX = 'set `iat` to 60 seconds ago, and `exp` to at most 9 minutes from now. If both are right, check the clock of this runner and of the machine that makes the JWT.';
const SECONDS = 'write it as a whole number of seconds since 1970, as `date +%s` prints it.';
const ISSUER = 'set `iss` to the Client ID or the App ID from the App\'s settings page, under "About".';
const SIGN_FIX = "sign it with the App's private key and RS256 (RSA, PKCS #1 v1.5, SHA-256).";
const jwt_problems_MISTAKES = {
    empty: () => notAJwt('contains no JWT, only quotes or the word Bearer'),
    'not-a-jwt': ({ looksLike }) => notAJwt(...jwt_problems_LOOKALIKES[looksLike]),
    'not-three-parts': ({ parts, length }) => notAJwt(`is not a JWT: ${counted(length, 'character')} in ${counted(parts, 'part')}, and a JWT has 3 parts`),
    'too-long': ({ length }) => notAJwt(`has ${length} characters. The JWT of an App has fewer than 8192`),
    several: ({ count }) => notAJwt(`contains ${count} different JWTs`, 'keep one JWT.'),
    base64: () => notAJwt('is written in base64, not in base64url', 'replace + by -, and / by _, and remove each =, in each part, before you sign.'),
    'stray-character': () => notAJwt('contains a character that no JWT has'),
    unreadable: ({ part }) => notAJwt(`is damaged: its ${part} is not base64url of a JSON object`),
    algorithm: ({ algorithm }) => ({
        code: 'jwt-wrong-signature',
        title: 'The JWT is signed with another algorithm',
        problem: algorithm === 'none'
            ? 'is not signed (its alg is none)'
            : `${algorithm === undefined ? 'does not say RS256 in its header (alg)' : `is signed with ${algorithm}`}. GitHub accepts only RS256`,
        fix: SIGN_FIX
    }),
    'signature-short': ({ bytes }) => ({
        code: 'jwt-wrong-signature',
        title: 'The signature of the JWT is too short',
        problem: `is cut short, or not signed with RS256: its signature has ${counted(bytes, 'byte')}. GitHub's keys make signatures of 256 bytes`,
        fix: `check that nothing cuts the JWT into lines (\`base64\` does, after 76 characters), and ${SIGN_FIX}`
    }),
    'claim-missing': ({ claim }) => wrongClaim(`has no ${claim}. GitHub requires iss, iat and exp`, `set \`${claim}\` in the JWT.`),
    'not-a-number': ({ claim }) => wrongClaim(`has an ${claim} that is not a number`, SECONDS),
    'not-whole': ({ claim }) => wrongClaim(`has an ${claim} that is not a whole number`, SECONDS),
    milliseconds: ({ claim }) => wrongClaim(`has an ${claim} in milliseconds. GitHub reads it as seconds`, SECONDS),
    'issuer-type': () => wrongClaim('has an iss that is neither text nor a whole number', ISSUER),
    issuer: ({ found }) => wrongClaim(`has an iss that ${describeAppId(found)}`, ISSUER),
    expired: ({ times }) => ({
        title: 'The JWT has expired',
        ...wrongTimes(`has expired. ${clocks(times)}`)
    }),
    'ends-soon': ({ times }) => ({
        title: 'The JWT ends too soon',
        ...wrongTimes(`ends in ${(0,src_time/* amountOfTime */.RI)((times.expires - times.now) * 1000)}. The requests of this step may take longer. ${clocks(times)}`)
    }),
    'not-yet-valid': ({ times }) => ({
        title: 'The JWT is not yet valid',
        ...wrongTimes(`is not yet valid. GitHub refuses it now, but somebody who copies it could use it later. ${clocks(times)}`)
    }),
    'lives-too-long': ({ times }) => ({
        title: 'The JWT lives too long',
        ...wrongTimes(`lives for ${(0,src_time/* amountOfTime */.RI)(lifeOf(times) * 1000)}. GitHub accepts at most 10 minutes, and somebody who copies it could use it later. ${clocks(times)}`)
    })
};
const jwt_problems_LOOKALIKES = {
    'private-key': [
        'contains a private key, or a part of one, not a JWT',
        'set the key in `private-key`, and remove `jwt`.'
    ],
    'oidc-token': [
        "is the job's OIDC token. GitHub accepts only a JWT that the App's key signed",
        SIGN_FIX
    ],
    token: ['is a token of GitHub. The action needs a JWT of the App, and creates a token with it'],
    'public-key': ['is a public key, not a JWT'],
    certificate: ['is a certificate, not a JWT'],
    pgp: ['is a PGP key, not a JWT'],
    pkcs12: ['is a PKCS#12 (.pfx) file, not a JWT'],
    putty: ['is a PuTTY key, not a JWT'],
    asterisks: ['contains only asterisks, as a log shows a secret'],
    expression: ['looks like an expression that GitHub did not evaluate'],
    variable: ['looks like a variable or command that no shell expanded'],
    name: ['looks like the name of a secret or a variable, not like its value'],
    'client-secret': ['looks like a client secret (40 hex characters), not like a JWT'],
    fingerprint: ['looks like the fingerprint of a key, not like a JWT'],
    'client-id': ['looks like a client ID. Use client-id for it'],
    'app-id': ['looks like an App ID (digits only). Use app-id for it'],
    json: ['looks like JSON, not like a JWT'],
    path: ['looks like a path. The action reads no JWT from a file'],
    binary: ['contains binary data, not text']
};
function notAJwt(problem, fix = MAKE_FIX) {
    return { code: 'jwt-not-a-jwt', title: 'jwt is not a JWT', problem, fix };
}
function wrongClaim(problem, fix) {
    return { code: 'jwt-claims', title: 'A claim of the JWT is wrong', problem, fix };
}
function wrongTimes(problem) {
    return { code: 'jwt-times', problem, fix: TIMES_FIX };
}
/** From whichever is earlier, `iat` or now. */
function lifeOf({ issuedAt, expires, now }) {
    return expires - Math.min(issuedAt, now);
}
function clocks({ issuedAt, expires, now }) {
    const [iat, exp, runner] = [issuedAt, expires, now].map((time) => (0,src_time/* isoTime */.Ly)(time * 1000));
    return `Its iat is ${iat}, its exp is ${exp}, and this runner's time is ${runner}`;
}

;// CONCATENATED MODULE: ./src/explain/credential-problems.ts




const ABOUT = 'from the App\'s settings page, under "About".';
/** What a person reads about the inputs for the App, its key, or a token to fall back to. */
const CREDENTIAL_PROBLEMS = {
    'app-id-missing': ({ repository, settings }) => ({
        code: 'app-id-missing',
        title: 'The App is not named',
        problem: 'client-id and app-id are empty.',
        fix: [
            `set \`client-id\` (or \`app-id\`) to the Client ID or the App ID ${ABOUT}`,
            'If it is set in the workflow, its variable or secret is empty. Check, in this order:',
            '  1. the name, and its context: `vars.NAME` for a variable, `secrets.NAME` for a secret',
            ...(settings === ''
                ? []
                : [
                    `     Dependabot started this run, so a secret must be one of Dependabot: ${settings}/secrets/dependabot`
                ]),
            `  2. is it a variable or secret of the organization? Then ${sharing(repository)}`,
            '  3. is it of an environment? Then the job needs `environment:`',
            "  4. is this a reusable workflow? Then `vars` are those of the caller's repository, and the caller must pass a secret under `secrets:`"
        ].join('\n')
    }),
    'app-id-malformed': ({ input, found }) => ({
        code: 'app-id-malformed',
        title: `${input} is not an App's id`,
        problem: `${input} ${describeAppId(found)}.`,
        fix: fixAppId(input, found)
    }),
    'key-empty-for-fork': ({ fork, fallback }) => {
        const which = fork === '' ? 'a deleted fork' : `the fork ${fork}`;
        return {
            code: 'private-key-empty',
            title: 'private-key is empty',
            problem: `private-key is empty. This pull request comes from ${which}, and GitHub gives such runs no secrets.${fallbackOfOtherGitHub(fallback)}`,
            fix: [
                'skip the job for forks:',
                '  if: github.event.pull_request.head.repo.full_name == github.repository',
                ...(fallback === 'not-set'
                    ? ['or add `fallback-token: ${{ github.token }}` (read-only on forks).']
                    : [])
            ].join('\n')
        };
    },
    'key-empty-for-dependabot': ({ settings, isIdEmpty, fallback }) => ({
        code: 'private-key-empty',
        title: 'private-key is empty',
        problem: `${emptyInputs(isIdEmpty)}. Dependabot runs can read only Dependabot secrets.${fallbackOfOtherGitHub(fallback)}`,
        fix: isIdEmpty
            ? `add both there (or only the key, and set the id as a variable): ${settings}/secrets/dependabot`
            : `add it there: ${settings}/secrets/dependabot`
    }),
    'key-empty-in-fork': ({ repository, isIdEmpty, fallback }) => ({
        code: 'private-key-empty',
        title: 'private-key is empty',
        problem: `${emptyInputs(isIdEmpty)}. ${repository} is a fork, and has none of the secrets of the original repository.${otherFallback(fallback)}`,
        fix: [
            'skip the job in forks, with the name of the original repository:',
            "  if: github.repository == 'OWNER/NAME'",
            `If the job is meant to run in ${repository}, store ${isIdEmpty ? 'the key and the id' : 'the key'} there.`
        ].join('\n')
    }),
    'key-empty': ({ event, origin, repository, fallback }) => ({
        code: 'private-key-empty',
        title: 'private-key is empty',
        problem: `private-key is empty. ${describeOrigin(origin, event)}${otherFallback(fallback)}`,
        fix: [
            'check, in this order:',
            '  1. the name of the secret: `secrets.NAME`, not `vars.NAME`',
            `  2. is it a secret of the organization? Then ${sharing(repository)}`,
            '  3. is it a secret of an environment? Then the job needs `environment:`',
            '  4. is this a reusable workflow? Then the caller must pass it under `secrets:`',
            '  5. do you use `jwt` instead? Then a step of the same job must set it as an output'
        ].join('\n')
    }),
    'key-unusable': explainKey,
    'jwt-unusable': explainJwt,
    'jwt-of-other-app': ({ input, id, issuer }) => ({
        code: 'jwt-other-app',
        title: `${input} is not the App of the JWT`,
        problem: `${input} is ${id}, but the JWT in jwt is for the App ${issuer} (its iss).`,
        fix: `remove \`${input}\`: the JWT names its App. If both are ids of the same App, write the same one in both.`
    }),
    'key-twice': ({ inputs }) => ({
        code: 'key-twice',
        title: 'More than one key is set',
        problem: `${joined(inputs)} are ${inputs.length === 2 ? 'both' : 'all'} set.`,
        fix: inputs.length === 2 ? 'remove one of the two.' : 'keep one of them.'
    }),
    'key-file-unusable': ({ path, mistake, isFallbackSet }) => ({
        code: 'private-key-file',
        title: 'private-key-file cannot be used',
        problem: `private-key-file is "${path}", which ${describeKeyFile(mistake)}.${unusedFallback(isFallbackSet)}`,
        fix: fixKeyFile(mistake)
    }),
    'fallback-token-malformed': ({ found }) => ({
        code: 'fallback-token-malformed',
        title: 'fallback-token is not a token',
        problem: `fallback-token ${describeNoToken(found)}.${found.is === 'expression' ? '' : ' It is not shown here.'}`,
        fix: 'write `fallback-token: ${{ github.token }}`.'
    })
};
function emptyInputs(isIdEmpty) {
    return isIdEmpty ? 'private-key and client-id are empty' : 'private-key is empty';
}
const WRONG_SECRET = 'So the secret is empty, has another name, or this job cannot read it.';
function describeOrigin(origin, event) {
    switch (origin) {
        case 'event-with-secrets':
            return `This run gets secrets (event ${event}). ${WRONG_SECRET}`;
        case 'same-repository':
            return `This run gets secrets (a pull request of the same repository). ${WRONG_SECRET}`;
        case 'unknown':
            return `The event is ${event}, but this run does not know whether it comes from a fork. GitHub gives no secrets to a fork's pull request.`;
    }
}
/** What is to be checked of a variable or secret that an organization shares. */
function sharing(repository) {
    const [owner = ''] = repository.split('/');
    return owner === ''
        ? 'the organization must share it with this repository'
        : `${owner} must share it with ${repository}`;
}
function otherFallback(fallback) {
    return fallback === 'set' ? unusedFallback(true) : fallbackOfOtherGitHub(fallback);
}
function fallbackOfOtherGitHub(fallback) {
    return fallback === 'other-github'
        ? "\nfallback-token is not used: it is for this workflow's own GitHub, but github-api-url names another one."
        : '';
}
function fixAppId(input, found) {
    if (found.is === 'expression') {
        return `write \`${input}: \${{ vars.NAME }}\` in the step under \`with:\`, with the name of the variable (\`secrets.NAME\` for a secret).`;
    }
    if (found.is === 'quoted')
        return 'remove the quotes.';
    const use = `use the Client ID (such as Iv23liAbCdEfGhIjKlMn) or the App ID (a number) ${ABOUT}`;
    return found.is === 'jwt' ? `${use} Set the JWT in \`jwt\`.` : use;
}
function describeNoToken(found) {
    switch (found.is) {
        case 'expression':
            return 'looks like an expression or a variable that was not evaluated';
        case 'blanks':
            return 'contains blanks or several lines. A token has none';
        case 'characters':
            return 'contains a character that no token has';
        case 'short':
            return `is ${counted(found.length, 'character')} long. No token is that short`;
    }
}
function describeKeyFile(mistake) {
    switch (mistake.mistake) {
        case 'not-a-file':
            return 'is not a file';
        case 'empty':
            return 'is empty';
        case 'too-large':
            return `has ${mistake.bytes} bytes. No private key is that large`;
        case 'unreadable':
            return mistake.code === 'ENOENT' ? 'does not exist' : `cannot be read (${mistake.code})`;
    }
}
function fixKeyFile(mistake) {
    switch (mistake.mistake) {
        case 'empty':
            return 'write the whole .pem file to it. If an earlier step writes it from a secret, that secret is empty: check its name, and whether this run can read it.';
        case 'too-large':
            return 'use the .pem file that GitHub created, alone.';
        case 'unreadable':
            return mistake.code === 'EACCES' || mistake.code === 'EPERM'
                ? "let the runner's user read the file. In a container job, it can be another user."
                : RIGHT_PATH;
        case 'not-a-file':
            return RIGHT_PATH;
    }
}
const RIGHT_PATH = 'use the path of the .pem file as this runner sees it. In a container job, use the path inside the container. `~` and `$NAME` are not replaced.';

;// CONCATENATED MODULE: ./src/explain/input-problems.ts
/** What a person reads about any input, a switch, or an address. */
const INPUT_PROBLEMS = {
    'secret-in-input': ({ input, secret }) => {
        const { contains, advice, exception = '' } = describeSecret(input, secret);
        return {
            code: 'key-in-wrong-input',
            title: 'A secret is in the wrong input',
            problem: `${input} contains ${contains}. It is not shown here.`,
            fix: `${advice}, and correct \`${input}\`.${exception}`
        };
    },
    'key-in-input-name': () => ({
        code: 'key-in-wrong-input',
        title: 'A secret is in the wrong input',
        problem: 'The name of an input for permissions contains a private key, or a part of one. It is not shown here.',
        fix: 'set the key only in `private-key`, and correct the name of that input.'
    }),
    'boolean-malformed': ({ input, text }) => ({
        code: 'boolean-malformed',
        title: `${input} is neither true nor false`,
        problem: `${input} is "${text}". It takes true or false.`,
        fix: `set \`${input}: true\` or \`${input}: false\`. Without it, it is off.`
    }),
    'api-url-malformed': ({ name, mistake }) => ({
        code: 'api-url-malformed',
        title: `${name} is not an API's address`,
        problem: `${name} ${describeAddress(mistake)}.`,
        fix: 'use an address such as https://api.github.com, https://api.acme.ghe.com or https://github.example.com/api/v3, or remove `github-api-url`.'
    }),
    'web-url-malformed': ({ name, mistake }) => ({
        code: 'api-url-malformed',
        title: `${name} is not a web address`,
        problem: `${name} ${describeAddress(mistake)}, so the action does not know the addresses of repositories.`,
        fix: 'set it to an address such as https://github.com, or set `github-api-url`.'
    }),
    'proxy-malformed': ({ variable, mistake }) => ({
        code: 'proxy-malformed',
        title: `${variable} is not a proxy's address`,
        problem: `${variable} is not the address of an http or https proxy${describeProxy(mistake)}.`,
        fix: fixProxy(variable, mistake)
    })
};
/** What an input contains instead of its value, and what to do. */
function describeSecret(input, secret) {
    switch (secret) {
        case 'token':
            return { contains: 'a token', advice: 'do not set a token there' };
        case 'jwt':
            return { contains: 'a JSON web token', advice: 'set a JWT of the App only in `jwt`' };
        case 'hex':
            return {
                contains: '40 hex characters, like a client secret',
                advice: 'do not set a secret there',
                ...(input === 'repositories'
                    ? { exception: ' If a repository has this name, write it with its owner: `OWNER/NAME`.' }
                    : {})
            };
        case 'address-with-credentials':
            return {
                contains: 'an address with a user name or password',
                advice: 'do not set a password there'
            };
        case 'key':
            return {
                contains: 'a private key, or a part of one',
                advice: input === 'private-key-file'
                    ? 'that input takes a path. Set the key only in `private-key`'
                    : 'set the key only in `private-key`'
            };
    }
}
function describeProxy(mistake) {
    switch (mistake.mistake) {
        case 'scheme':
            return ` (it begins with "${mistake.scheme}://")`;
        case 'quotes':
            return ': it has quotes around it';
        case 'not-encoded':
            return ': it contains a "#", "?", "/" or "\\" that a host cannot have. Probably this character is part of the password';
        case 'not-an-address':
            return '';
    }
}
function fixProxy(variable, { mistake }) {
    switch (mistake) {
        case 'quotes':
            return `remove the quotes from \`${variable}\`.`;
        case 'not-encoded':
            return 'percent-encode special characters in the user name and the password: # is %23, / is %2F, ? is %3F, @ is %40, \\ is %5C.';
        case 'scheme':
        case 'not-an-address':
            return `set \`${variable}\` to an address such as http://proxy.example.com:3128, or unset it. Percent-encode special characters in a password.`;
    }
}
function describeAddress(mistake) {
    switch (mistake.mistake) {
        case 'not-an-address':
            return `is "${mistake.text}", which is not a web address`;
        case 'invalid-host':
            return `is "${mistake.text}", whose host contains an invalid character`;
        case 'not-only-a-host':
            return `is "${mistake.text}", which contains more than a host and a port`;
        case 'scheme':
            return `begins with "${mistake.scheme}", not with https:`;
        case 'credentials':
            return 'contains a user name or password';
        case 'query':
            return 'contains a "?" or a "#"';
    }
}

;// CONCATENATED MODULE: ./src/http/reply.ts

/**
 * Reads what an answer says. Never throws.
 *
 * @param secrets what was sent with the request. An answer may repeat it, also in the escapes of
 *   JSON, and the log could then show a piece that no mask matches: it is removed.
 */
function readReply(url, received, secrets) {
    const remove = remover(secrets);
    const raw = withoutSecrets(received, remove);
    const body = parseJson(raw.text, remove);
    const message = (0,json/* messageField */.iO)(body, 'message');
    const date = parseDate(header(raw, 'date'));
    const isRateLimited = isLimit(raw, message);
    return {
        url,
        status: raw.status,
        statusText: raw.statusText,
        body,
        text: raw.text,
        isNotJson: body === undefined && raw.text.trim() !== '',
        message,
        requestId: header(raw, 'x-github-request-id'),
        date,
        location: header(raw, 'location'),
        isRateLimited,
        rateLimit: rateLimitOf(raw),
        wait: waitOf(raw, date, isRateLimited)
    };
}
/** Shorter parts of a secret occur in ordinary answers. */
const MIN_PART_LENGTH = 16;
/** A function that replaces secrets, and each part of them between dots, by asterisks. */
function remover(secrets) {
    const parts = secrets
        .flatMap((secret) => [secret, ...secret.split('.')])
        .filter((part) => part.length >= MIN_PART_LENGTH);
    return (text) => parts.reduce((rest, part) => rest.replaceAll(part, '***'), text);
}
function withoutSecrets(raw, remove) {
    const headers = Object.entries(raw.headers).map(([name, value]) => [name, remove(value)]);
    return {
        status: raw.status,
        statusText: remove(raw.statusText),
        headers: Object.fromEntries(headers),
        text: remove(raw.text)
    };
}
/** Cleans every string of a JSON value, names of fields included. */
function removeDeep(value, remove) {
    if (typeof value === 'string')
        return remove(value);
    if (Array.isArray(value))
        return value.map((item) => removeDeep(item, remove));
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).map(([name, item]) => [remove(name), removeDeep(item, remove)]);
    return Object.fromEntries(entries);
}
function header(raw, name) {
    return raw.headers[name];
}
function parseJson(text, remove) {
    try {
        return removeDeep(JSON.parse(text), remove);
    }
    catch {
        return undefined;
    }
}
function parseDate(text) {
    const date = Date.parse(text ?? '');
    return Number.isNaN(date) ? undefined : date;
}
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function isLimit(raw, message) {
    if (raw.status === 429)
        return true;
    if (raw.status !== 403)
        return false;
    return (header(raw, 'retry-after') !== undefined ||
        header(raw, 'x-ratelimit-remaining') === '0' ||
        /\brate limit\b/i.test(message));
}
function rateLimitOf(raw) {
    const [remaining, limit] = ['remaining', 'limit'].map((name) => {
        const text = header(raw, `x-ratelimit-${name}`) ?? '';
        return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    });
    return remaining === undefined || limit === undefined ? undefined : { remaining, limit };
}
function waitOf(raw, date, isRateLimited) {
    const after = header(raw, 'retry-after');
    if (after !== undefined && /^\d{1,9}$/.test(after))
        return Number(after) * 1000;
    const until = parseDate(after);
    if (until !== undefined && date !== undefined)
        return Math.max(0, until - date);
    const reset = header(raw, 'x-ratelimit-reset');
    if (!isRateLimited || header(raw, 'x-ratelimit-remaining') !== '0')
        return undefined;
    if (reset === undefined || !/^\d{1,12}$/.test(reset) || date === undefined)
        return undefined;
    return Math.max(0, Number(reset) * 1000 - date);
}
/** Whether an answer is a web page: it then comes from another server than an API. */
function isWebPage({ isNotJson, text }) {
    return isNotJson && /^\s*<(?:!doctype html|html)/i.test(text);
}

// EXTERNAL MODULE: ./src/http/request-parts.ts
var request_parts = __webpack_require__(2962);
;// CONCATENATED MODULE: ./src/http/no-proxy.ts

/**
 * Finds in `NO_PROXY` what was probably meant to except an API from the proxy, but has no effect:
 * `*.example.com`, an address instead of a host, quotes, or blanks instead of commas.
 *
 * @param noProxy the variable of a step whose API was not excepted
 */
function unusedException(noProxy, apiUrl) {
    const { hostname } = new URL(apiUrl);
    for (const entry of noProxy.split(/[\s,;|]+/)) {
        const host = entry
            .toLowerCase()
            .replace(/["'`]/g, '')
            .replace(/^https?:\/\//, '')
            .replace(/(?::\d*)?(?:\/.*)?$/, '')
            .replace(/^\*+/, '');
        const bare = host.replace(/^\./, '');
        if (bare === '' || !`.${hostname}`.endsWith(`.${bare}`))
            continue;
        return { entry: (0,src_printable/* printable */.g)(entry), usable: bare === hostname ? hostname : host };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/http/retry.ts

/** How long a request may take, in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
/** A request is sent at most this many times, without those that meet a limit. */
const MAX_ATTEMPTS = 4;
const FIRST_DELAY_MS = 500;
/**
 * GitHub's documentation asks for at least a minute if the answer does not say how long to wait:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
const RATE_LIMIT_DELAY_MS = 60_000;
/**
 * The shortest wait for a limit. It is doubled each time, up to a minute, so that a GitHub that asks for
 * no wait is not asked again and again.
 */
const MIN_RATE_LIMIT_DELAY_MS = 1_000;
/**
 * Decides what is tried again, and after how long; undefined to give up. Network errors, 408, 5xx and
 * what another service calls temporary are tried again with growing delays, or as GitHub asks. A 400
 * for a new token is tried again once. Anything else is not tried again. If GitHub says that a limit is
 * reached, the wait is as long as GitHub asks, and up to twice as long by chance, so that jobs that met the
 * limit together do not meet it again. A wait that does not fit into the remaining time is not started.
 */
function decideRetry(input) {
    const { outcome, remaining } = input;
    if (outcome.kind === 'answered' && outcome.isRateLimited)
        return afterLimit(input, outcome.wait);
    if (triesOf(input) >= MAX_ATTEMPTS || !isTemporary(input))
        return undefined;
    const delay = (outcome.kind === 'answered' ? outcome.wait : undefined) ?? backoff(input);
    return delay < remaining ? { kind: 'failure', delay } : undefined;
}
function afterLimit({ rateLimitHits, remainingForRateLimits, random }, asked = RATE_LIMIT_DELAY_MS) {
    const shortest = Math.min(MIN_RATE_LIMIT_DELAY_MS * 2 ** (rateLimitHits - 1), RATE_LIMIT_DELAY_MS);
    const least = Math.max(asked, shortest);
    if (least > remainingForRateLimits)
        return undefined;
    const delay = Math.min(Math.round(least * (1 + random)), remainingForRateLimits);
    return { kind: 'rate-limit', delay, asked };
}
function triesOf({ attempts, rateLimitHits }) {
    return attempts - rateLimitHits;
}
function isTemporary(input) {
    const { outcome, createsToken } = input;
    switch (outcome.kind) {
        case 'unanswered':
            return (!isUntrusted(outcome) && !(isTunnelFailure(outcome) && /=4\d\d\b/.test(outcome.message)));
        case 'answered':
            if (outcome.isTemporary === true)
                return true;
            if (outcome.status === 400)
                return createsToken && triesOf(input) === 1;
            return outcome.status === 408 || outcome.status >= 500;
    }
}
/** Half a second, doubled each time, give or take a quarter. */
function backoff(input) {
    return Math.round(FIRST_DELAY_MS * 2 ** (triesOf(input) - 1) * (0.75 + input.random / 2));
}

;// CONCATENATED MODULE: ./src/explain/network-rules.ts







/** The titles that name the server. */
const TITLES = {
    github: {
        unreachable: { title: 'GitHub cannot be reached' },
        tunnel: { title: 'The proxy does not connect to GitHub' },
        untrusted: { title: "GitHub's certificate is not trusted" }
    },
    'oidc-service': {
        unreachable: { title: "GitHub's OIDC service cannot be reached" },
        tunnel: { title: "The proxy does not connect to GitHub's OIDC service" },
        untrusted: { title: "The certificate of GitHub's OIDC service is not trusted" }
    },
    'key-service': {
        unreachable: { title: 'The key service cannot be reached' },
        tunnel: { title: 'The proxy does not connect to the key service' },
        untrusted: { title: "The key service's certificate is not trusted" }
    },
    'token-service': {
        unreachable: { title: 'The token service cannot be reached' },
        tunnel: { title: 'The proxy does not connect to the token service' },
        untrusted: { title: "The token service's certificate is not trusted" }
    }
};
/** Where a request for the job's OIDC token did not arrive. */
function oidcService({ url }) {
    return { server: 'oidc-service', url: new URL(url).origin, input: undefined };
}
function githubServer({ config }) {
    // If the input names another GitHub, the address can be wrong. Otherwise the runner set it.
    const isOwn = config?.api.isOwn !== false;
    const url = config?.api.url ?? '';
    return { server: 'github', url, input: isOwn ? undefined : 'github-api-url' };
}
/** Explains why no answer arrived. */
function explainUnreachable(context, place = githubServer(context)) {
    const { code, message, attempts } = context.error;
    if (isTunnelFailure({ message }))
        return tunnelFailed(context, place);
    if (isUntrusted({ code }))
        return untrusted(context, place);
    return {
        code: 'network-unreachable',
        ...TITLES[place.server].unreachable,
        problem: `${addressOf(place)} cannot be reached: ${describeFailure(code, message, place)} (tried ${times(attempts.length)}).`,
        fix: connectionFix(place, code)
    };
}
function addressOf({ url }) {
    return url === '' ? 'the API' : (0,src_printable/* printable */.g)(url);
}
/** Node 24 recommends an option to start it with. That is not possible for an action. */
function withoutAdvice(message) {
    return message.replace(/; if the root CA is installed locally.*$/, '');
}
function tunnelFailed(context, place) {
    const { message } = context.error;
    // Some proxies answer wrong credentials with 401.
    const status = /statusCode=(401|407)\b/.exec(message)?.[1];
    if (status !== undefined)
        return proxyWantsCredentials(status === '401' ? 401 : 407);
    return {
        code: 'proxy-refused',
        ...TITLES[place.server].tunnel,
        problem: `The proxy does not connect to ${addressOf(place)}: ${describeTunnel(message)}.`,
        fix: SPEAKS_HTTP.test(message)
            ? `begin the address in ${proxyVariable(place)} with http:// instead of https://.`
            : `check ${proxyVariable(place)}, and that the proxy allows this host. ${fixException(context, place)}`
    };
}
/** What OpenSSL says of a server that answers without TLS. */
const SPEAKS_HTTP = /wrong version number|packet length too long/;
function describeTunnel(message) {
    const status = /statusCode=(\d+)/.exec(message)?.[1];
    if (status !== undefined)
        return `it answered ${status}`;
    if (SPEAKS_HTTP.test(message))
        return 'it speaks http, but its address begins with https://';
    return `it cannot be reached (${quote(message.replace(/^.*?cause=/s, ''))})`;
}
function proxyVariable({ url }) {
    return url.startsWith('http:') ? 'HTTP_PROXY' : 'HTTPS_PROXY';
}
/** How to go around the proxy, or why it is not done although NO_PROXY names the host. */
function fixException({ noProxy = '' }, { url }) {
    const exception = url === '' ? undefined : unusedException(noProxy, url);
    if (exception === undefined)
        return 'To go around the proxy, add the host to NO_PROXY.';
    const { entry, usable } = exception;
    return entry.toLowerCase() === usable
        ? `NO_PROXY contains \`${entry}\`, but has no effect: separate its hosts by commas.`
        : `NO_PROXY contains \`${entry}\`, which has no effect: write \`${usable}\`.`;
}
function untrusted(context, place) {
    const { code, message } = context.error;
    return {
        code: 'tls-untrusted',
        ...TITLES[place.server].untrusted,
        problem: `The certificate of ${addressOf(place)} is not trusted: ${quote(withoutAdvice(message))} (${(0,src_printable/* printable */.g)(code)}).`,
        fix: certificateFix(place, code)
    };
}
function certificateFix({ input, server }, code) {
    if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
        return "check this runner's clock. If it is right, the server or a proxy in between needs a new certificate.";
    }
    if (/ALTNAME|HOSTNAME_MISMATCH/.test(code)) {
        if (input === undefined && server !== 'github') {
            return 'the certificate is for another host name. Check the name servers (DNS) of this runner, and its proxy.';
        }
        return `the certificate is for another host name. Use that name in \`${input ?? 'github-api-url'}\`.`;
    }
    return [
        'if the certificate comes from a private authority, set one of these for the runner or the job:',
        '  NODE_EXTRA_CA_CERTS: /path/to/ca.pem',
        "  NODE_USE_SYSTEM_CA: '1'"
    ].join('\n');
}
const LARGER_THAN = {
    github: 'its answer is larger than any answer of GitHub',
    'oidc-service': "its answer is larger than any answer of GitHub's OIDC service",
    'key-service': 'its answer is larger than any answer of a key service',
    'token-service': 'its answer is larger than any answer with a token'
};
function describeFailure(code, message, { server }) {
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
            return `no route leads to it (${code})`;
        case 'ETOOLARGE':
            return LARGER_THAN[server];
        case 'ECONNRESET':
        case 'EPIPE':
            return `the connection broke (${code})`;
        default:
            if (OTHER_PROTOCOL.test(code))
                return `it does not use the expected protocol (${(0,src_printable/* printable */.g)(code)})`;
            return code === '' ? quote(message) : `${quote(message)} (${(0,src_printable/* printable */.g)(code)})`;
    }
}
/** TLS was spoken to a server without it, or the other way round. */
const OTHER_PROTOCOL = /^(EPROTO$|ERR_SSL_|HPE_)/;
function connectionFix(place, code) {
    const { input } = place;
    if (OTHER_PROTOCOL.test(code)) {
        return `check ${input === undefined ? '' : `the scheme (https: or http:) and the port in \`${input}\`, and `}whether a proxy changes requests.`;
    }
    const proxy = proxyVariable(place);
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return input === undefined
            ? `check the name servers (DNS) of this runner. If it needs a proxy to reach ${place.server === 'github' ? 'GitHub' : 'this host'}, set ${proxy}.`
            : `check the host name in \`${input}\`. If this runner needs a proxy to reach it, set ${proxy}.`;
    }
    return `run the job again. If it fails again, check ${input === undefined ? '' : `\`${input}\`, `}the firewall and the proxy (${proxy}) of this runner.`;
}
const DAY = 24 * 60 * 60 * 1000;
/** Answers that depend on who answered and when, not on the request. */
const NETWORK_RULES = [
    proxyRefused,
    ipNotAllowed,
    rateLimited,
    unavailable,
    redirected,
    notGitHub
];
function proxyRefused(context) {
    return context.error.reply.status === 407 ? proxyWantsCredentials(407) : undefined;
}
/** A proxy answered 407, or 401 as some do to wrong credentials. */
function proxyWantsCredentials(status) {
    const answer = status === 407 ? '407 (Proxy Authentication Required)' : '401 (Unauthorized)';
    return {
        code: 'proxy-refused',
        title: 'The proxy needs other credentials',
        problem: `The proxy answered ${answer}: the user name and password are missing or wrong.`,
        fix: 'add them to the address of the proxy, with special characters percent-encoded: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT'
    };
}
function ipNotAllowed(context) {
    const { message } = context.error.reply;
    if (!/IP allow list/i.test(message))
        return undefined;
    return {
        code: 'ip-not-allowed',
        title: "This runner's address is not allowed",
        problem: `${context_accountName(context)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
        fix: `an owner of ${context_accountName(context)} adds the address under Settings > Authentication security > IP allow list, or the job uses a runner whose address is on the list.`
    };
}
function rateLimited(context) {
    const { reply } = context.error;
    if (!reply.isRateLimited)
        return undefined;
    return {
        code: 'rate-limited',
        title: "GitHub's rate limit is reached",
        problem: `GitHub's rate limit is reached: ${quote(reply.message)}. ${whyNotLonger(context)}`,
        fix: `run the job again ${retryTime(reply)}. If many jobs run at the same time, spread them, or share one token within a job.`
    };
}
/** Why the step does not wait, or not any longer. */
function whyNotLonger(context) {
    const { reply, rateLimitWaited } = context.error;
    const jwt = givenJwt(context);
    const waited = rateLimitWaited > 0 ? `The step waited ${(0,src_time/* amountOfTime */.RI)(rateLimitWaited)} for it` : undefined;
    if (jwt !== undefined && endsTooSoon(jwt, reply)) {
        const end = `because the JWT of jwt ends at ${(0,src_time/* clockTime */.qo)((0,src_time/* isoTime */.Ly)(jwt.expires * 1000))}.`;
        return waited === undefined
            ? `The step cannot wait for it, ${end}`
            : `${waited}, and cannot wait any longer, ${end}`;
    }
    return waited === undefined
        ? 'It ends later than this step can wait.'
        : `${waited}, and it is not over.`;
}
function endsTooSoon({ expires }, { date, wait = 0 }) {
    // GitHub may ask for less, but the step waits up to so long before it tries again.
    const longestWait = Math.max(wait, RATE_LIMIT_DELAY_MS);
    return date !== undefined && date + longestWait + REQUEST_TIMEOUT_MS > expires * 1000;
}
function retryTime({ date, wait }) {
    if (date === undefined || wait === undefined)
        return 'later';
    const end = new Date(date + wait);
    // GitHub asks for no wait that ends after the last date that `Date` can hold.
    if (Number.isNaN(end.getTime()))
        return 'later';
    return `after ${(0,src_time/* clockTime */.qo)(end.toISOString())}${wait > DAY ? ` on ${end.toISOString().slice(0, 10)}` : ''}`;
}
function unavailable(context) {
    const { reply, attempts } = context.error;
    if (reply.status < 500 && reply.status !== 408)
        return undefined;
    return {
        code: 'github-unavailable',
        title: 'GitHub is not available',
        problem: `GitHub answered ${reply.status} ${times(attempts.length)}.`,
        fix: 'run the job again later. See https://www.githubstatus.com.'
    };
}
function redirected(context) {
    const { reply } = context.error;
    if (reply.status < 300 || reply.status > 399)
        return undefined;
    const target = reply.location === undefined
        ? 'and names no new address'
        : `and redirects to ${(0,src_printable/* printable */.g)(reply.location)}`;
    return {
        code: 'redirected',
        title: 'GitHub redirects the request',
        problem: `${(0,src_printable/* printable */.g)(reply.url)} answered ${reply.status} ${target}. The credentials were not sent there.`,
        fix: `check whether the API is still at ${apiUrl(context)}. If not, set \`github-api-url\`.`
    };
}
function notGitHub(context) {
    const { reply } = context.error;
    if (!reply.isNotJson && reply.status >= 300)
        return undefined;
    return {
        code: 'not-github',
        title: 'Something other than GitHub answered',
        problem: `${(0,src_printable/* printable */.g)(reply.url)} answered ${reply.status}, but not like GitHub's API. A proxy, a sign-in page or another server answered, or github-api-url is wrong.`,
        fix: "check `github-api-url` (for Enterprise Server: https://HOSTNAME/api/v3) and the runner's proxy."
    };
}

;// CONCATENATED MODULE: ./src/explain/oidc-token.ts


/** Explains why GitHub did not give the job's OIDC token. Undefined if its service is not available. */
function explainOidcRefusal({ status, message }) {
    if (status >= 500 || status < 400)
        return undefined;
    const words = message === '' ? '' : `: ${quote(message)}`;
    return {
        code: 'oidc-refused',
        title: "GitHub did not give the job's OIDC token",
        problem: `GitHub refused to give the job's OIDC token with ${status}${words}.`,
        fix: 'check that the job has `id-token: write` under `permissions:`, and that `audience` (if it is set) is right. Then run the job again.'
    };
}
/**
 * What a policy has to match, for the folded details: the claims of the job's OIDC token, never the
 * token. New, renamed and moved repositories have the ids in `sub`, so both spellings are shown.
 */
function renderClaims(claims) {
    if (claims.size === 0)
        return ["The claims of the job's OIDC token cannot be read."];
    const lines = [...claims].map(([name, value]) => `  ${name}: ${printable(value, MAX_CLAIM_LENGTH)}`);
    const other = otherSubject(claims);
    if (other !== undefined)
        lines.push(`  sub, the other spelling: ${printable(other, MAX_CLAIM_LENGTH)}`);
    return ["The job's OIDC token has these claims, and a policy has to match them:", ...lines];
}
/** A name of an owner, a repository and a branch together. */
const MAX_CLAIM_LENGTH = 500;
/** `repo:OWNER/NAME:…` for `repo:OWNER@ID/NAME@ID:…`, and the other way round. */
function otherSubject(claims) {
    const subject = claims.get('sub') ?? '';
    const [, owner, ownerId, name, id, rest] = /^repo:([^/@:]+)(?:@(\d+))?\/([^/@:]+)(?:@(\d+))?(:.*)$/.exec(subject) ?? [];
    if (owner === undefined || name === undefined || rest === undefined)
        return undefined;
    if (ownerId !== undefined && id !== undefined)
        return `repo:${owner}/${name}${rest}`;
    const ids = [claims.get('repository_owner_id'), claims.get('repository_id')];
    return ids.includes(undefined) ? undefined : `repo:${owner}@${ids[0]}/${name}@${ids[1]}${rest}`;
}

// EXTERNAL MODULE: ./src/signers/key-service/aws-answers.ts
var aws_answers = __webpack_require__(1694);
;// CONCATENATED MODULE: ./src/explain/key-service/aws-rules.ts



/** What people read about AWS KMS. */
const AWS = {
    serviceName: (_, stage) => (stage === 'login' ? 'AWS STS' : 'AWS KMS'),
    addressInput: () => 'kms-key',
    message: (reply, isPrivate) => publicMessage((0,aws_answers/* awsError */.es)(reply), isPrivate),
    explain: explainAws
};
/** Explains a refusal of AWS STS or AWS KMS, by AWS's code for it. */
function explainAws(refusal) {
    const error = (0,aws_answers/* awsError */.es)(refusal.reply);
    if ((0,aws_answers/* isThrottled */.B5)(error))
        return throttled(refusal, error);
    return refusal.stage === 'login' ? aws_rules_explainLogin(refusal, error) : aws_rules_explainSignature(refusal, error);
}
/** What AWS says. If anyone can read the log, without the ARNs and accounts in it. */
function publicMessage({ code, message }, isPrivate) {
    const text = message === '' ? code : message;
    if (isPrivate)
        return text;
    return text.replace(/\barn:aws[\w-]*:[^\s"',]*/g, 'arn:…').replace(/(?<!\d)\d{12}(?!\d)/g, '…');
}
/** AWS's message and code, for a sentence. */
function aws_rules_said({ isPrivate }, error) {
    // Longer than other messages: it ends with the cause, behind two ARNs.
    return `${quote(publicMessage(error, isPrivate), 500)} (${(0,src_printable/* printable */.g)(error.code)})`;
}
function throttled({ serviceName, attempts }, { code }) {
    return {
        code: 'kms-unavailable',
        title: 'The key service is not available',
        problem: `${serviceName} gets too many requests from this account (${(0,src_printable/* printable */.g)(code)}, ${times(attempts)}).`,
        fix: 'run the job again later. If it happens often, ask AWS for a higher quota.'
    };
}
function aws_rules_explainLogin(refusal, error) {
    const cause = aws_rules_loginCause(refusal, error);
    if (cause === undefined)
        return undefined;
    return {
        code: 'aws-login-refused',
        title: 'AWS refused the login',
        problem: `AWS STS refused the login: ${aws_rules_said(refusal, error)}.\n${cause.problem}`,
        fix: cause.fix
    };
}
function aws_rules_loginCause(refusal, error) {
    const { key } = refusal;
    const issuer = claim(refusal, 'iss', 'https://token.actions.githubusercontent.com');
    switch (error.code) {
        case 'AccessDenied':
            return {
                problem: 'Either the role of aws-role-to-assume does not exist, or its trust policy does not allow this job. AWS does not say which. The details above show what the trust policy has to match.',
                fix: trustPolicy(refusal, issuer.replace(/^https:\/\//, ''))
            };
        case 'InvalidIdentityToken':
        case 'IDPCommunicationError':
            return tokenCause(refusal, error, issuer);
        case 'ExpiredTokenException':
        case 'IDPRejectedClaim':
            return {
                problem: "AWS compared the times in the job's OIDC token with its own clock.",
                fix: 'run the job again.'
            };
        case 'RegionDisabledException':
            return {
                problem: `AWS STS is not active in ${key.region} for the account of the role.`,
                fix: `activate ${key.region} in the console of AWS: IAM > Account settings > Security Token Service.`
            };
        default:
            return undefined;
    }
}
function claim({ claims }, name, otherwise) {
    return (0,src_printable/* printable */.g)(claims?.get(name) ?? otherwise, 500);
}
function trustPolicy(refusal, provider) {
    return [
        'compare `aws-role-to-assume` with the ARN of the role. Its trust policy needs a statement like this:',
        '  "Effect": "Allow",',
        `  "Principal": { "Federated": "arn:aws:iam::ACCOUNT:oidc-provider/${provider}" },`,
        '  "Action": "sts:AssumeRoleWithWebIdentity",',
        '  "Condition": { "StringEquals": {',
        `    "${provider}:aud": "${claim(refusal, 'aud', 'sts.amazonaws.com')}",`,
        `    "${provider}:sub": "${claim(refusal, 'sub', 'repo:OWNER/NAME:ref:refs/heads/main')}"`,
        '  } }'
    ].join('\n');
}
function tokenCause(refusal, error, issuer) {
    const audience = claim(refusal, 'aud', 'sts.amazonaws.com');
    if (/no openidconnect provider/i.test(error.message)) {
        return {
            problem: `The account of the role has no identity provider for ${issuer}.`,
            fix: `create it in the account of the role:\n  aws iam create-open-id-connect-provider --url ${issuer} --client-id-list ${audience}`
        };
    }
    if (/audience/i.test(error.message)) {
        return {
            problem: `The identity provider in the account of the role does not accept the audience ${audience}.`,
            fix: `remove \`audience\` if it is set, or add the audience to the identity provider:\n  aws iam add-client-id-to-open-id-connect-provider --client-id ${audience} --open-id-connect-provider-arn ARN`
        };
    }
    if ((0,aws_answers/* isIssuerUnreachable */.QH)(error)) {
        return {
            problem: `AWS could not get the keys of ${issuer}, with which it verifies the token.`,
            fix: 'run the job again. On GitHub Enterprise Server, AWS must be able to reach its OIDC service from the internet.'
        };
    }
    return {
        problem: "AWS could not verify the job's OIDC token.",
        fix: `check that the identity provider in the account of the role is for ${issuer}.`
    };
}
function aws_rules_explainSignature(refusal, error) {
    const problem = `AWS KMS refused to sign: ${aws_rules_said(refusal, error)}.`;
    if ((0,aws_answers/* isClockRefusal */.Xg)(error))
        return aws_rules_clockOff(problem);
    return SIGNATURE_RULES.get(error.code)?.(problem, refusal, error);
}
/** What AWS's codes mean when a key is used. */
const SIGNATURE_RULES = new Map([
    ['AccessDeniedException', denied],
    ['NotFoundException', aws_rules_notFound],
    ['DisabledException', unusableState],
    ['KMSInvalidStateException', unusableState],
    ['InvalidKeyUsageException', unsuitable],
    ['UnsupportedOperationException', unsuitable],
    ['ValidationException', invalidRequest],
    ['UnrecognizedClientException', credentialsRefused],
    ['InvalidClientTokenId', credentialsRefused],
    ['InvalidSignatureException', credentialsRefused],
    ['IncompleteSignatureException', credentialsRefused],
    ['MissingAuthenticationTokenException', credentialsRefused],
    ['ExpiredTokenException', credentialsRefused]
]);
/** AWS's message has both times. */
function aws_rules_clockOff(problem) {
    return {
        code: 'clock-off',
        title: "This runner's clock is wrong",
        problem: `${problem}\nThe action corrects a clock by up to one day, but not this one.`,
        fix: "set the runner's clock (NTP), then run the job again."
    };
}
function aws_rules_notFound(problem, { key }) {
    return {
        code: 'aws-key-not-found',
        title: 'AWS KMS does not have this key',
        problem: `${problem}\nkms-key names ${key.resource} in ${key.region}.`,
        fix: 'correct `kms-key`: compare region, account and id with the ARN that the console of AWS shows (KMS > Customer managed keys).'
    };
}
function invalidRequest(problem, _, { message }) {
    return /algorithm|key ?spec|key usage/i.test(message) ? unsuitable(problem) : undefined;
}
function denied(problem, { key }, { message }) {
    const { login } = key;
    const who = login.kind === 'oidc' ? 'the role of aws-role-to-assume' : 'the user of AWS_ACCESS_KEY_ID';
    const isForbidden = /explicit deny/i.test(message);
    return {
        code: 'aws-key-denied',
        title: 'AWS does not allow this login to sign',
        problem: `${problem}\n${isForbidden ? forbidden(message) : notAllowed(message, who)}`,
        fix: isForbidden
            ? 'change that statement, or ask those who wrote it: no other policy can allow it then.'
            : [
                `add this statement to a policy of ${who}. The key policy must allow it, too: the default one does, for the account of the key.`,
                ...statement(key)
            ].join('\n')
    };
}
/** AWS names the kind of policy that is the cause. */
function forbidden(message) {
    const kind = /explicit deny in an? ([\w -]{1,40})/i.exec(message)?.[1];
    return `A statement with "Effect": "Deny" forbids it${kind === undefined ? '' : ` (in a ${(0,src_printable/* printable */.g)(kind)})`}.`;
}
function notAllowed(message, who) {
    if (/no identity-based policy/i.test(message))
        return `No policy of ${who} allows it.`;
    if (/no resource-based policy/i.test(message))
        return 'The key policy does not allow it.';
    return `No policy of ${who} allows it, or the key policy does not allow it, or there is no such key. AWS does not say which.`;
}
/** The least right that is needed, as a statement of a policy. */
function statement({ arn, prefix, resource }) {
    const isAlias = resource.startsWith('alias/');
    return [
        `  { "Effect": "Allow", "Action": "kms:Sign", "Resource": "${isAlias ? `${prefix}key/*` : arn}",`,
        '    "Condition": { "StringEquals": {',
        ...(isAlias ? [`      "kms:RequestAlias": "${resource}",`] : []),
        '      "kms:SigningAlgorithm": "RSASSA_PKCS1_V1_5_SHA_256", "kms:MessageType": "RAW" } } }'
    ];
}
function unusableState(problem, { key }, { code, message }) {
    const common = {
        code: 'aws-key-disabled',
        title: 'The key in AWS KMS cannot be used now'
    };
    if (/pending import/i.test(message)) {
        return {
            ...common,
            problem: `${problem}\nThe private key is not imported yet, or it was deleted or has expired.`,
            fix: "import the App's private key into it: see docs/KEYS.md of this action."
        };
    }
    if (/pending (?:replica )?deletion/i.test(message)) {
        return {
            ...common,
            problem: `${problem}\nThe key is going to be deleted.`,
            fix: `if it is still needed:\n  aws kms cancel-key-deletion ${keyOptions(key)}\n  aws kms enable-key ${keyOptions(key)}`
        };
    }
    if (code === 'DisabledException') {
        return {
            ...common,
            problem: `${problem}\nSomebody disabled the key.`,
            fix: `find out why. To enable it again:\n  aws kms enable-key ${keyOptions(key)}`
        };
    }
    return {
        ...common,
        problem,
        fix: `look at its state:\n  aws kms describe-key ${keyOptions(key)}`
    };
}
/** Most commands take no alias. */
function keyOptions({ arn, resource, region }) {
    return `--region ${region} --key-id ${resource.startsWith('alias/') ? 'ID-OF-THE-KEY' : arn}`;
}
function unsuitable(problem) {
    return {
        code: 'kms-key-unsuitable',
        title: 'This key cannot sign for a GitHub App',
        problem,
        fix: "import the App's private key into a key that is created with `--origin EXTERNAL --key-spec RSA_2048 --key-usage SIGN_VERIFY`, and name it in `kms-key`: see docs/KEYS.md of this action."
    };
}
function credentialsRefused(problem, { key }) {
    const { login, region } = key;
    const cause = login.kind === 'oidc'
        ? {
            problem: 'AWS STS gave these credentials a moment ago, so most often this region is not enabled for the account.',
            fix: `enable ${region} for the account of the role (Account > AWS Regions), or correct the region in \`kms-key\`. If a proxy changes requests, it must not change those to AWS.`
        }
        : {
            problem: 'The step used the credentials in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.',
            fix: 'set all three from the same login: temporary credentials need AWS_SESSION_TOKEN, too, and end after some hours. Better, set `aws-role-to-assume`, so that this step logs in itself.'
        };
    return {
        code: 'aws-credentials-refused',
        title: 'AWS does not accept the credentials',
        problem: `${problem}\n${cause.problem}`,
        fix: cause.fix
    };
}

// EXTERNAL MODULE: ./src/signers/key-service/azure.ts
var azure = __webpack_require__(5698);
;// CONCATENATED MODULE: ./src/explain/key-service/azure-rules.ts

/** What people read about Azure Key Vault. */
const AZURE = {
    serviceName: (_, stage) => (stage === 'login' ? 'Microsoft Entra ID' : 'Azure Key Vault'),
    addressInput: (_, stage) => (stage === 'login' ? undefined : 'kms-key'),
    message: azureMessage,
    explain: explainAzure
};
/** Explains a refusal of Microsoft Entra ID or of Key Vault, by its code. */
function explainAzure(refusal) {
    const { code, message } = (0,azure/* azureFailure */.u)(refusal.reply);
    return refusal.stage === 'login'
        ? azure_rules_explainLogin(refusal, code)
        : azure_rules_explainSignature(refusal, code, message);
}
/**
 * What Azure says of a failure. If anyone can read the log, ids of accounts and names of tenants and
 * resource groups are left out.
 */
function azureMessage(reply, isPrivate) {
    const { code, message } = (0,azure/* azureFailure */.u)(reply);
    if (message === '')
        return code;
    return isPrivate ? message : message.replace(IDS, '(not shown)');
}
const IDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\/subscriptions\/[^\s'"]+|(?<=directory )'[^']*'/gi;
function azure_rules_explainLogin(refusal, code) {
    const cause = azure_rules_loginCause(refusal.key, code);
    if (cause === undefined)
        return undefined;
    return {
        code: 'azure-login-refused',
        title: 'Microsoft Entra ID refused the login',
        problem: `Microsoft Entra ID refused the login (${code}).\n${cause[0]}`,
        fix: cause[1]
    };
}
/** https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes */
function azure_rules_loginCause({ login: { clientId, oidc } }, code) {
    switch (code) {
        case 'AADSTS70021':
        case 'AADSTS70025':
        case 'AADSTS700213':
            return [
                "No federated credential of the application in azure-client-id is for this job's OIDC token. The details above show its subject (sub) and its issuer (iss).",
                addCredential(clientId, oidc.audience)
            ];
        case 'AADSTS7002138':
            return [
                "A federated credential of the application has the subject of this job's OIDC token in other upper and lower case. Case matters.",
                'write the subject of the federated credential exactly as the details above show it (sub).'
            ];
        case 'AADSTS700211':
            return [
                "No federated credential of the application has the issuer of this job's OIDC token. The details above show it (iss).",
                'set the issuer of the federated credential to exactly this one, without a slash at its end.'
            ];
        case 'AADSTS700212':
            return [
                'The federated credential expects another audience. The details above show the one that was sent (aud).',
                'remove `audience`, or set it to the audience of the federated credential.'
            ];
        case 'AADSTS700016':
            return [
                'The tenant in azure-tenant-id does not have the application in azure-client-id.',
                'correct `azure-client-id` or `azure-tenant-id`. Use the "Application (client) ID" (of a managed identity: "Client ID"), not an object ID.'
            ];
        case 'AADSTS7000229':
            return [
                'The application is registered, but has no service principal in the tenant.',
                `create it:\n  az ad sp create --id ${clientId}`
            ];
        case 'AADSTS90002':
        case 'AADSTS900023':
            return [
                'The tenant in azure-tenant-id does not exist.',
                'correct `azure-tenant-id`: it is the "Directory (tenant) ID". A tenant of a sovereign cloud is found only with the host of that cloud in `kms-key`.'
            ];
        case 'AADSTS700024':
            return [
                'The OIDC token was not valid at that time: it had ended, or the clocks differ.',
                "run the job again. If your GitHub is a server of your own, check that server's clock (NTP)."
            ];
        default:
            return undefined;
    }
}
function addCredential(clientId, audience) {
    return [
        'add a federated credential, with `sub` and `iss` from the details above:',
        `  az ad app federated-credential create --id ${clientId} --parameters '{"name": "github-app", "issuer": "ISS", "subject": "SUB", "audiences": ["${audience.replace(/["'\\]/g, '')}"]}'`,
        'For a managed identity, the command is `az identity federated-credential create`.'
    ].join('\n');
}
function azure_rules_explainSignature(refusal, code, message) {
    const { key, reply } = refusal;
    const shown = code === '' ? String(reply.status) : code;
    const said = `Azure Key Vault refused to sign with ${key.vault}/${key.name} (${shown}).`;
    if (reply.status === 404)
        return azure_rules_notFound(key, said);
    if (/^ForbiddenBy(?:Firewall|Connection)$/.test(code))
        return notReachable(key, said);
    const cause = notUsable(key, code, message);
    if (cause !== undefined) {
        return {
            code: 'azure-key-not-usable',
            title: 'Azure Key Vault does not let this key sign',
            problem: `${said}\n${cause[0]}`,
            fix: cause[1]
        };
    }
    if (reply.status === 400 && /algorithm/i.test(message)) {
        return {
            code: 'kms-key-unsuitable',
            title: 'This key cannot sign for a GitHub App',
            problem: `${said}\nThe key is not an RSA key.`,
            fix: "import the App's private key (RSA), and name that key in `kms-key`."
        };
    }
    return azure_rules_denied(refusal, code, said);
}
function azure_rules_notFound({ vault, name, product }, said) {
    return {
        code: 'azure-key-not-found',
        title: 'Azure Key Vault does not have this key',
        problem: `${said}\nThere is no key ${name} with this version.`,
        fix: `correct \`kms-key\`. This shows the versions:\n  az keyvault key list-versions ${vaultOption(product, vault)} --name ${name} --query "[].kid"`
    };
}
function notReachable({ vault }, said) {
    return {
        code: 'azure-network-denied',
        title: 'The firewall of the key vault does not let this runner in',
        problem: `${said}\nThe network settings of ${vault} allow only some networks, and this runner is in none of them.`,
        fix: 'run the job on a runner in an allowed network (self-hosted, or GitHub-hosted in an Azure virtual network), or allow this network in the settings of the vault under "Networking".'
    };
}
/** What is wrong with the key, if it is there and the login may sign. */
function notUsable(key, code, message) {
    const { vault, name, version, product } = key;
    const change = `az keyvault key set-attributes ${vaultOption(product, vault)} --name ${name} --version ${version}`;
    if (code === 'KeyDisabled' || /\bdisabled key\b/i.test(message)) {
        return ['This version of the key is disabled.', `enable it:\n  ${change} --enabled true`];
    }
    // Azure's documents do not give the code for these.
    if (/Expired|NotYetValid/i.test(code) || /\b(?:expired|not yet valid)\b/i.test(message)) {
        return [
            'This version of the key has ended, or is not valid yet.',
            `change its times (these are examples):\n  ${change} --not-before 2026-01-01T00:00:00Z --expires 2036-01-01T00:00:00Z`
        ];
    }
    if (code === 'KeyOperationForbidden' || /is not permitted on this key/i.test(message)) {
        return [
            'The permitted operations of the key (key_ops) do not contain sign.',
            `permit it:\n  ${change} --ops sign`
        ];
    }
    return undefined;
}
function azure_rules_denied({ key, reply }, code, said) {
    const cause = deniedCause(key, code, reply.status);
    if (cause === undefined)
        return undefined;
    return {
        code: 'azure-key-denied',
        title: 'Azure Key Vault does not allow this login to sign',
        problem: `${said}\n${cause[0]}`,
        fix: cause[1]
    };
}
function deniedCause(key, code, status) {
    const { vault, name, product } = key;
    const { clientId } = key.login;
    if (code === 'AKV10032') {
        return [
            `${vault} belongs to another tenant than the one in azure-tenant-id.`,
            `set \`azure-tenant-id\` to the tenant that this shows:\n  az keyvault show ${product === 'vault' ? '--name' : '--hsm-name'} ${vault} --query properties.tenantId`
        ];
    }
    if (status !== 403)
        return undefined;
    if (code === 'ForbiddenByPolicy') {
        return [
            'No access policy of the vault allows the application to sign.',
            `add one:\n  az keyvault set-policy --name ${vault} --spn ${clientId} --key-permissions sign`
        ];
    }
    return [
        'The application has no role with the right to sign with this key.',
        [
            'give it one (docs/KEYS.md of this action has a role that allows nothing else). It can take ten minutes until it works:',
            product === 'vault'
                ? `  az role assignment create --assignee ${clientId} --role "GitHub App signer" --scope "$(az keyvault show --name ${vault} --query id --output tsv)/keys/${name}"`
                : `  az keyvault role assignment create --hsm-name ${vault} --assignee ${clientId} --role "Managed HSM Crypto User" --scope /keys/${name}`
        ].join('\n')
    ];
}
/** How Azure's command line names a vault or an HSM. */
function vaultOption(product, vault) {
    return product === 'vault' ? `--vault-name ${vault}` : `--hsm-name ${vault}`;
}

// EXTERNAL MODULE: ./src/signers/key-service/vault.ts
var vault = __webpack_require__(3497);
;// CONCATENATED MODULE: ./src/explain/key-service/vault-rules.ts


/** What people read about Vault and OpenBao. */
const VAULT = {
    serviceName: ({ product }) => product,
    addressInput: () => 'vault-address',
    message: vault/* vaultError */.$,
    explain: explainVault
};
/** Explains a refusal of Vault, which has no codes, only texts. */
function explainVault(refusal) {
    const message = (0,vault/* vaultError */.$)(refusal.reply);
    if (/\bis sealed\b/i.test(message))
        return sealed(refusal);
    const { login } = refusal.key;
    return refusal.stage === 'login' && login.kind === 'oidc'
        ? vault_rules_explainLogin(refusal, login, message)
        : vault_rules_explainSignature(refusal, message);
}
function sealed({ key }) {
    return {
        code: 'kms-unavailable',
        title: 'The key service is not available',
        problem: `${key.product} is sealed, so it can use no key.`,
        fix: `an operator has to unseal ${key.product}. Then run the job again.`
    };
}
function vault_rules_explainLogin(refusal, { role, path }, message) {
    const cause = vault_rules_loginCause(refusal, message, role, path);
    if (cause === undefined)
        return undefined;
    return {
        code: 'vault-login-refused',
        title: 'Vault refused the login',
        problem: `${refusal.key.product} refused the login at auth/${path}: ${quote(message)}.\n${cause[0]}`,
        fix: cause[1]
    };
}
function vault_rules_loginCause({ key, reply }, message, role, path) {
    const claim = /claim "?\/?([\w-]+)"? does not match/i.exec(message)?.[1];
    if (claim !== undefined) {
        return [
            `The claim ${claim} of the job's OIDC token is not one that the role ${role} accepts. The details above show the claims.`,
            `correct bound_claims of auth/${path}/role/${role}, or run the job where these claims match (branch, environment).`
        ];
    }
    if (/\baud(?:ience)?\b/i.test(message)) {
        return [
            `The role ${role} expects another audience. The details above show the one that was sent (aud).`,
            'set `audience` to one of bound_audiences of the role, or add the one that was sent to the role.'
        ];
    }
    if (/expired|not (?:valid|active) yet|issued at|nbf|iat\b/i.test(message)) {
        return [
            `${key.product} compared the times in the OIDC token with its own clock.`,
            `check the clock of the ${key.product} server (NTP), then run the job again.`
        ];
    }
    if (/role .* (?:could not be found|does not exist)|missing role/i.test(message)) {
        return [
            `There is no role ${role} at auth/${path}.`,
            'correct `vault-role`, or `vault-auth-path` if the role is at another path.'
        ];
    }
    if (/signature|fetching keys|known key|key id/i.test(message)) {
        return [
            'The auth method could not verify the OIDC token.',
            `set oidc_discovery_url of auth/${path}/config to the address of GitHub's tokens: https://token.actions.githubusercontent.com`
        ];
    }
    if (reply.status === 404 || /no handler for route/i.test(message))
        return notThere(key, path);
    return reply.status === 403 ? notThere(key, path) : undefined;
}
/** Without a login, Vault answers a path that does not exist like one that is forbidden. */
function notThere({ namespace }, path) {
    return [
        `Most often, no auth method is mounted at auth/${path}${namespace === '' ? '' : ` in the namespace ${namespace}`}.`,
        namespace === ''
            ? 'correct `vault-auth-path`. If the auth method is in a namespace, set `vault-namespace`.'
            : 'correct `vault-auth-path`, or `vault-namespace`.'
    ];
}
function vault_rules_explainSignature(refusal, message) {
    const { key, reply } = refusal;
    const path = `${key.mount}/sign/${key.name}/sha2-256`;
    const said = `${key.product} refused to sign with ${key.mount}/${key.name}: ${quote(message)}.`;
    if (/key not found/i.test(message)) {
        return {
            code: 'vault-key-not-found',
            title: 'Vault does not have this key',
            problem: `${said}\nThere is no key ${key.name} in the transit engine at ${key.mount}.`,
            fix: 'correct `kms-key`, or import the key: see docs/KEYS.md of this action.'
        };
    }
    if (/no handler for route|unsupported path/i.test(message)) {
        return {
            code: 'vault-key-not-found',
            title: 'Vault does not have this key',
            problem: `${said}\nNo transit engine is mounted at ${key.mount}.`,
            fix: 'write the mount in `kms-key` (`hashivault://MOUNT/KEY`). If the engine is in a namespace, set `vault-namespace`.'
        };
    }
    if (/does not support signing|unsupported key type/i.test(message)) {
        return {
            code: 'kms-key-unsuitable',
            title: 'This key cannot sign for a GitHub App',
            problem: said,
            fix: "import the App's private key as a key of the type rsa-2048, and name it in `kms-key`."
        };
    }
    return reply.status === 403 ? vault_rules_denied(refusal, said, path) : undefined;
}
function vault_rules_denied({ key: { login } }, said, path) {
    const who = login.kind === 'oidc'
        ? `The policies of the role ${login.role} do not allow`
        : `The token in ${login.variable} has ended, or its policies do not allow`;
    return {
        code: 'vault-key-denied',
        title: 'Vault does not allow this login to sign',
        problem: `${said}\n${who} to sign with this key.`,
        fix: `add this to a policy of the ${login.kind === 'oidc' ? 'role' : 'token'}:\n  path "${path}" { capabilities = ["update"] }`
    };
}

;// CONCATENATED MODULE: ./src/explain/key-service/explain.ts












const explain_WORDS = { aws: AWS, google: GOOGLE, azure: AZURE, vault: VAULT };
function wordsOf({ service }) {
    // TypeScript does not see that the entry belongs to the service; the type of the table does.
    return explain_WORDS[service];
}
/** Explains why a key service did not sign. */
function explainKeyService(context) {
    const { cause } = context.error;
    return cause instanceof errors/* UnreachableError */.Jk
        ? explainUnreachable({ ...context, error: cause }, serverOf(context.error, cause))
        : explainRefusal(refusalOf(context.error, cause, context.isPrivate === true));
}
function serverOf({ key, stage }, cause) {
    if (stage === 'oidc')
        return oidcService(cause);
    const { origin } = new URL(cause.url);
    return { server: 'key-service', url: origin, input: wordsOf(key).addressInput(key, stage) };
}
function refusalOf({ key, stage, claims }, { reply, attempts }, isPrivate) {
    const serviceName = nameOfService(key, stage);
    return { key, stage, serviceName, reply, attempts: attempts.length, claims, isPrivate };
}
function nameOfService(key, stage) {
    return stage === 'oidc' ? "GitHub's OIDC service" : wordsOf(key).serviceName(key, stage);
}
function explainRefusal(refusal) {
    for (const rule of [...FIRST_RULES, explainOwn, ...LAST_RULES]) {
        const explanation = rule(refusal);
        if (explanation !== undefined)
            return explanation;
    }
    const { serviceName, stage, reply } = refusal;
    return {
        code: 'kms-refused',
        title: 'The key service refused the request',
        problem: `${serviceName} refused ${REQUESTS[stage]} with ${reply.status}${messageOf(refusal)}.`,
        fix: 'see the details above, and docs/KEYS.md of this action for the rights that the login needs.'
    };
}
const REQUESTS = {
    oidc: "to give the job's OIDC token",
    login: 'the login',
    impersonation: 'to act as the service account',
    signature: 'to sign',
    'public-key': 'to show the public key',
    logout: 'to end the login'
};
function explainOwn(refusal) {
    const { key, stage, reply } = refusal;
    return stage === 'oidc' ? explainOidcRefusal(reply) : wordsOf(key).explain(refusal);
}
/** What the service says of a failure, to be quoted; empty if it says nothing. */
function messageOf({ key, reply, isPrivate }) {
    const message = wordsOf(key).message(reply, isPrivate);
    return message === '' ? '' : `: ${quote(message)}`;
}
/** Answers that come from something in between, whatever the service. */
const FIRST_RULES = [
    ({ reply }) => (reply.status === 407 ? proxyWantsCredentials(407) : undefined),
    explain_redirected,
    otherServer
];
/** What no rule of the service knows better. */
const LAST_RULES = [explain_unavailable];
function explain_redirected({ serviceName, reply }) {
    if (reply.status < 300 || reply.status > 399)
        return undefined;
    return {
        code: 'kms-other-server',
        title: 'Another server than the key service answered',
        problem: `${(0,src_printable/* printable */.g)((0,request_parts/* withoutQuery */.j$)(reply.url))} answered ${reply.status}, a redirect${reply.location === undefined ? '' : ` to ${(0,src_printable/* printable */.g)(reply.location)}`}. ${serviceName} sends none, so nothing was sent there.`,
        fix: CHECK_ADDRESS
    };
}
const CHECK_ADDRESS = "check the address of the key service in the inputs, and the runner's proxy. It must be the address of the API, not of its pages.";
function otherServer({ serviceName, reply }) {
    const isSuccess = reply.status < 300;
    const isPage = isWebPage(reply);
    if (!isSuccess && !isPage)
        return undefined;
    return {
        code: 'kms-other-server',
        title: 'Another server than the key service answered',
        problem: `${(0,src_printable/* printable */.g)((0,request_parts/* withoutQuery */.j$)(reply.url))} answered ${reply.status}, but not like ${serviceName}${isPage ? ': it sent a web page' : ''}.`,
        fix: CHECK_ADDRESS
    };
}
function explain_unavailable({ serviceName, reply, attempts }) {
    if (reply.status < 500 && reply.status !== 408 && reply.status !== 429)
        return undefined;
    return {
        code: 'kms-unavailable',
        title: 'The key service is not available',
        problem: `${serviceName} answered ${reply.status} ${times(attempts)}.`,
        fix: 'run the job again later.'
    };
}

;// CONCATENATED MODULE: ./src/explain/key-service/problems.ts

/** The services as people call them. */
const SERVICE_NAMES = {
    aws: 'AWS KMS',
    google: 'Google Cloud KMS',
    azure: 'Azure Key Vault',
    vault: 'Vault'
};
const LOGIN_HELP = {
    aws: 'set `aws-role-to-assume` to the ARN of a role that may sign with this key, and add `id-token: write` under `permissions:` of the job.',
    google: 'set `gcp-workload-identity-provider` to the full name of the provider, and add `id-token: write` under `permissions:` of the job.',
    azure: 'set `azure-client-id` and `azure-tenant-id`, and add `id-token: write` under `permissions:` of the job. A login with `azure/login` is not used, and not needed: set the ids that it has here.',
    vault: 'set `vault-role` to a role of the JWT auth method, and add `id-token: write` under `permissions:` of the job.'
};
const WRITE_ONE_OF = [
    'write one of these:',
    '  kms-key: awskms:///arn:aws:kms:REGION:ACCOUNT:key/ID',
    '  kms-key: gcpkms://projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/1',
    '  kms-key: azurekms://VAULT/KEY/VERSION',
    '  kms-key: hashivault://transit/KEY'
].join('\n');
/** What a person reads about the inputs for a key service, and about what the service signed. */
const KEY_SERVICE_PROBLEMS = {
    'kms-key-malformed': ({ mistake }) => problems_explainKey(mistake),
    'login-without-key': ({ inputs }) => ({
        code: 'kms-login-conflict',
        title: 'kms-key is empty',
        problem: `${joined(inputs)} ${inputs.length === 1 ? 'is' : 'are'} set, but kms-key is empty.`,
        fix: 'set `kms-key` to the URI of the key. If it comes from a variable, check the name and the context: `vars.NAME`. Without a key service, remove these inputs.'
    }),
    'login-of-other-service': ({ inputs, service }) => ({
        code: 'kms-login-conflict',
        title: 'A login is for another key service',
        problem: `kms-key names a key in ${SERVICE_NAMES[service]}, but ${joined(inputs)} ${inputs.length === 1 ? 'is for another service' : 'are for other services'}.`,
        fix: `remove ${inputs.map((input) => `\`${input}\``).join(', ')}, or correct \`kms-key\`.`
    }),
    'login-missing': ({ service }) => ({
        code: 'kms-login-missing',
        title: 'Nothing says how to log in to the key service',
        problem: `kms-key names a key in ${SERVICE_NAMES[service]}, but no input says how to log in there${STATIC_VARIABLES[service]}.`,
        fix: LOGIN_HELP[service]
    }),
    'login-incomplete': ({ missing, beside }) => ({
        code: 'kms-login-missing',
        title: 'Nothing says how to log in to the key service',
        problem: `${beside} is set, but ${missing} is empty.`,
        fix: `set \`${missing}\`${beside === 'kms-key' ? '' : `, or remove \`${beside}\``}. If it comes from a variable, check the name and the context: \`vars.NAME\`.`
    }),
    'login-input-malformed': ({ input, text, example }) => ({
        code: 'kms-login-malformed',
        title: 'An input for the login is not valid',
        problem: `${input} is "${text}", which is not a valid value.`,
        fix: `write it like \`${example}\`.${INPUT_HINTS[input] ?? ''}`
    }),
    'service-address-insecure': ({ input }) => ({
        code: 'kms-login-malformed',
        title: 'The address of the key service is not encrypted',
        problem: `The address in ${input} begins with http:. Anyone on the network could sign as your App.`,
        fix: 'use an address that begins with https:.'
    }),
    'login-variable-malformed': ({ variable }) => ({
        code: 'kms-login-malformed',
        title: 'A variable for the login is not valid',
        problem: `${variable} contains characters that no credential has, such as blanks or line ends. It is not shown here.`,
        fix: `set ${variable} again without them, or let this step log in with the job's OIDC token.`
    }),
    'oidc-not-available': ({ service, isFork, isFallbackSet }) => ({
        code: 'oidc-not-available',
        title: 'The job has no OIDC token',
        problem: isFork
            ? `This pull request comes from a fork, and GitHub gives such runs no OIDC token. So the step cannot ${purposeOf(service)}.`
            : `GitHub gives this job no OIDC token, so the step cannot ${purposeOf(service)}.`,
        fix: isFork
            ? [
                'skip the job for forks:',
                '  if: github.event.pull_request.head.repo.full_name == github.repository',
                ...(isFallbackSet === true
                    ? []
                    : ['or add `fallback-token: ${{ github.token }}` (read-only on forks).'])
            ].join('\n')
            : [
                'give the job this permission (and those that it has now, because the list replaces them):',
                '  permissions:',
                '    id-token: write',
                '    contents: read',
                'In a reusable workflow, the job that calls it needs this, too.'
            ].join('\n')
    }),
    'oidc-audience-refused': ({ text }) => ({
        code: 'kms-login-malformed',
        title: 'An input for the login is not valid',
        problem: `audience is "${text}". An audience is one word of visible characters.`,
        fix: 'remove `audience`, unless the policy of the service names another one than usual.'
    }),
    'signature-unusable': ({ service, found }) => ({
        code: 'kms-key-unsuitable',
        title: 'This key cannot sign for a GitHub App',
        problem: `${SERVICE_NAMES[service]} signed, but ${describeSignature(found)}. Nothing was sent to GitHub.`,
        fix: "import the App's private key (RSA, for signing), and name that key in `kms-key`."
    })
};
/** How to find the value of an input. */
const INPUT_HINTS = {
    'gcp-workload-identity-provider': ' It begins with the number of the project, not with its id: `gcloud projects describe PROJECT --format "value(projectNumber)"`.'
};
function purposeOf(service) {
    return service === 'token-service'
        ? 'ask the token service for a token'
        : `log in to ${SERVICE_NAMES[service]}`;
}
const STATIC_VARIABLES = {
    aws: ', and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set',
    google: '',
    azure: '',
    vault: ', and neither VAULT_TOKEN nor BAO_TOKEN is set'
};
function problems_explainKey(mistake) {
    const words = describeKey(mistake);
    return { code: 'kms-key-malformed', title: 'kms-key is not the URI of a key', ...words };
}
function describeKey(mistake) {
    switch (mistake.mistake) {
        case 'not-a-uri':
            return {
                problem: `kms-key is "${mistake.text}", and that names no key service.`,
                fix: WRITE_ONE_OF
            };
        case 'unknown-scheme':
            return {
                problem: `kms-key begins with ${mistake.scheme}:, which is no key service that this action knows.`,
                fix: WRITE_ONE_OF
            };
        case 'other-spelling':
            return {
                problem: `kms-key ${SPELLINGS[mistake.is]}.`,
                fix: `write \`kms-key: ${mistake.uri}\`.`
            };
        case 'part-missing':
            return {
                problem: `kms-key names no ${mistake.part} (${SERVICE_NAMES[mistake.service]}).${WHY_NEEDED[mistake.part] ?? ''}`,
                fix: `write it like \`${mistake.uri}\`.`
            };
        case 'part-malformed':
            return {
                problem: `kms-key has "${mistake.text}" where ${SERVICE_NAMES[mistake.service]} has the ${mistake.part}.`,
                fix: `write it like \`${mistake.uri}\`.`
            };
    }
}
const WHY_NEEDED = {
    version: ' The newest version of a key can be one that GitHub has never seen.'
};
const SPELLINGS = {
    'aws-arn': 'is the ARN of a key, without the scheme in front of it',
    'aws-alias': 'is the name of an alias. Its region and account are missing',
    'aws-key-id': 'is the id of a key. Its region and account are missing',
    'two-slashes': 'needs three slashes between `awskms:` and the ARN',
    'google-name': 'is the name of a key version, without the scheme in front of it',
    'google-url': 'is the address of a key version, not its URI',
    'azure-url': 'is the address of a key, not its URI',
    'vault-url': 'is the address of a key, not its URI'
};
function describeSignature(found) {
    switch (found.is) {
        case 'length':
            return `its signature has ${found.bytes} bytes. RSA keys of 2,048 bits, as GitHub generates them, make signatures of 256 bytes, so this is another kind of key`;
        case 'algorithm':
            return `with ${found.algorithm}. GitHub takes only RSASSA-PKCS1-v1_5 with SHA-256 (RS256)`;
        case 'other-key':
            return `with ${found.used}, not with ${found.asked}`;
    }
}

;// CONCATENATED MODULE: ./src/explain/permission-problems.ts
/** What a person reads about permissions that cannot be requested. */
const PERMISSION_PROBLEMS = {
    'permissions-name-none': ({ text, hasOthers }) => ({
        code: 'permission-malformed',
        title: 'permissions is set, but names none',
        problem: `permissions is "${text}". It is set, but names no permission.${hasOthers ? '' : ' GitHub would grant every permission.'}`,
        fix: `name what the job needs, such as \`contents: read\`, or remove \`permissions\`${hasOthers ? '' : ' if the token needs every permission'}.`
    }),
    'permissions-unreadable': ({ mistake }) => ({
        code: 'permission-malformed',
        title: 'permissions cannot be read',
        problem: `${describeList(mistake)}.`,
        fix: fixList(mistake)
    }),
    'permission-name-malformed': ({ where, name }) => ({
        code: 'permission-malformed',
        title: 'A permission has no name',
        problem: `${where}: "${name}" cannot be the name of a permission.`,
        fix: 'write one permission in each line, such as `contents: read`.'
    }),
    'permission-level-malformed': (problem) => ({
        code: 'permission-malformed',
        title: 'A permission has no such level',
        problem: `${problem.where} ${describeLevel(problem)}.`,
        fix: fixLevel(problem)
    }),
    'permission-unknown': ({ what, where, meant, hasOthers }) => ({
        code: 'permission-unknown',
        title: 'A permission is misspelt',
        problem: `${where} is not ${what === 'input' ? 'an input of this action' : 'a permission that GitHub knows'}. If it were ignored, the token ${hasOthers ? 'would not have it' : 'could get every permission that the App has'}.`,
        fix: `write \`${meant}\`.`
    }),
    'permission-at-two-levels': ({ name, asked }) => ({
        code: 'permission-conflict',
        title: 'A permission is requested at two levels',
        problem: `${name} is requested twice: ${asked.map(({ level, where }) => `${level} by ${where}`).join(', ')}.`,
        fix: 'keep one of the two.'
    }),
    'too-many-permissions': ({ count }) => ({
        code: 'permission-malformed',
        title: 'Too many permissions',
        problem: `${count} permissions are named. GitHub does not have that many.`,
        fix: 'name only the permissions that the job needs, each of them once.'
    }),
    'read-all-with-others': ({ input }) => ({
        code: 'permission-conflict',
        title: 'permissions is read-all, but another permission is set',
        problem: `permissions is read-all, but ${input} is set, too.`,
        fix: 'remove one of the two. To read everything and write something, list all permissions that the job needs.'
    })
};
function describeLevel({ level, length, isExpression }) {
    if (isExpression)
        return 'looks like an expression that was not evaluated';
    return level === undefined
        ? `is not a level: it is ${length} characters long`
        : `is "${level}", which is not a level`;
}
/** What people write for "no access". */
const NO_ACCESS = /^(?:none|no[ _-]?access|no|false|null|off|0|~)$/i;
/** What people write for reading and writing. */
const BOTH = /^(?:read|r)[\s/+&_-]*(?:and)?[\s/+&_-]*(?:write|w)$/i;
function fixLevel({ level = '', levels, isExpression }) {
    const choice = levels.join(' or ');
    if (isExpression) {
        return `use ${choice}. An expression needs \`\${{ }}\` around it, in the step under \`with:\`.`;
    }
    if (NO_ACCESS.test(level)) {
        return 'remove the permission. A token has only the permissions that you name, and metadata: read.';
    }
    return BOTH.test(level) && levels.includes('write')
        ? 'use write, which includes read.'
        : `use ${choice}.`;
}
function describeList(mistake) {
    switch (mistake.mistake) {
        case 'json':
            return `permissions is "${mistake.text}", which begins like JSON, but is not valid JSON`;
        case 'json-list':
            return `permissions is "${mistake.text}", which begins like a JSON list`;
        case 'every-level':
            return `permissions is "${mistake.text}". Only read-all is possible`;
        case 'scopes':
            return `permissions contains "${mistake.text}", which is a scope of a personal access token, not a permission of an App`;
        case 'entry':
            return `In ${mistake.line === undefined ? '' : `line ${mistake.line} of `}permissions, "${mistake.text}" ${ENTRY_MISTAKES[mistake.reason].problem}`;
    }
}
const EXAMPLE = 'write one permission in each line, such as `contents: read`. `contents: read, issues: write` and JSON ({"contents": "read"}) work, too.';
function fixList(mistake) {
    switch (mistake.mistake) {
        case 'json':
        case 'json-list':
            return 'write `{"contents": "read"}`, or without brackets and quotes `contents: read`.';
        case 'every-level':
            return 'name the permissions that the job needs, such as `contents: write`. If the token needs every permission that the App has, remove `permissions`.';
        case 'scopes':
            return 'name permissions, such as `contents: write` instead of `repo`, and `workflows: write` instead of `workflow`.';
        case 'entry':
            return ENTRY_MISTAKES[mistake.reason].fix;
    }
}
const ENTRY_MISTAKES = {
    dash: { problem: 'begins with a dash', fix: 'remove the dash from each line: `contents: read`.' },
    comment: {
        problem: 'contains a comment',
        fix: 'remove what begins with `#`: in a text of several lines, YAML does not remove comments.'
    },
    several: {
        problem: 'contains more than one permission',
        fix: 'write commas between the permissions. For one permission in each line, begin with `permissions: |`, not with `permissions: >`, which joins the lines.'
    },
    'read-all': {
        problem: 'is not alone',
        fix: 'use `permissions: read-all` alone, or list all permissions that the job needs.'
    },
    'no-colon': { problem: 'has no colon between a name and a level', fix: EXAMPLE },
    other: { problem: 'is not a name and a level', fix: EXAMPLE }
};

;// CONCATENATED MODULE: ./src/explain/renewal-problems.ts



const SECOND_USE = 'remove `renew`, and use the action a second time, right before the token is needed.';
function mayLive(until) {
    return `Renewed tokens may live until ${(0,src_time/* clockTime */.qo)(until)}.`;
}
/** What a person reads about the renewal of tokens. Those of post are warnings. */
const RENEWAL_PROBLEMS = {
    'renew-with-kept-token': () => ({
        code: 'renew-conflict',
        title: 'renew cannot be combined with skip-token-revoke',
        problem: 'renew and skip-token-revoke are both true. Renewing ends with the job, and every token of it is revoked then.',
        fix: 'remove one of the two.'
    }),
    'renew-with-jwt': () => ({
        code: 'renew-conflict',
        title: 'renew cannot be combined with jwt',
        problem: 'renew is true, but the JWT in jwt ends after 10 minutes at most, and the step cannot make another.',
        fix: `use \`private-key\` or \`kms-key\`. Or ${SECOND_USE}`
    }),
    'renew-with-static-login': ({ service }) => ({
        code: 'renew-conflict',
        title: 'renew needs a login inside the step',
        problem: `renew is true, but the step logs in to ${SERVICE_NAMES[service]} with credentials from variables. They end, and the step cannot get new ones.`,
        fix: `let the step log in with the job's OIDC token (docs/KEYS.md of this action). Or ${SECOND_USE}`
    }),
    'renew-with-owners': ({ count }) => ({
        code: 'renew-conflict',
        title: 'renew works with one owner',
        problem: `renew is true, but the step names ${count} owners.`,
        fix: 'use one step for each owner, each with `renew: true`.'
    }),
    'renewal-not-started': ({ found }) => ({
        code: 'renewal-not-started',
        title: 'The token cannot be renewed',
        problem: `renew is true, but ${describeNotStarted(found)}.`,
        fix: fixNotStarted(found)
    }),
    'renewal-failed': ({ failures, last, gap }) => ({
        code: 'renewal-failed',
        title: 'The token was not always renewed',
        problem: [
            last === undefined
                ? 'A token was renewed too late: the process that renews did not run for a while.'
                : `${counted(failures, 'renewal')} failed, the last at ${(0,src_time/* clockTime */.qo)(last.at)}: ${last.reason}`,
            ...(gap === undefined ? [] : [describeGap(gap)])
        ].join('\n'),
        fix: fixFailed(last, gap)
    }),
    'renewal-stopped': ({ found, until }) => ({
        code: 'renewal-stopped',
        title: 'The process that renews the token did not end as it should',
        problem: `The process that renews the token ${describeStopped(found)}. ${mayLive(until)}`,
        fix: fixStopped(found)
    }),
    'renewal-token-lost': ({ count, until }) => ({
        code: 'renewal-token-lost',
        title: 'A renewed token may be left',
        problem: count === 1
            ? `GitHub's answer to a request for a renewed token was lost. A token that nobody knows may live until ${(0,src_time/* clockTime */.qo)(until)}.`
            : `GitHub's answers to ${count} requests for renewed tokens were lost. Tokens that nobody knows may live until ${(0,src_time/* clockTime */.qo)(until)}.`,
        fix: 'nothing, if you trust everybody between this runner and GitHub: the token ends by itself.'
    }),
    'renewal-record-changed': ({ found, until }) => ({
        code: 'renewal-record-changed',
        title: 'The record of renewed tokens cannot be used',
        problem: `The record of renewed tokens ${describeRecord(found)}, so they cannot be revoked. ${mayLive(until)}`,
        fix: fixRecord(found)
    })
};
function describeRecord(found) {
    switch (found.is) {
        case 'missing':
            return 'is gone';
        case 'not-a-file':
            return 'is not a file any more';
        case 'changed':
            return 'was changed';
        case 'unreadable':
            return `cannot be read (${found.code})`;
    }
}
function fixRecord({ is }) {
    return is === 'unreadable'
        ? "check the disk of the runner, and that no step changes the rights of the renewal's files."
        : 'find out which step of the job did that. The action itself always leaves a record that it can read.';
}
function describeGap({ since, until }) {
    return until === ''
        ? `After ${(0,src_time/* clockTime */.qo)(since)}, token-file had no valid token, so requests with it failed with 401.`
        : `Between ${(0,src_time/* clockTime */.qo)(since)} and ${(0,src_time/* clockTime */.qo)(until)}, token-file had no valid token, so requests with it failed with 401.`;
}
function fixFailed(last, gap) {
    if (last === undefined) {
        return 'if steps of the job failed with 401 in that time, run the job again.';
    }
    const isEnough = gap === undefined || last.fix.includes('run the job again');
    return isEnough ? last.fix : `${last.fix}\nThen run the job again.`;
}
function describeNotStarted(found) {
    switch (found.is) {
        case 'folder-unwritable':
            return `its files cannot be written in RUNNER_TEMP (${found.code})`;
        case 'not-running':
            return `the process that renews cannot be started (${found.code})`;
        case 'ended':
            return `the process that renews ended at once (${found.status})`;
        case 'no-answer':
            return `the process that renews was not ready after ${counted(found.seconds, 'second')}`;
    }
}
/** Node ends with this status if it does not know a flag. */
const UNKNOWN_FLAG = '9';
function fixNotStarted(found) {
    if (found.is === 'ended' && found.status === UNKNOWN_FLAG) {
        return `use a runner that starts actions with Node 24. This one has an older Node, which does not know the flags that protect the key. Or ${SECOND_USE}`;
    }
    return found.is === 'folder-unwritable'
        ? "check that RUNNER_TEMP exists, is not full, and belongs to the runner's user."
        : `check that the runner has memory left, and lets the action start a process. Or ${SECOND_USE}`;
}
function describeStopped(found) {
    switch (found.is) {
        case 'gone':
            return 'ended before the job';
        case 'no-answer': {
            const end = found.isKilled ? ', and was killed' : '';
            return `did not answer within ${counted(found.seconds, 'second')}${end}`;
        }
        case 'not-told':
            return `could not be told to end, because its folder in RUNNER_TEMP cannot be written (${found.code})`;
        case 'too-old':
            return `ended after ${counted(found.hours, 'hour')}, and tried to revoke its tokens`;
        case 'no-runner':
            return 'did not find the runner any more, and ended';
    }
}
function fixStopped({ is }) {
    switch (is) {
        case 'too-old':
            return 'use the action a second time in jobs that are as long.';
        case 'not-told':
            return 'check that the disk is not full, and that no step changes the rights of RUNNER_TEMP.';
        case 'gone':
        case 'no-answer':
        case 'no-runner':
            return 'if the runner was short of memory, give it more. If a step ends processes, let it leave this one.';
    }
}

;// CONCATENATED MODULE: ./src/explain/runner-problems.ts
const INSTALL_GIT = 'install git before this step (in a container job, in the image), or remove `git-credentials`.';
/** What is not possible without a runner, and what to do. */
const NEEDS = {
    output: [
        'the action cannot output a token',
        'run the action as a step of a workflow. To try it in a terminal, use `npm start`.'
    ],
    git: [
        'git cannot be set up for later steps',
        'run the action as a step of a workflow, or remove `git-credentials` and `git-identity`.'
    ],
    renewal: [
        'there is no place for the files of a renewal',
        'run the action as a step of a workflow, or remove `renew`.'
    ]
};
/** What a person reads about a runner, or git on it, that does not do what the step needs. */
const RUNNER_PROBLEMS = {
    'no-runner': ({ missing, need }) => {
        const names = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set`;
        const [result, fix] = NEEDS[need];
        return {
            code: 'no-runner',
            title: 'The action does not run in a workflow',
            problem: `${names}, so ${result}.`,
            fix
        };
    },
    'runner-file-unwritable': ({ file, code }) => ({
        code: 'runner-file-unwritable',
        title: `${file} cannot be written`,
        problem: `The runner's file ${file} ${code === 'ENOENT' ? 'is gone' : `cannot be written (${code})`}, so the step cannot pass on a token.`,
        fix: "check that the runner's disk is not full, and that nothing deletes the runner's temporary files while a job runs."
    }),
    'state-too-large': ({ tokens, length, most }) => ({
        code: 'state-too-large',
        title: 'Too many tokens for one step',
        problem: `To revoke ${tokens === 1 ? 'the token' : `${tokens} tokens`}, the post step needs ${length} characters of state. This runner can pass on ${most}.`,
        fix: 'name fewer owners or repositories in this step, and use several steps.'
    }),
    'git-missing': ({ found }) => ({
        code: 'git-missing',
        title: 'git-credentials needs git',
        problem: `git-credentials is true, but git ${describeGit(found)}.`,
        fix: INSTALL_GIT
    }),
    'git-too-old': ({ version, oldest }) => ({
        code: 'git-too-old',
        title: 'git is too old for git-credentials',
        problem: `git-credentials is true, but git is ${version}. It needs ${oldest} or newer, which reads configuration from the environment.`,
        fix: INSTALL_GIT
    }),
    'git-config-conflict': ({ mistake }) => ({
        code: 'git-config-conflict',
        title: 'GIT_CONFIG_COUNT is broken',
        problem: `GIT_CONFIG_COUNT is ${describeCount(mistake)}. Git does not run with that, so git-credentials cannot be set up.`,
        fix: 'correct it under `env:` of the workflow, the job or this step, or in the earlier step that writes it to GITHUB_ENV.'
    }),
    'git-file-unwritable': ({ folder, reason }) => ({
        code: 'git-file-unwritable',
        title: 'The file for git cannot be written',
        problem: `git-credentials is true, but its file cannot be written in RUNNER_TEMP (${folder}): ${reason}.`,
        fix: "check that RUNNER_TEMP exists, is not full, and belongs to the runner's user."
    }),
    'bot-unknown': ({ slug }) => ({
        code: 'bot-unknown',
        title: 'The bot behind the App was not found',
        problem: `git-identity is true, but GitHub does not know ${slug === '' ? "the App's bot" : `the user ${slug}[bot]`}, whose id is part of the e-mail address of its commits.`,
        fix: 'if the App was registered or renamed just now, run the job again. Otherwise remove `git-identity`, and set GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL yourself.'
    })
};
function describeGit(found) {
    switch (found.is) {
        case 'absent':
            return 'is not on PATH';
        case 'not-running':
            return `does not run (${found.reason})`;
        case 'something-else':
            return `answers "${found.answer}" to \`git --version\``;
    }
}
function describeCount(mistake) {
    switch (mistake.mistake) {
        case 'not-a-count':
            return `"${mistake.text}", which is not a number`;
        case 'empty':
            return `${mistake.count}, but ${mistake.variable} is empty`;
        case 'not-set':
            return `${mistake.count}, but ${mistake.variable} is not set`;
    }
}

;// CONCATENATED MODULE: ./src/explain/target-problems.ts


/** What a person reads about inputs that do not say what the token is for. */
const TARGET_PROBLEMS = {
    'owner-names-none': ({ text }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}". It is set, but names no account.`,
        fix: 'name the account. If the token is for the owner of this repository, remove `owner`.'
    }),
    'owner-malformed': ({ text }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}", which cannot be the name of an account.`,
        fix: 'use the name of the organization or user as in its address, such as octo-org.'
    }),
    'owner-too-long': ({ input, length, longest }) => ({
        code: 'owner-malformed',
        title: 'An account has too long a name',
        problem: `${input} contains the name of an account that is ${length} characters long. It is not shown here. GitHub allows at most ${longest}.`,
        fix: `use the name of the organization or user as in its address, such as octo-org. If it is a secret, correct \`${input}\`.`
    }),
    'owner-is-json': ({ text }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}", which begins like a JSON list. owner does not take JSON.`,
        fix: 'write the accounts without brackets and quotes, separated by commas or lines: `octo-org, mona`.'
    }),
    'owner-has-repository': ({ text, owner, name }) => ({
        code: 'owner-malformed',
        title: 'owner is not an account',
        problem: `owner is "${text}", which is an account and a repository.`,
        fix: `set \`owner: ${owner}\` and \`repositories: ${name}\`.`
    }),
    'enterprise-malformed': ({ text }) => ({
        code: 'owner-malformed',
        title: 'enterprise is not a name',
        problem: `enterprise is "${text}", which cannot be the name of an enterprise.`,
        fix: "use the enterprise's slug: the last part of its address, https://github.com/enterprises/SLUG."
    }),
    'list-unreadable': ({ input, text, isOpen }) => ({
        code: 'repository-malformed',
        title: `${input} is not a list`,
        problem: `${input} is "${text}", which begins like a JSON list, but ${isOpen ? 'its end, the `]`, is missing' : 'is not valid JSON'}.`,
        fix: target_problems_fixList(input)
    }),
    'list-is-object': ({ input, text }) => ({
        code: 'repository-malformed',
        title: `${input} is not a list`,
        problem: `${input} is "${text}", which is not a list: it begins like a JSON object.`,
        fix: target_problems_fixList(input)
    }),
    'repository-malformed': ({ text }) => ({
        code: 'repository-malformed',
        title: 'repositories contains an invalid name',
        problem: `repositories contains "${text}", which cannot be the name of a repository.`,
        fix: fixRepository(text)
    }),
    'repository-id-malformed': ({ text }) => ({
        code: 'repository-malformed',
        title: 'repository-ids contains an invalid id',
        problem: `repository-ids contains "${text}", which cannot be the id of a repository.`,
        fix: 'list numbers, separated by commas or lines. To print an id: gh api repos/OWNER/NAME --jq .id'
    }),
    'installation-id-malformed': ({ text }) => ({
        code: 'installation-malformed',
        title: 'installation-id is not a number',
        problem: `installation-id is "${text}", which cannot be the id of an installation.`,
        fix: "use the number at the end of the address of the installation's settings page, or set `owner` instead."
    }),
    'workflow-owner-missing': ({ text }) => ({
        code: 'scope-unknown',
        title: 'No owner for the repositories',
        problem: `owner is not set, and GITHUB_REPOSITORY_OWNER ("${text}") names no account.`,
        fix: 'set `owner` to the account that owns the repositories.'
    }),
    'workflow-repository-missing': ({ text, reason }) => ({
        code: 'scope-unknown',
        title: 'No repository for the token',
        problem: `${reason === 'nothing-set' ? 'owner and repositories are not set' : 'owner is not set, repositories names nothing'}, and GITHUB_REPOSITORY ("${text}") names no repository.`,
        fix: 'set `owner`, or `owner` and `repositories`.'
    }),
    'repositories-name-none': ({ text }) => ({
        code: 'scope-unknown',
        title: 'repositories names nothing',
        problem: `repositories is "${text}". It is set, but names no repository.`,
        fix: 'name the repositories. If the token is for all repositories that the App can reach there, remove `repositories`.'
    }),
    'repository-ids-without-owner': () => ({
        code: 'scope-conflict',
        title: 'repository-ids needs an owner',
        problem: 'repository-ids is set, but owner and installation-id are not. An id alone does not say who owns the repository.',
        fix: 'set `owner` to the account that owns the repositories.'
    }),
    'repository-ids-with-owners': ({ count }) => ({
        code: 'scope-conflict',
        title: 'repository-ids works with one owner only',
        problem: `repository-ids is set together with ${count} accounts in owner. An id does not say which of them owns the repository.`,
        fix: 'name the repositories as `owner/name` in `repositories`, or use a step for each owner.'
    }),
    'installation-id-with-owners': ({ count }) => ({
        code: 'scope-conflict',
        title: 'installation-id works with one owner only',
        problem: `installation-id is set together with ${count} accounts in owner. An installation is on one account.`,
        fix: 'remove `installation-id`. The action finds the installation of each owner.'
    }),
    'installation-id-with-accounts': ({ named: [one, other] }) => ({
        code: 'repository-owner-mismatch',
        title: 'An installation is on one account',
        problem: `installation-id is set, but the inputs name two accounts: ${one} and ${other}. An installation is on one account.`,
        fix: 'to get a token for each account in `owner`, remove `installation-id`. Otherwise name one account only.'
    }),
    'enterprise-with-others': ({ inputs }) => ({
        code: 'scope-conflict',
        title: 'enterprise cannot be combined',
        problem: `enterprise is set together with ${inputs.join(' and ')}. A token is either for an enterprise or for the repositories of an account.`,
        fix: `remove \`enterprise\`, or remove ${inputs.map((name) => `\`${name}\``).join(' and ')}.`
    }),
    'git-credentials-with-enterprise': () => ({
        code: 'scope-conflict',
        title: 'git-credentials needs repositories',
        problem: 'git-credentials is true, but enterprise is set. A token for an enterprise cannot reach repositories.',
        fix: 'remove `git-credentials`, or set it in another step that names `owner`.'
    }),
    'repository-of-other-owner': ({ entry, owner, owners, isOwnerSet }) => {
        const list = owners.join(', ');
        const ours = isOwnerSet ? 'owner is' : 'owner is not set, so the owner is';
        return {
            code: 'repository-owner-mismatch',
            title: 'A repository belongs to an owner that is not named',
            problem: `repositories contains ${entry}, but ${owners.length > 1 ? 'owner names' : ours} ${list}.`,
            fix: owner === undefined
                ? 'list names of repositories, and set `owner` to the account that owns them.'
                : `if ${owner} owns all of them, set \`owner: ${owner}\`. For several owners, set \`owner: ${list}, ${owner}\` and write each repository as \`owner/name\`.`
        };
    },
    'owner-without-repository': ({ owner }) => ({
        code: 'scope-conflict',
        title: 'An owner without a repository',
        problem: `owner names ${owner}, but repositories names no repository of this account.`,
        fix: `add \`${owner}/NAME\` to \`repositories\`, or remove ${owner} from \`owner\`. For every repository in ${owner}, use another step.`
    }),
    'repository-without-owner': ({ name, owners }) => ({
        code: 'scope-conflict',
        title: 'A repository without its owner',
        problem: `repositories contains "${name}", but owner names ${owners.length} accounts: ${owners.join(', ')}.`,
        fix: `write it with its owner, such as \`${owners[0]}/${names_isName(name) ? name : 'NAME'}\`.`
    }),
    'too-many-owners': ({ count }) => ({
        code: 'scope-too-large',
        title: 'Too many owners for one step',
        problem: `owner names ${count} accounts. One step creates tokens for at most ${MAX_OWNERS}.`,
        fix: 'use several steps.'
    }),
    'too-many-repositories': ({ count, owner }) => ({
        code: 'scope-too-large',
        title: 'Too many repositories for one token',
        problem: `${count} repositories${owner === '' ? '' : ` of ${owner}`} are named. GitHub accepts at most ${MAX_REPOSITORIES} for one token.`,
        fix: `use several steps. Or remove \`repositories\`: the token then covers every repository that the App can reach there.`
    })
};
function target_problems_fixList(input) {
    return input === 'repositories'
        ? 'write `["hello", "lib"]`, or without brackets and quotes `hello, lib`.'
        : 'write `[101, 102]`, or without brackets `101, 102`.';
}
/** What people write in a list of repositories, and what to do instead. The first that fits. */
const REPOSITORY_FIXES = [
    [/^[-*+]\s/, 'remove the dash before each name: the value is text, not a YAML list.'],
    [
        /\*/,
        'list names: there are no patterns. For every repository that the App can reach in an account, set `owner` and remove `repositories`.'
    ],
    [/#/, 'remove `#` and what follows it. Comments are not possible here.'],
    [/^!/, 'list only names that the token is for: a repository cannot be excluded.'],
    [/^["'`]|["'`]$/, 'remove the quotes.'],
    [
        /^[\w./-]+@[\w./-]+$/,
        'remove `@` and what follows it: a token is for a repository, not for a branch or a tag.'
    ],
    [
        /^[\w./-]+(?:\s+[\w./-]+)+$/,
        'separate names with commas or lines. If each name is in a line of its own, write `repositories: |`, not `repositories: >`, which puts the lines together.'
    ]
];
function fixRepository(text) {
    const known = REPOSITORY_FIXES.find(([like]) => like.test(text))?.[1];
    return known ?? 'list names such as `hello` or `octo-org/hello`, separated by commas or lines.';
}
/** What a person reads about a token that this action refuses to create. */
const GRANT_PROBLEMS = {
    'installation-found-elsewhere': ({ account }) => ({
        code: 'installation-mismatch',
        title: 'GitHub found an installation on another account',
        problem: `GitHub answered the lookup of ${account} with an installation on another account. The action creates no token for an account that the workflow does not name.`,
        fix: `if ${account} was renamed, use its new name.`
    }),
    'installation-of-other-account': ({ id, owner }) => ({
        code: 'installation-mismatch',
        title: 'The installation is on another account',
        problem: `installation-id is ${id}, but that installation is not on ${owner}, which the workflow names. The action outputs no token.`,
        fix: 'correct `installation-id`, or remove it. The action then finds the installation of `owner`.'
    }),
    'repository-moved-away': ({ repository }) => ({
        code: 'repository-moved',
        title: 'The repository has moved to another owner',
        problem: `${repository} has moved to another owner. The action creates no token for an owner that the workflow does not name.`,
        fix: 'set `owner` and `repositories` to its new place.'
    }),
    'nothing-to-read': ({ subject }) => ({
        code: 'permissions-not-granted',
        title: 'The App can read nothing',
        problem: `permissions is read-all, but the App has no permission for ${subject} that can be read.`,
        fix: 'name the permissions that the job needs.'
    })
};

;// CONCATENATED MODULE: ./src/explain/token-service/rules.ts





/** Explains why a token service gave no token. Pure. */
function explainTokenServiceRefusal({ service, asked, error }) {
    const { reply, attempts } = error;
    const facts = {
        host: tokenServiceName(service),
        policy: (0,src_printable/* printable */.g)(service.trustPolicy),
        scope: (0,src_printable/* printable */.g)(asked.scope),
        file: `.github/chainguard/${(0,src_printable/* printable */.g)(service.trustPolicy)}.sts.yaml`,
        repository: (0,src_printable/* printable */.g)(`${asked.owner}/${asked.repository ?? '.github'}`),
        audience: service.oidc.audience,
        message: tokenServiceMessage(reply),
        reply,
        attempts: attempts.length
    };
    for (const rule of RULES) {
        const explanation = rule(facts);
        if (explanation !== undefined)
            return explanation;
    }
    return refused(facts);
}
function refused(facts) {
    return {
        code: 'token-service-refused',
        title: 'The token service refused the request',
        problem: `${refusalText(facts)}.`,
        fix: `ask those who run ${facts.host}. The details above show the claims that were sent.`
    };
}
/** What was refused, and in which words. */
function refusalText({ host, scope, message, reply }) {
    const words = message === '' ? '' : `: ${quote(message)}`;
    return `${host} refused a token for ${scope} with ${reply.status}${words}`;
}
/** In order: the first that applies. The words are those of octo-sts, which other servers copy. */
const RULES = [
    rules_redirected,
    rules_otherServer,
    rules_unavailable,
    rules_notInstalled,
    badPolicy,
    noPolicy,
    wrongAudience,
    rules_wrongClaim,
    notGranted,
    notTrusted
];
function rules_redirected({ host, reply }) {
    if (reply.status < 300 || reply.status > 399)
        return undefined;
    const to = reply.location === undefined ? '' : ` to ${(0,src_printable/* printable */.g)(reply.location)}`;
    return {
        code: 'token-service-other-server',
        title: 'Something other than a token service answered',
        problem: `${host} answered ${reply.status}, a redirect${to}. A token service sends none, so nothing was sent there.`,
        fix: rules_CHECK_ADDRESS
    };
}
const rules_CHECK_ADDRESS = "check `token-service` and the runner's proxy. It is the host that answers at /sts/exchange.";
function rules_otherServer({ host, reply }) {
    const isSuccess = reply.status < 300;
    const isPage = isWebPage(reply);
    if (!isSuccess && !isPage)
        return undefined;
    return {
        code: 'token-service-other-server',
        title: 'Something other than a token service answered',
        problem: `${host} answered ${reply.status}, but ${isPage ? 'with a web page' : 'without a token (one word of 20 to 4,096 visible characters)'}. Nothing of the answer is used.`,
        fix: rules_CHECK_ADDRESS
    };
}
function rules_unavailable({ host, message, reply, attempts }) {
    if (reply.status < 500 && reply.status !== 408 && reply.status !== 429)
        return undefined;
    const words = message === '' ? '' : `: ${quote(message)}`;
    return {
        code: 'token-service-unavailable',
        title: 'The token service is not available',
        problem: `${host} answered ${reply.status} ${times(attempts)}${words}.`,
        fix: `run the job again later. If it fails again, ask those who run ${host}.`
    };
}
function rules_notInstalled(facts) {
    const isInstallation = /installation (?:\d+ )?(?:not )?found|no installation/i.test(facts.message);
    if (!isInstallation && !/no GitHub App configured/i.test(facts.message))
        return undefined;
    const [owner = ''] = facts.scope.split('/');
    return {
        code: 'token-service-not-installed',
        title: 'The App of the token service is not installed',
        problem: `${refusalText(facts)}.\nIts App is not installed on ${owner}, or ${owner} is misspelt. Some services compare upper and lower case.`,
        fix: `ask an owner of ${owner} to install the App of ${facts.host}, or correct the owner. The service can need five minutes to see a new installation.`
    };
}
function badPolicy(facts) {
    if (!/unable to (?:parse|compile|read) trust policy/i.test(facts.message))
        return undefined;
    return {
        code: 'token-service-bad-policy',
        title: 'The trust policy cannot be read',
        problem: `${refusalText(facts)}.\nThe file ${facts.file} in ${facts.repository} is not a valid policy.`,
        fix: 'correct the file: one of `issuer` and `issuer_pattern`, one of `subject` and `subject_pattern`, only names that the service knows, and patterns in the syntax of Go (RE2). The service can need five minutes to see the change.'
    };
}
function noPolicy(facts) {
    if (facts.reply.status !== 404 && !/unable to find trust policy/i.test(facts.message)) {
        return undefined;
    }
    return {
        code: 'token-service-no-policy',
        title: 'The token service found no trust policy',
        problem: `${refusalText(facts)}.\nIt looks for ${facts.file} in ${facts.repository}, on the default branch.`,
        fix: `create this file there, or correct \`trust-policy\`. If it exists, the App of ${facts.host} must be able to read ${facts.repository}. The service can need five minutes to see a new file.`
    };
}
function wrongAudience(facts) {
    if (!/\baudience(?:_pattern)? ".*?" did not match|\baud(?:ience)?\b/i.test(facts.message)) {
        return undefined;
    }
    return {
        code: 'token-service-audience',
        title: 'The token service expects another audience',
        problem: `${refusalText(facts)}.\nThe audience that was sent is ${(0,src_printable/* printable */.g)(facts.audience)}.`,
        fix: `set \`audience\` to the one in the trust policy, or correct \`audience\` in ${facts.file} of ${facts.repository}.`
    };
}
function rules_wrongClaim(facts) {
    const { message } = facts;
    const claim = /\b(issuer|subject) ".*?" did not match/i.exec(message)?.[1] ??
        /claim "?([\w-]+)"? (?:did not match|not found|not a string)/i.exec(message)?.[1];
    if (claim === undefined)
        return undefined;
    const isSubject = claim === 'subject';
    return {
        code: 'token-service-claims',
        title: 'The trust policy does not match this job',
        problem: [
            `${refusalText(facts)}.`,
            `The details above show what this job sent (${isSubject ? 'sub' : (0,src_printable/* printable */.g)(claim)}).`,
            ...(isSubject
                ? [
                    'New, renamed and moved repositories have their ids in sub since July 2026: the details have both spellings.'
                ]
                : [])
        ].join('\n'),
        fix: `correct the policy in ${facts.file} of ${facts.repository}, or run the job where it matches (branch, environment, event).`
    };
}
function notGranted(facts) {
    if (!/token exchange failure|StatusUnprocessableEntity/i.test(facts.message))
        return undefined;
    return {
        code: 'token-service-not-granted',
        title: 'The trust policy allows more than the App has',
        problem: `${refusalText(facts)}.\nGitHub refused what the policy asks for: a permission that the App was not granted, or a repository that it cannot reach.`,
        fix: `compare \`permissions\` in ${facts.file} of ${facts.repository} with what the App of ${facts.host} was granted, and add ${facts.scope} to the installation.`
    };
}
function notTrusted(facts) {
    const { message, reply, host } = facts;
    const isIssuer = /issuer|provider/i.test(message);
    if (reply.status !== 401 && !isIssuer)
        return undefined;
    return {
        code: 'token-service-claims',
        title: "The token service does not trust the job's OIDC token",
        problem: `${refusalText(facts)}.\n${isIssuer ? 'It does not accept tokens of this GitHub: the details above show its address (iss).' : 'It could not verify the OIDC token of this job. The details above show who issued it (iss).'}`,
        fix: `ask those who run ${host} whether it trusts this issuer, and can reach it. Then run the job again.`
    };
}

;// CONCATENATED MODULE: ./src/explain/token-service/explain.ts









/** Explains why a token service gave no token that can be used. */
function explainTokenService(context) {
    const { error } = context;
    const { cause, stage } = error;
    if (cause instanceof errors/* UnreachableError */.Jk) {
        return explainUnreachable({ ...context, error: cause }, placeOf(stage, cause));
    }
    switch (stage) {
        case 'oidc':
            return explainOidc(cause);
        case 'exchange':
            return explainTokenServiceRefusal({
                service: error.service,
                asked: error.asked,
                error: cause
            });
        case 'reach':
            return explainReading({ ...context, error: cause }, error);
    }
}
/** Undefined for GitHub itself. */
function placeOf(stage, cause) {
    switch (stage) {
        case 'oidc':
            return oidcService(cause);
        case 'exchange':
            return {
                server: 'token-service',
                url: new URL(cause.url).origin,
                input: 'token-service'
            };
        case 'reach':
            return undefined;
    }
}
function explainOidc({ reply, attempts }) {
    return (explainOidcRefusal(reply) ?? {
        code: 'token-service-unavailable',
        title: "GitHub's OIDC service is not available",
        problem: `GitHub's OIDC service answered ${reply.status} ${times(attempts.length)}, without an OIDC token.`,
        fix: "run the job again later. If it fails again, check the runner's proxy."
    });
}
/** GitHub did not say what the token reaches. */
function explainReading(context, { service, asked }) {
    for (const rule of NETWORK_RULES) {
        const explanation = rule(context);
        if (explanation !== undefined)
            return explanation;
    }
    const { status, message } = context.error.reply;
    return {
        code: 'token-service-reach',
        title: 'What the token reaches could not be read',
        problem: `GitHub answered ${status} (${quote(message)}), when it was asked what the token of ${tokenServiceName(service)} for ${(0,src_printable/* printable */.g)(asked.scope)} reaches. So the token is not output.`,
        fix: 'check that the token service creates installation tokens for this GitHub. For another one, set `github-api-url`.'
    };
}
/** A token reaches something else than was asked for. */
function explainReach({ service, asked, reached }) {
    const host = tokenServiceName(service);
    const scope = (0,src_printable/* printable */.g)(asked.scope);
    return {
        code: 'token-service-reach',
        title: 'The token reaches something else than was asked for',
        problem: `${host} was asked for a token for ${scope}, and gave one that reaches ${describeReach(asked, reached)}. It is not output.`,
        fix: asked.repository === undefined
            ? `correct the trust policy ${(0,src_printable/* printable */.g)(service.trustPolicy)} in ${(0,src_printable/* printable */.g)(asked.owner)}/.github (\`repositories\`), or ask those who run ${host}.`
            : `if ${scope} was renamed, use its new name. Otherwise, do not use this service, and ask those who run ${host}: a token for one repository must reach only this one.`
    };
}
/** Only what the workflow names may be in the log, so the others are not named. */
function describeReach(asked, { count, owners }) {
    if (count === 0)
        return 'no repository';
    if (owners.some((one) => !names_sameName(one, asked.owner)))
        return 'repositories of another owner';
    const isOther = asked.repository !== undefined && count === 1;
    return isOther ? 'another repository' : counted(count, 'repository', 'repositories');
}

;// CONCATENATED MODULE: ./src/explain/token-service/problems.ts
/** What a person reads about the inputs for a token service. */
const TOKEN_SERVICE_PROBLEMS = {
    'token-service-malformed': ({ mistake }) => ({
        code: 'token-service-malformed',
        title: 'token-service is not the address of a service',
        problem: `token-service ${problems_describeAddress(mistake)}.`,
        fix: 'write the host of the service, such as `token-service: octo-sts.dev`, or an address with https: and nothing behind the host.'
    }),
    'token-service-incomplete': ({ missing }) => {
        const set = missing === 'token-service' ? 'trust-policy' : 'token-service';
        return {
            code: 'token-service-incomplete',
            title: 'An input for the token service is empty',
            problem: `${set} is set, but ${missing} is empty.`,
            fix: `set \`${missing}\`, or remove \`${set}\`. If it comes from a variable, check the name and the context: \`vars.NAME\`.`
        };
    },
    'trust-policy-malformed': ({ text, meant }) => ({
        code: 'token-service-malformed',
        title: 'trust-policy is not the name of a policy',
        problem: `trust-policy is "${text}"${meant === '' ? ', which is not a valid value' : '. That is the name of a file. Write the name of the policy'}.`,
        fix: meant === ''
            ? 'write the name of the file `.github/chainguard/NAME.sts.yaml`, such as `trust-policy: release`.'
            : `write \`trust-policy: ${meant}\`.`
    }),
    'token-service-audience-refused': ({ audience, cloud, isInput }) => ({
        code: 'token-service-audience',
        title: 'This audience is not allowed for a token service',
        problem: `${isInput ? 'audience' : 'The host of token-service'} is "${audience}". With an OIDC token for it, the token service could log in to ${cloud} as this job.`,
        fix: isInput
            ? 'remove `audience`. Then it is the host of the token service.'
            : 'correct `token-service`.'
    }),
    'token-service-with-others': ({ inputs }) => ({
        code: 'token-service-conflict',
        title: 'Some inputs have no effect with token-service',
        problem: [
            `token-service is set, and ${inputs.length === 1 ? 'this input has' : 'these inputs have'} no effect on its tokens:`,
            ...inputs.map((input) => `  ${input}: ${REASONS[input] ?? POLICY_DECIDES}.`)
        ].join('\n'),
        fix: `remove ${inputs.length === 1 ? 'it' : 'them'}, or remove \`token-service\` and use the App's key.`
    }),
    'token-service-with-repositories': ({ owner, count }) => ({
        code: 'token-service-conflict',
        title: 'A token service takes one repository for each owner',
        problem: `repositories names ${count} repositories of ${owner}, but a token service creates a token for one repository, or for an owner.`,
        fix: `use one step for each repository, or set \`owner: ${owner}\` without \`repositories\`. Then the trust policy in ${owner}/.github decides which repositories.`
    })
};
const POLICY_DECIDES = 'the trust policy decides what the token can do';
const OWN_APP = 'the service has an App of its own';
/** Why an input has no effect. */
const REASONS = {
    'client-id': OWN_APP,
    'app-id': OWN_APP,
    'repository-ids': 'the service takes the name of a repository',
    'installation-id': 'the service finds the installation',
    enterprise: 'the service takes an organization or a user'
};
function problems_describeAddress(mistake) {
    switch (mistake.mistake) {
        case 'not-an-address':
            return `is "${mistake.text}", which is neither a host nor a web address`;
        case 'not-only-a-host':
            return `is "${mistake.text}", which contains more than a host and a port`;
        case 'scheme':
            return `begins with "${mistake.scheme}", not with https:`;
        case 'credentials':
            return 'contains a user name or password';
        case 'not-encrypted':
            return 'begins with http:. Anyone on the network could read the token';
    }
}

;// CONCATENATED MODULE: ./src/explain/explain.ts
























/** The rules for what GitHub refused, in order: the first that applies explains it. */
const explain_RULES = [...NETWORK_RULES, ...CREDENTIAL_RULES, ...CREATION_RULES, ...LOOKUP_RULES];
/** Explains any failure in the words of the workflow. Pure; never fails. */
function explain(context) {
    const { error } = context;
    if (error instanceof problem/* ProblemError */.M)
        return explainProblems(error.problems);
    if (error instanceof GrantError)
        return [explainGrant({ ...context, error })];
    if (error instanceof errors/* UnreachableError */.Jk)
        return [explainUnreachable({ ...context, error })];
    if (error instanceof key_service_client/* KeyServiceError */.j2)
        return [explainKeyService({ ...context, error })];
    if (error instanceof TokenServiceError)
        return [explainTokenService({ ...context, error })];
    if (error instanceof ReachError)
        return [explainReach(error)];
    if (error instanceof errors/* RefusedError */.fk)
        return [explain_explainRefusal({ ...context, error })];
    return [unexpected(error)];
}
const TEXTS = {
    ...CREDENTIAL_PROBLEMS,
    ...INPUT_PROBLEMS,
    ...KEY_SERVICE_PROBLEMS,
    ...TOKEN_SERVICE_PROBLEMS,
    ...TARGET_PROBLEMS,
    ...PERMISSION_PROBLEMS,
    ...RUNNER_PROBLEMS,
    ...GRANT_PROBLEMS,
    ...RENEWAL_PROBLEMS
};
/** Explains what the action itself found. */
function explainProblems(problems) {
    const [first, ...others] = problems;
    return merged([explainProblem(first), ...others.map(explainProblem)]);
}
/** Explanations of which each is about one entry of a list. */
const OF_ENTRIES = new Set([
    'repository-malformed',
    'repository-owner-mismatch'
]);
/** At most this many entries are named. */
const MAX_ENTRIES = 10;
/** Entries of one list that need the same remedy become one explanation. */
function merged(all) {
    const groups = new Map();
    for (const [at, one] of all.entries()) {
        const key = OF_ENTRIES.has(one.code) ? `${one.title}\n${one.fix}` : String(at);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [one]);
        else
            group.push(one);
    }
    const [first = all[0], ...others] = [...groups.values()].map(withEntries);
    return [first, ...others];
}
function withEntries(group) {
    const problems = group.slice(0, MAX_ENTRIES).map(({ problem }) => problem);
    const more = group.length - problems.length;
    const rest = more > 0 ? [`and ${more} more.`] : [];
    return { ...group[0], problem: [...problems, ...rest].join('\n') };
}
function explainProblem(problem) {
    // TypeScript does not see that the entry belongs to the kind; the type of the table does.
    const text = TEXTS[problem.kind];
    return text(problem);
}
function explain_explainRefusal(context) {
    for (const rule of explain_RULES) {
        const explanation = rule(context);
        if (explanation !== undefined)
            return explanation;
    }
    const { status, message } = context.error.reply;
    return {
        code: 'github-refused',
        title: `GitHub answered ${status}`,
        problem: `GitHub refused the request with ${status}: ${quote(message)}.`,
        fix: 'see the details above. https://docs.github.com/rest/apps describes the requests.'
    };
}
function unexpected(error) {
    return {
        code: 'unexpected',
        title: 'Something went wrong inside this action',
        problem: `Something went wrong inside this action: ${(0,src_printable/* printable */.g)(nameOf(error))}.`,
        fix: 'please report it with the details above.'
    };
}
function nameOf(error) {
    const [name, code] = [(0,json/* textField */.M8)(error, 'name'), (0,json/* textField */.M8)(error, 'code')];
    return code === '' ? name : `${name} (${code})`;
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var proxy = __webpack_require__(9783);
;// CONCATENATED MODULE: ./src/http/proxy-address.ts


/**
 * Reads the value of a proxy variable; an address without a scheme is taken as `http://`.
 * Problem: `proxy-malformed`, since falling back to a direct connection would go around the proxy.
 *
 * @param variable the name of the variable, for the message
 */
function parseProxy(variable, text) {
    const mistake = mistakeIn(text);
    if (mistake !== undefined)
        return parsed_invalid({ kind: 'proxy-malformed', variable, mistake });
    const withScheme = SCHEME.test(text) ? text : `http://${text}`;
    try {
        const url = new URL(withScheme);
        const user = decodeURIComponent(url.username);
        const password = decodeURIComponent(url.password);
        if (proxy_address_HOST.test(url.hostname)) {
            return parsed_valid({ url: url.href, secrets: proxy_address_credentials(user, password, guessSecrets(text)) });
        }
    }
    catch {
        // Falls through to the one explanation: what exactly is wrong with it may hold the password.
    }
    return parsed_invalid({ kind: 'proxy-malformed', variable, mistake: { mistake: 'not-an-address' } });
}
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** A host as `URL` writes it. `URL` accepts more, such as quotes. */
const proxy_address_HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/i;
/**
 * What `URL` would accept, and read as something else than was meant. For `URL`, a host ends at the
 * first of `/`, `\`, `?` and `#`. If one of them is in a password, `URL` takes a part of the password
 * for the host, and its name would get to the name server and into the log.
 */
function mistakeIn(text) {
    if (/^["'`“”‘’]|["'`“”‘’]$/.test(text))
        return { mistake: 'quotes' };
    const scheme = /^([a-z][a-z0-9+.-]{0,15}):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
        return { mistake: 'scheme', scheme: (0,src_printable/* printable */.g)(scheme) };
    }
    const rest = text.replace(SCHEME, '');
    const isCutShort = /[?#]/.test(rest) || /[/\\]/.test(rest.slice(0, rest.lastIndexOf('@') + 1));
    return isCutShort ? { mistake: 'not-encoded' } : undefined;
}
/** Everything before the last `@`, which may be a password even where the address makes no sense. */
function guessSecrets(text) {
    const authority = text.replace(SCHEME, '');
    const end = authority.lastIndexOf('@');
    if (end < 0)
        return [];
    const userinfo = authority.slice(0, end);
    return [userinfo, userinfo.slice(userinfo.indexOf(':') + 1)].filter(isMaskable);
}
function proxy_address_credentials(user, password, guessed) {
    const found = [...guessed, password, `${user}:${password}`];
    return [...new Set(password === '' ? guessed : found.filter(isMaskable))];
}
/** Masking one to three characters would shred the log and hide nothing. */
function isMaskable(text) {
    return text.length >= 4;
}

;// CONCATENATED MODULE: ./src/http/proxy.ts



/**
 * Settles whether a proxy is used for an API, as the environment says, and writes its address back
 * in the one form that `@actions/http-client` takes from there: it would silently connect directly
 * if it cannot read it. The value: what must be masked. Problem: `proxy-malformed`.
 *
 * @param env `process.env` itself: `@actions/http-client` reads `NO_PROXY` and the proxy from there
 */
function normalizeProxy(env, apiUrl) {
    const setting = findProxy(env, new URL(apiUrl));
    if (setting === undefined)
        return parsed_valid([]);
    const proxy = parseProxy(spelling(env, setting.name), setting.value);
    if (!proxy.ok)
        return proxy;
    env[setting.variable] = proxy.value.url;
    return parsed_valid(proxy.value.secrets);
}
/** Whether requests to a URL go through a proxy, or would if its address could be read. */
function isProxied(env, url) {
    return findProxy(env, url) !== undefined;
}
function findProxy(env, url) {
    const variable = `${url.protocol.replace(':', '')}_proxy`;
    const setting = [variable, variable.toUpperCase()]
        .map((name) => ({ variable, name, value: (env[name] ?? '').trim() }))
        .find(({ value }) => value !== '');
    // The library itself says whether `NO_PROXY` or the loopback excepts this URL from any proxy.
    return setting === undefined || (0,proxy/* checkBypass */.H)(url) ? undefined : setting;
}
/** The name as it was set: on Windows a variable is found in any letter case. */
function spelling(env, name) {
    const names = Object.keys(env).filter((one) => one.toLowerCase() === name.toLowerCase());
    const [spelt = name] = names;
    return names.includes(name) ? name : spelt;
}

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
;// CONCATENATED MODULE: ./setup/problem.ts
/** The setup cannot go on. Never holds a secret. */
class SetupError extends Error {
    name = 'SetupError';
    problem;
    constructor(problem, options) {
        super(problem.kind, options);
        this.problem = problem;
    }
}
/** The person ended the setup. */
class StoppedError extends Error {
    name = 'StoppedError';
    constructor() {
        super('stopped');
    }
}

;// CONCATENATED MODULE: ./setup/options.ts



/** Checks the options, and makes them into what the setup works with. Raises {@link SetupError}. */
function readFlags(flags) {
    checkEmpty(flags);
    checkTogether(flags);
    const { account, repositories } = readTarget(flags);
    return {
        host: readHost(flags.host),
        account,
        accountType: flags.org === undefined ? flags.account : 'organization',
        repositories,
        storage: readStorage(flags, repositories),
        variable: flags.variable,
        secret: flags.secret,
        replaces: flags.replace === true,
        permissions: flags.permission,
        from: flags.from,
        appName: readAppName(flags.name),
        port: flags.port,
        wait: flags.wait * 1000,
        opensBrowser: flags.browser,
        isDryRun: flags.dryRun === true,
        resume: readResume(flags)
    };
}
/** Two options that contradict each other, and why. */
const CONTRADICTIONS = [
    ['repo', 'org', 'both values are stored in one place'],
    ['kmsKey', 'org', 'the client ID is stored in a repository then'],
    ['kmsKey', 'env', 'the key goes to the service, not to an environment']
];
/** Options that make no sense without another one. */
const options_NEEDS = [
    ['env', 'repo'],
    ['repos', 'org'],
    ['org', 'repos'],
    ['wrappingKey', 'kmsKey'],
    ['app', 'resume'],
    ['clientId', 'resume']
];
/** A variable of the shell that is not set leaves an empty value: it must not mean another place. */
function checkEmpty(flags) {
    const empty = Object.entries(flags).find(([, value]) => value === '');
    if (empty !== undefined)
        throw options_malformed(optionName(empty[0]), '');
}
function checkTogether(flags) {
    const isSet = (flag) => flags[flag] !== undefined;
    const contradictions = flags.resume === true
        ? CONTRADICTIONS
        : [...CONTRADICTIONS, ['kmsKey', 'keyFile', 'the key goes to one place']];
    for (const [one, other, why] of contradictions) {
        if (!isSet(one) || !isSet(other))
            continue;
        const names = { one: optionName(one), other: optionName(other) };
        throw new SetupError({ kind: 'options-contradict', ...names, why });
    }
    for (const [one, other] of options_NEEDS)
        if (isSet(one) && !isSet(other))
            throw options_missing(one, other);
    if (flags.store)
        return;
    for (const other of ['resume', 'keyFile'])
        if (!isSet(other))
            throw options_missing('noStore', other);
}
function options_missing(one, other) {
    const why = `${optionName(one)} needs it`;
    return new SetupError({ kind: 'option-missing', option: optionName(other), why });
}
/** `keyFile` as people write it: `--key-file`. */
function optionName(flag) {
    return `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
function readTarget({ repo, org, repos = '' }) {
    if (org !== undefined)
        return organizationTarget(org, repos);
    if (repo === undefined) {
        const why = 'the App belongs to the owner of a repository';
        throw new SetupError({ kind: 'option-missing', option: '--repo', why });
    }
    const [owner = '', name = '', ...rest] = repo.split('/');
    if (!names_isName(owner) || !names_isName(name) || rest.length > 0)
        throw options_malformed('--repo', repo);
    return { account: owner, repositories: [repo] };
}
function organizationTarget(org, repos) {
    if (!names_isName(org))
        throw options_malformed('--org', org);
    const names = names_splitList(repos).map((name) => name.replace(`${org}/`, ''));
    if (names.length === 0 || !names.every(names_isName))
        throw options_malformed('--repos', repos);
    return { account: org, repositories: names.map((name) => `${org}/${name}`) };
}
function options_malformed(option, text) {
    return new SetupError({ kind: 'name-malformed', option, text });
}
function readStorage(flags, repositories) {
    const { org, env, keyFile, kmsKey, wrappingKey, repo = '' } = flags;
    if (kmsKey !== undefined)
        return keyService(kmsKey, wrappingKey);
    const isKept = flags.resume !== true || !flags.store;
    if (keyFile !== undefined && isKept)
        return { kind: 'file', path: keyFile };
    if (org !== undefined) {
        const names = repositories.map((full) => full.slice(org.length + 1));
        return { kind: 'organization', organization: org, repositories: names };
    }
    return env === undefined
        ? { kind: 'repository', repository: repo }
        : { kind: 'environment', repository: repo, environment: env };
}
/** The services whose imports take a key that is wrapped here. */
const WRAPPED = /^(?:awskms:\/\/[^/]*\/arn:[\w:/-]+|(?:hashivault|openbao):\/\/[\w/.-]+)$/;
function keyService(key, wrappingKey) {
    if (!WRAPPED.test(key))
        throw new SetupError({ kind: 'key-service-unknown', key });
    if (wrappingKey === undefined)
        throw new SetupError({ kind: 'wrapping-key-missing', key });
    return { kind: 'key-service', key, wrappingKey };
}
/** GitHub takes no longer names of Apps. */
const MAX_APP_NAME_LENGTH = 34;
function readAppName(name) {
    if (name === undefined)
        return undefined;
    if (name.length <= MAX_APP_NAME_LENGTH && /^[\w. -]*\w[\w. -]*$/.test(name))
        return name;
    throw options_malformed('--name', name);
}
function readResume({ resume, app, clientId, keyFile }) {
    if (resume !== true)
        return undefined;
    if (app !== undefined && !names_isName(app))
        throw options_malformed('--app', app);
    if (clientId !== undefined && !/^[\w.]{1,60}$/.test(clientId))
        throw options_malformed('--client-id', clientId);
    return { slug: app, clientId, keyFile };
}
function readHost(text) {
    const address = text.includes('://') ? text : `https://${text}`;
    const api = parseApiUrl(address, { apiUrl: '', serverUrl: '' });
    if (!api.ok)
        throw options_malformed('--host', text);
    const url = new URL(api.value.webUrl);
    if (url.protocol !== 'https:' && !api_url_isLoopback(url.hostname))
        throw options_malformed('--host', text);
    return { name: url.host, webUrl: url.origin, apiUrl: api.value.url };
}

;// CONCATENATED MODULE: ./setup/arguments.ts




/**
 * Reads the arguments. Raises {@link SetupError} for those that cannot be used.
 *
 * @param args without node and the script
 * @param command how this program is started, for the help
 */
function parseArguments(args, command) {
    let text = '';
    let flags;
    const program = describe(command, (line) => {
        text += line;
    });
    setupCommand(program).action((given) => {
        flags = given;
    });
    try {
        program.parse(args, { from: 'user' });
    }
    catch (error) {
        if (!(error instanceof esm/* CommanderError */.b7))
            throw error;
        if (error.exitCode === 0)
            return { kind: 'text', text };
        // Without a command, commander asks for the help as if it were an error.
        if (error.code === 'commander.help')
            return { kind: 'text', text: program.helpInformation() };
        const said = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
        throw new SetupError({ kind: 'options-unreadable', said });
    }
    if (flags === undefined)
        return { kind: 'text', text: program.helpInformation() };
    return { kind: 'setup', options: readFlags(flags) };
}
function describe(command, write) {
    return new esm/* Command */.uB(command)
        .description('Registers a GitHub App for the action github-app-token, and stores its key.')
        .helpCommand(false)
        .exitOverride()
        .configureOutput({ writeOut: write, writeErr: () => undefined });
}
function setupCommand(program) {
    return program
        .command('setup')
        .description('From nothing to a working step: App, key, installation, proof.')
        .option('--repo <owner/name>', 'the repository whose workflows use the App')
        .option('--env <name>', "store both values in this environment of the repository's settings")
        .option('--org <organization>', 'store both values in this organization')
        .option('--repos <names>', 'with --org: the repositories that may use them, as hello,lib')
        .option('--permission <name=level>', 'what the App needs, such as contents=write; can be repeated', (value, before) => [...before, ...names_splitList(value)], [])
        .option('--from <path>', 'read what the App needs from workflows: a folder or a file')
        .option('--name <name>', "the App's name, at most 34 characters")
        .option('--host <host>', 'Enterprise Server or data residency', 'github.com')
        .addOption(new esm/* Option */.c$('--account <type>', 'what the owner is, if it cannot be looked up').choices([
        'organization',
        'user'
    ]))
        .option('--variable <name>', 'the variable for the client ID', variableName, 'APP_CLIENT_ID')
        .option('--secret <name>', 'the secret for the key', variableName, 'APP_PRIVATE_KEY')
        .option('--replace', 'replace a secret or variable that has this name')
        .option('--key-file <path>', 'write the key into a file; with --resume: read it from there')
        .option('--kms-key <uri>', 'wrap the key for this key service: awskms:///… or hashivault://…')
        .option('--wrapping-key <path>', 'with --kms-key: the public key that the service gave')
        .option('--port <number>', 'the port of the local page', port, 0)
        .option('--wait <seconds>', 'how long to wait for the installation', seconds, 1800)
        .option('--no-browser', 'open no browser, only print the addresses')
        .option('--dry-run', 'show what would be done; ask and change nothing')
        .option('--resume', 'go on with an App that exists')
        .option('--no-store', 'with --resume and --key-file: leave the key in its file')
        .option('--app <slug>', "with --resume: the App's name in addresses")
        .option('--client-id <id>', "with --resume: the App's client ID")
        .exitOverride()
        .configureOutput(program.configureOutput());
}
function port(text) {
    const number = Number(text);
    if (/^\d{1,5}$/.test(text) && number > 0 && number < 65_536)
        return number;
    throw new esm/* InvalidArgumentError */.Di('A port is a number from 1 to 65535.');
}
function seconds(text) {
    if (/^\d{1,5}$/.test(text))
        return Number(text);
    throw new esm/* InvalidArgumentError */.Di('Write a number of seconds.');
}
/** https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets */
function variableName(text) {
    if (/^(?!GITHUB_)[A-Z_][A-Z0-9_]{0,99}$/i.test(text))
        return text.toUpperCase();
    throw new esm/* InvalidArgumentError */.Di('A name has letters, digits and underscores, and does not begin with a digit or GITHUB_.');
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./setup/gh.ts



/**
 * Runs GitHub's gh command, as the person who is logged in there: https://cli.github.com.
 * A secret goes to its standard input, never into its arguments or its environment.
 */
class Gh {
    #host;
    #env;
    /**
     * @param host the GitHub to use, such as `github.com`
     * @param env the variables of the person's terminal
     */
    constructor(host, env) {
        this.#host = host;
        this.#env = { ...env, GH_HOST: host, GH_PROMPT_DISABLED: '1', NO_COLOR: '1' };
    }
    /** Runs a command. Raises {@link SetupError} if gh is missing or not logged in. */
    async ask(args, input = '') {
        const answer = await run(args, input, this.#env);
        const isLoggedOut = !answer.isOk && /gh auth (?:login|refresh)|HTTP 401/.test(answer.said);
        if (!isLoggedOut)
            return answer;
        throw new SetupError({ kind: 'gh-logged-out', host: this.#host, said: answer.said });
    }
    /** Runs a command that must work. Raises {@link SetupError} if it does not. */
    async run(args, input = '') {
        const { isOk, output, said } = await this.ask(args, input);
        if (isOk)
            return output;
        throw new SetupError({ kind: 'gh-refused', command: ghCommand(args), said });
    }
    /** Runs a command that must answer with a list in JSON. Raises {@link SetupError} if it does not. */
    async list(args) {
        const output = await this.run(args);
        const list = gh_readList(output);
        if (list !== undefined)
            return list;
        const said = (0,src_printable/* printable */.g)(output, MAX_SAID_LENGTH);
        throw new SetupError({ kind: 'gh-refused', command: ghCommand(args), said });
    }
}
/** A list in JSON; undefined if the text is none. */
function gh_readList(text) {
    try {
        const value = JSON.parse(text);
        return Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** A command as people type it. */
function ghCommand(args) {
    return ['gh', ...args].map(quotedWord).join(' ');
}
/** A word of a command as a shell takes it. */
function quotedWord(word) {
    return /^[\w./:=@,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
const MAX_SAID_LENGTH = 400;
/** A command of gh sends some requests at most. */
const TIME_LIMIT_MS = 120_000;
function run(args, input, env) {
    return new Promise((resolve, reject) => {
        const timeout = TIME_LIMIT_MS;
        const child = (0,external_node_child_process_.spawn)('gh', args, { env, stdio: 'pipe', windowsHide: true, timeout });
        let [output, errors] = ['', ''];
        child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
        child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
        // If gh ends without reading, its exit code says why.
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
        child.on('error', (cause) => {
            reject(new SetupError({ kind: 'gh-missing' }, { cause }));
        });
        child.on('close', (code, signal) => {
            const said = (0,src_printable/* printable */.g)(signal === null ? errors.trim() : 'it did not end in time', MAX_SAID_LENGTH);
            resolve({ isOk: code === 0, output: output.trim(), said });
        });
    });
}

;// CONCATENATED MODULE: ./setup/storing.ts

/** Whether the gh command stores the key. */
function isStore(storage) {
    return storage.kind !== 'file' && storage.kind !== 'key-service';
}
/** A place as people say it. */
function placeName(store) {
    switch (store.kind) {
        case 'repository':
            return store.repository;
        case 'environment':
            return `the environment ${store.environment} of ${store.repository}`;
        case 'organization':
            return `the organization ${store.organization}, for ${store.repositories.join(', ')}`;
    }
}
/** The options of gh that choose the place. */
function placeOptions(store, { name }) {
    switch (store.kind) {
        case 'repository':
            return ['--repo', `${name}/${store.repository}`];
        case 'environment':
            return ['--repo', `${name}/${store.repository}`, '--env', store.environment];
        case 'organization':
            return ['--org', store.organization];
    }
}
/** The arguments of gh that list what is stored. */
function listCommand(what, store, host) {
    return [what, 'list', ...placeOptions(store, host), '--json', 'name'];
}
/** The arguments of gh that store the client ID, which is not secret. */
function variableCommand(store, { host, variable }, clientId) {
    const shared = sharedWith(store);
    return ['variable', 'set', variable, ...placeOptions(store, host), ...shared, '--body', clientId];
}
/** The arguments of gh that store the key. gh reads it from its standard input. */
function secretCommand(store, { host, secret }) {
    return ['secret', 'set', secret, ...placeOptions(store, host), ...sharedWith(store)];
}
function sharedWith(store) {
    return store.kind === 'organization' ? ['--repos', store.repositories.join(',')] : [];
}
/** What will be stored where, one sentence each: shown before anything is created. */
function storingLines(options) {
    const { storage, variable, secret } = options;
    switch (storage.kind) {
        case 'file':
            return [
                `The private key is written to ${storage.path} on this computer. Only you can read it.`
            ];
        case 'key-service':
            return [
                `The private key is wrapped for ${storage.key}, and written to ${wrappedFile(storage.key)}. Only the service can unwrap it.`
            ];
        case 'repository':
        case 'environment':
        case 'organization':
            return [
                `The client ID as the variable ${variable} of ${placeName(storage)}.`,
                `The private key as the secret ${secret} of ${placeName(storage)}. It is in no file.`
            ];
    }
}
/** The name of the file for a wrapped key. */
function wrappedFile(key) {
    return isAws(key) ? 'app-key.wrapped' : 'app-key.wrapped.txt';
}
/** The two commands that bring a wrapped key into its service, and the client ID to GitHub. */
function importCommands({ key }, { repositories: [repository = ''], host, variable }, clientId) {
    const store = { kind: 'repository', repository };
    return [importCommand(key), ghCommand(variableCommand(store, { host, variable }, clientId))];
}
function importCommand(key) {
    const file = wrappedFile(key);
    if (isAws(key)) {
        const arn = key.replace(/^awskms:\/\/[^/]*\//, '');
        const region = arn.split(':')[3] ?? '';
        return `aws kms import-key-material --region ${region} --key-id ${arn} --encrypted-key-material fileb://${file} --import-token fileb://import-token.bin --expiration-model KEY_MATERIAL_DOES_NOT_EXPIRE`;
    }
    const { program, mount, name } = vaultKey(key);
    return `${program} write ${mount}/keys/${name}/import type=rsa-2048 hash_function=SHA256 ciphertext=@${file}`;
}
/** The commands that get the public key with which a service wants an import wrapped. */
function wrappingKeyCommand(key) {
    if (isAws(key)) {
        const arn = key.replace(/^awskms:\/\/[^/]*\//, '');
        const region = arn.split(':')[3] ?? '';
        return [
            `aws kms get-parameters-for-import --region ${region} --key-id ${arn} --wrapping-algorithm RSA_AES_KEY_WRAP_SHA_256 --wrapping-key-spec RSA_4096 --query '[PublicKey,ImportToken]' --output text > import.txt`,
            'cut -f1 import.txt | base64 -d > wrapping-key.der',
            'cut -f2 import.txt | base64 -d > import-token.bin'
        ].join('\n');
    }
    const { program, mount } = vaultKey(key);
    return `${program} read -field=public_key ${mount}/wrapping_key > wrapping-key.pem`;
}
/** Whether a key is in AWS, whose command takes bytes. Vault's takes base64. */
function isAws(key) {
    return key.startsWith('awskms:');
}
function vaultKey(key) {
    const program = key.startsWith('openbao:') ? 'bao' : 'vault';
    const path = key.replace(/^\w+:\/\//, '').split('/');
    const name = path.pop() ?? '';
    return { program, mount: path.length === 0 ? 'transit' : path.join('/'), name };
}
/** How GitHub names the kind of an account. */
function accountTypeOf(type) {
    switch (type) {
        case 'Organization':
            return 'organization';
        case 'User':
            return 'user';
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./setup/explain.ts



/** Explains a failure of the setup. Pure. */
function explainSetup(problem) {
    // TypeScript does not see that the entry belongs to the kind; the type of the table does.
    const text = explain_TEXTS[problem.kind];
    const [what, fix] = text(problem);
    return { code: problem.kind, problem: what, fix };
}
const HELP_COMMAND = 'setup --help lists all options.';
const explain_TEXTS = {
    'options-unreadable': ({ said }) => [(0,src_printable/* printable */.g)(said), HELP_COMMAND],
    'option-missing': ({ option, why }) => [
        `${option} is missing: ${why}.`,
        `add ${option}. ${HELP_COMMAND}`
    ],
    'options-contradict': ({ one, other, why }) => [
        `${one} and ${other} cannot be used together: ${why}.`,
        'remove one of them.'
    ],
    'name-malformed': ({ option, text }) => [
        `${option} is "${(0,src_printable/* printable */.g)(text)}". That is not a valid value.`,
        NAME_FIXES[option] ?? HELP_COMMAND
    ],
    'permissions-unusable': ({ what, fix }) => [what, fix],
    'workflows-unreadable': ({ path, code }) => [
        `${(0,src_printable/* printable */.g)(path)} cannot be read (${(0,src_printable/* printable */.g)(code)}).`,
        'give --from a folder with workflows, or one workflow: --from .github/workflows'
    ],
    'workflows-name-none': ({ path, uses }) => [
        uses === 0
            ? `No step in ${(0,src_printable/* printable */.g)(path)} uses this action, or one that it replaces. So the permissions are not known.`
            : `${uses === 1 ? 'One step' : `${uses} steps`} in ${(0,src_printable/* printable */.g)(path)} ${uses === 1 ? 'creates an App token, but names' : 'create App tokens, but name'} no permission. So the permissions are not known.`,
        'name them: --permission contents=write. The README lists what each task needs.'
    ],
    'gh-missing': () => [
        'The gh command is not installed. It stores the client ID and the key at GitHub.',
        'install it from https://cli.github.com and run gh auth login. Or add --key-file PATH, which writes the key into a file.'
    ],
    'gh-logged-out': ({ host, said }) => [
        `The gh command is not logged in to ${host}: ${quoted(said)}.`,
        `run gh auth login --hostname ${host}`
    ],
    'gh-refused': ({ command, said }) => [
        `This command failed: ${(0,src_printable/* printable */.g)(command)}\ngh said: ${quoted(said)}`,
        /unknown (?:command|flag|shorthand)/.test(said)
            ? 'this gh is too old for it: update gh (https://cli.github.com). Or add --key-file PATH, which writes the key into a file.'
            : 'to store secrets and variables, you need write access to a repository, or have to be an owner of an organization. If gh lacks a scope, run gh auth refresh.'
    ],
    'secret-exists': ({ names, where }) => [
        `${names.join(' and ')} ${names.length === 1 ? 'exists' : 'exist'} already in ${where}. Other workflows may use ${names.length === 1 ? 'it' : 'them'}.`,
        'choose other names with --variable and --secret. Or replace them with --replace.'
    ],
    'account-unknown': ({ account, host }) => [
        `${host} has no account ${(0,src_printable/* printable */.g)(account)}.`,
        'correct --repo or --org. If your GitHub has another address, add --host.'
    ],
    'account-type-unknown': ({ account }) => [
        `GitHub does not say whether ${(0,src_printable/* printable */.g)(account)} is an organization or a user.`,
        'add --account organization or --account user.'
    ],
    'account-of-other-person': ({ account, person }) => [
        `${(0,src_printable/* printable */.g)(account)} is the account of another person. You are logged in as ${(0,src_printable/* printable */.g)(person)}, and only ${(0,src_printable/* printable */.g)(account)} can register an App there.`,
        `run gh auth login as ${(0,src_printable/* printable */.g)(account)}, or ask them to run this command.`
    ],
    'name-taken': ({ name, page }) => [
        `There is an App with the name ${(0,src_printable/* printable */.g)(name)} already: ${(0,src_printable/* printable */.g)(page)}. Names are unique on the whole of GitHub.`,
        'choose another one with --name. If this App is yours, go on with it: --resume.'
    ],
    'port-taken': ({ port, code }) => [
        `The local page cannot use port ${port} (${(0,src_printable/* printable */.g)(code)}).`,
        'leave --port out: then a free port is used.'
    ],
    'no-consent': ({ account, isOrganization }) => [
        'GitHub did not send anybody back within ten minutes. No key was received.',
        [
            'run the command again. If GitHub showed an error, it was one of these:',
            '  the name is taken: change it on the page of GitHub, or with --name',
            isOrganization
                ? `  "404": you are not an owner of ${(0,src_printable/* printable */.g)(account)}, or signed in as somebody else. Ask an owner to run this command, or to make you a GitHub App manager.`
                : `  the App would belong to somebody else: sign in as ${(0,src_printable/* printable */.g)(account)}`,
            '  the browser runs on another computer: forward the port, as the terminal showed'
        ].join('\n')
    ],
    'code-refused': ({ wasSent, apps }) => wasSent
        ? [
            'The App was created, but the answer with its key was lost on the way. GitHub gives the key once.',
            `open the App at ${apps}, generate a private key, and go on with --resume --client-id ID --key-file FILE. Or delete the App, and start again.`
        ]
        : [
            'GitHub does not accept the code that it sent. A code works once, and for an hour.',
            `run the command again. If ${apps} lists the App already, delete it first, or generate a key there and go on with --resume.`
        ],
    'conversion-unclear': ({ status, apps }) => [
        `GitHub answered ${status}, but without an App and a key that can be used. A proxy may have changed the answer.`,
        `look at ${apps}. If the App is there, generate a private key, and go on with --resume.`
    ],
    'app-of-other-account': ({ slug, owner, account }) => [
        `The App ${(0,src_printable/* printable */.g)(slug)} belongs to ${(0,src_printable/* printable */.g)(owner)}, not to ${(0,src_printable/* printable */.g)(account)}. Nothing was stored.`,
        `delete the App if you created it. Sign in to GitHub as somebody who may register Apps for ${(0,src_printable/* printable */.g)(account)}, and run the command again.`
    ],
    'key-not-stored': ({ slug, settings, resume }) => [
        `The App ${(0,src_printable/* printable */.g)(slug)} exists, but its key is stored nowhere, and is gone with this program.`,
        `generate a new private key at ${settings}, and go on with:\n  ${resume}`
    ],
    'file-unwritable': ({ path, code }) => code === 'EEXIST'
        ? [
            `${(0,src_printable/* printable */.g)(path)} exists already.`,
            'choose a file that does not exist: nothing is overwritten.'
        ]
        : [`${(0,src_printable/* printable */.g)(path)} cannot be written (${(0,src_printable/* printable */.g)(code)}).`, 'choose another path.'],
    'file-unreadable': ({ path, code }) => [
        `${(0,src_printable/* printable */.g)(path)} cannot be read (${(0,src_printable/* printable */.g)(code)}).`,
        'correct the path.'
    ],
    'key-file-unusable': ({ path, what }) => [
        `${(0,src_printable/* printable */.g)(path)} has no key that can be used: ${what}`,
        "name the whole .pem file that GitHub offers in the App's settings."
    ],
    'key-service-unknown': ({ key }) => [
        `--kms-key is "${(0,src_printable/* printable */.g)(key)}". A key can be wrapped for awskms:///arn:… and hashivault://KEY.`,
        'for Google Cloud and Azure, write the key into a file with --key-file, and import it with their own command.'
    ],
    'wrapping-key-missing': ({ key }) => [
        'With --kms-key, the key is wrapped with a public key of the service. It is missing.',
        `get it, and name its file with --wrapping-key:\n  ${wrappingKeyCommand(key).replaceAll('\n', '\n  ')}`
    ],
    'wrapping-key-unusable': ({ path }) => [
        `${(0,src_printable/* printable */.g)(path)} has no RSA public key of 2,048 bits or more.`,
        'use the public key that the service gives for an import, as PEM or DER.'
    ],
    'approval-pending': ({ slug, account, person, resume }) => [
        `${(0,src_printable/* printable */.g)(person)} asked for the App ${(0,src_printable/* printable */.g)(slug)} to be installed on ${(0,src_printable/* printable */.g)(account)}. An owner has not approved it yet.`,
        `ask an owner of ${(0,src_printable/* printable */.g)(account)} to approve it. The key is stored. Then go on with:\n  ${resume}`
    ],
    'not-installed': ({ slug, account, page, resume }) => [
        `The App ${(0,src_printable/* printable */.g)(slug)} is not installed on ${(0,src_printable/* printable */.g)(account)} yet. A token can be created only after that.`,
        `install it: ${page}\nThen go on with:\n  ${resume}`
    ],
    'repository-not-covered': ({ slug, repositories, settings, resume }) => [
        `The installation of ${(0,src_printable/* printable */.g)(slug)} does not include ${repositories.map((name) => (0,src_printable/* printable */.g)(name)).join(', ')}.`,
        `add the missing repositories under "Repository access": ${(0,src_printable/* printable */.g)(settings)}\nThen go on with:\n  ${resume}`
    ],
    'nothing-to-resume': () => [
        'It is not known which App to go on with.',
        'add --app SLUG (its name in addresses), or --key-file with a private key of the App and --client-id.'
    ],
    'client-id-unknown': ({ variable }) => [
        `The client ID is not known: there is no variable ${variable} yet.`,
        "add --client-id. It is in the App's settings, and begins with Iv."
    ],
    'secret-not-stored': ({ names, where }) => [
        `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not stored in ${where}.`,
        "generate a private key in the App's settings, and add --client-id ID --key-file FILE: then both are stored."
    ],
    'github-failed': ({ what, fix }) => [what, fix],
    'token-not-revoked': ({ until }) => [
        'GitHub did not revoke the token of the proof. The setup itself is complete.',
        `nothing. The token was shown nowhere, and ends at ${(0,src_time/* clockTime */.qo)(until)}.`
    ]
};
const NAME_FIXES = {
    '--repo': 'write the owner and the name: --repo octo-org/hello',
    '--org': 'write the name of the organization: --org octo-org',
    '--repos': 'write names of its repositories: --repos hello,lib',
    '--name': "an App's name has at most 34 characters: letters, digits, blanks, dots and dashes.",
    '--host': 'write the host name: --host github.example.com',
    '--app': "write the App's name in addresses: --app octo-bot",
    '--client-id': 'write the client ID: --client-id Iv23liAbCdEfGhIjKlMn'
};
function quoted(said) {
    return `"${said === '' ? 'nothing' : said.replace(/\.$/, '')}"`;
}
/** An explanation as the terminal shows it. */
function renderExplanation({ code, problem, fix }, help) {
    return [`Error: ${problem}`, `Fix: ${fix}`, `Help: ${help}#${code}`];
}

;// CONCATENATED MODULE: ./setup/registration.ts
/** The manifest of an App that belongs to one account, gets no events, and sends the code to `redirect`. */
function manifestOf(registration, redirect) {
    const { name, homepage, permissions } = registration;
    return {
        name,
        url: homepage,
        redirect_url: redirect,
        public: false,
        default_permissions: permissions,
        // GitHub wants an address even if nothing is sent there.
        hook_attributes: { url: homepage, active: false }
    };
}
/** Where GitHub takes a manifest. */
function registrationUrl({ webUrl }, account, type) {
    return type === 'organization'
        ? `${webUrl}/organizations/${encodeURIComponent(account)}/settings/apps/new`
        : `${webUrl}/settings/apps/new`;
}
/** Where the account's Apps are listed. */
function appsUrl({ webUrl }, account, type) {
    return type === 'organization'
        ? `${webUrl}/organizations/${encodeURIComponent(account)}/settings/apps`
        : `${webUrl}/settings/apps`;
}
/** Where the App is installed on an account. */
function installationUrl({ webUrl }, slug) {
    return `${webUrl}/apps/${encodeURIComponent(slug)}/installations/new`;
}
const MAX_NAME_LENGTH = 34;
/** A name for the App, from its first repository. Names are unique on the whole of GitHub. */
function suggestedName(repository) {
    return repository
        .replace('/', '-')
        .replace(/[^\w-]+/g, '-')
        .slice(0, MAX_NAME_LENGTH)
        .replace(/-+$/, '');
}
/** The App's name in addresses, as GitHub makes it from its name. */
function slugOf(name) {
    return name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
}

;// CONCATENATED MODULE: ./setup/progress.ts



/**
 * The command that goes on with an App.
 *
 * @param command how this program is started
 * @param hasKey whether the key is stored; otherwise a new one is needed
 */
function resumeCommand(command, options, { slug, clientId }, hasKey) {
    const words = [
        ...['setup', '--resume', '--app', slug, '--client-id', clientId],
        ...placeWords(options),
        ...namesAndNeeds(options),
        ...keyWords(options, hasKey)
    ];
    return `${command} ${words.map(quotedWord).join(' ')}`;
}
function placeWords({ storage, repositories: [repository = ''] }) {
    if (storage.kind === 'organization') {
        return ['--org', storage.organization, '--repos', storage.repositories.join(',')];
    }
    const environment = storage.kind === 'environment' ? ['--env', storage.environment] : [];
    return ['--repo', repository, ...environment];
}
function namesAndNeeds({ variable, secret, host, permissions, from }) {
    const address = host.webUrl.startsWith('https:') ? host.name : host.webUrl;
    return [
        ...(variable === 'APP_CLIENT_ID' ? [] : ['--variable', variable]),
        ...(secret === 'APP_PRIVATE_KEY' ? [] : ['--secret', secret]),
        ...(host.name === 'github.com' ? [] : ['--host', address]),
        ...permissions.flatMap((one) => ['--permission', one]),
        ...(from === undefined ? [] : ['--from', from])
    ];
}
function keyWords({ storage }, hasKey) {
    const service = storage.kind === 'key-service'
        ? ['--kms-key', storage.key, '--wrapping-key', storage.wrappingKey]
        : [];
    if (!hasKey)
        return [...service, '--key-file', 'FILE'];
    return storage.kind === 'file' ? ['--key-file', storage.path, '--no-store'] : service;
}
/** What to say when the person ends the setup: what exists, and how to go on. */
function interruptionLines(progress, options, command) {
    switch (progress.stage) {
        case 'nothing-created':
            return ['Stopped. Nothing was created.'];
        case 'consent':
            return [
                'Stopped. If GitHub has created the App already, its key was not received.',
                `Look at ${progress.apps}, and delete the App there. Or generate a key, and go on with --resume.`
            ];
        case 'key-in-memory':
            return [
                `Stopped. The App ${progress.app.slug} exists. Its key was not stored, and is gone.`,
                `Generate a new private key at ${progress.app.settings}, and go on with:`,
                `  ${resumeCommand(command, options, progress.app, false)}`
            ];
        case 'key-stored':
            return [
                `Stopped. The App ${progress.app.slug} exists, and its key is ${isStore(options.storage) ? 'stored' : 'written'}.`,
                `Install it: ${installationUrl(options.host, progress.app.slug)}`,
                'To go on:',
                `  ${resumeCommand(command, options, progress.app, true)}`
            ];
        case 'proof':
            return [
                'Stopped. The setup is complete, but the token of the proof may live for an hour.',
                'To go on:',
                `  ${resumeCommand(command, options, progress.app, true)}`
            ];
        case 'complete':
            return [];
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./setup/published.ts



const NAME = 'github-app-token';
/**
 * Finds out who publishes this copy. npm notes where it got a package from in a file beside it; in a
 * clone there is none, and the name of the examples is used.
 *
 * @param root the folder of package.json
 */
function published(root) {
    const owner = ownerIn(lockOf((0,external_node_path_.join)(root, '..', '.package-lock.json'))) ?? 'OWNER';
    const [major = '1'] = (0,json/* textField */.M8)(readJson((0,external_node_path_.join)(root, 'package.json')), 'version').split('.');
    const action = `${owner}/${NAME}`;
    return {
        action: `${action}@v${major}`,
        command: `npx github:${action}`,
        help: `https://github.com/${action}/blob/v${major}/docs/SETUP.md`
    };
}
function lockOf(path) {
    const packages = (0,json/* field */.ZZ)(readJson(path), 'packages');
    return (0,json/* textField */.M8)((0,json/* field */.ZZ)(packages, `node_modules/${NAME}`), 'resolved');
}
/** The owner in an address such as `git+ssh://git@github.com/octo-org/github-app-token.git#…`. */
function ownerIn(resolved) {
    return /github\.com[/:]([\w.-]{1,39})\/github-app-token(?:\.git)?(?:#|$)/.exec(resolved)?.[1];
}
function readJson(path) {
    try {
        return (0,external_node_fs_.existsSync)(path) ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/config/private-key/fingerprint.ts
var fingerprint = __webpack_require__(9132);
;// CONCATENATED MODULE: ./src/config/private-key/formats.ts

/** Finds out in which format a key is, or what the bytes are instead. */
function importableKey(bytes) {
    return isOpenSsh(bytes) ? openSshKey(bytes) : derKey(bytes);
}
/**
 * Whether bytes start like a key or a certificate: OpenSSH's magic, or a DER SEQUENCE that starts
 * with an INTEGER or a SEQUENCE. A password that happens to be base64 does not.
 */
function looksLikeKey(bytes) {
    const outer = elementAt(bytes, 0);
    if (outer?.tag !== SEQUENCE) {
        return isOpenSsh(bytes);
    }
    const first = elementAt(bytes, outer.start);
    return (first?.tag === INTEGER || first?.tag === SEQUENCE) && first.end <= outer.end;
}
const INTEGER = 0x02;
const SEQUENCE = 0x30;
/** A letter for the type of each element that the structures below are made of (X.690). */
const LETTERS = new Map([
    [INTEGER, 'i'],
    [0x03, 'b'], // BIT STRING
    [0x04, 'o'], // OCTET STRING
    [SEQUENCE, 's']
]);
/**
 * What a DER structure is, by the types of the elements in it: RFC 8017 (PKCS#1), RFC 5958 (PKCS#8,
 * plain and encrypted), RFC 5915 (EC), OpenSSL's DSA, RFC 5280 (public key and certificate) and
 * RFC 7292 (PKCS#12) all differ in these.
 */
const OUTLINES = [
    [/^i{9}s?$/, 'pkcs1'],
    [/^iso/, 'pkcs8'],
    [/^so$/, { mistake: 'encrypted' }],
    [/^io/, notRsa('EC')],
    [/^i{6}$/, notRsa('DSA')],
    [/^(?:sb|ii)$/, notAKey('public-key')],
    [/^ssb$/, notAKey('certificate')],
    [/^iss?$/, notAKey('pkcs12')]
];
function derKey(bytes) {
    const outer = elementAt(bytes, 0);
    if (outer?.tag !== SEQUENCE || outer.end > MAX_TEXT_LENGTH) {
        return DAMAGED;
    }
    if (outer.end > bytes.length) {
        return { mistake: 'cut-short', bytes: bytes.length, announced: outer.end };
    }
    const key = bytes.subarray(0, outer.end);
    const outline = outlineOf(key, outer.start);
    const type = OUTLINES.find(([pattern]) => pattern.test(outline))?.[1] ?? DAMAGED;
    return typeof type === 'string' ? { format: 'der', type, key } : type;
}
/** The types of the elements up to the end, a letter each; empty if they do not end there. */
function outlineOf(der, start) {
    let outline = '';
    let at = start;
    while (at < der.length) {
        const element = elementAt(der, at);
        if (element === undefined || element.end > der.length) {
            return '';
        }
        outline += LETTERS.get(element.tag) ?? '?';
        at = element.end;
    }
    return outline;
}
/** A longer length than three bytes can hold does not fit into the longest text. */
const MAX_LENGTH_BYTES = 3;
/** The head of a DER element: its type, then its length. Undefined if there is no such head. */
function elementAt(der, at) {
    const tag = der[at];
    const first = der[at + 1];
    if (tag === undefined || first === undefined) {
        return undefined;
    }
    if (first < 0x80) {
        return { tag, start: at + 2, end: at + 2 + first };
    }
    const count = first - 0x80;
    const start = at + 2 + count;
    if (count === 0 || count > MAX_LENGTH_BYTES || start > der.length) {
        return undefined;
    }
    return { tag, start, end: start + der.readUIntBE(at + 2, count) };
}
const OPENSSH_MAGIC = Buffer.from('openssh-key-v1\0', 'latin1');
function isOpenSsh(bytes) {
    return bytes.subarray(0, OPENSSH_MAGIC.length).equals(OPENSSH_MAGIC);
}
/**
 * Reads OpenSSH's own format, which OpenSSL does not know: the magic, cipher, KDF and its options,
 * the number of keys, the public key, the private part (OpenSSH, PROTOCOL.key).
 */
function openSshKey(bytes) {
    const head = fieldsAt(bytes, OPENSSH_MAGIC.length, 3);
    if (isMistake(head)) {
        return head;
    }
    if (String(head.fields[0]) !== 'none') {
        return { mistake: 'encrypted' };
    }
    const body = fieldsAt(bytes, head.end + 4, 2);
    if (isMistake(body)) {
        return body;
    }
    const privatePart = body.fields[1];
    return privatePart !== undefined && bytes.readUInt32BE(head.end) === 1
        ? openSshPrivatePart(privatePart)
        : DAMAGED;
}
/** Key types of OpenSSH that are not RSA, and the names that people know them by. */
const OPENSSH_ALGORITHMS = [
    [/ed25519/, 'Ed25519'],
    [/ecdsa/, 'EC'],
    [/dss/, 'DSA']
];
/** The private part: a number twice (with a passphrase, it is a check), the key type, the key. */
function openSshPrivatePart(bytes) {
    const type = fieldsAt(bytes, 8, 1);
    if (isMistake(type) || !bytes.subarray(0, 4).equals(bytes.subarray(4, 8))) {
        return DAMAGED;
    }
    const name = String(type.fields[0]);
    if (name !== 'ssh-rsa') {
        const algorithm = OPENSSH_ALGORITHMS.find(([pattern]) => pattern.test(name))?.[1];
        return algorithm === undefined ? DAMAGED : notRsa(algorithm);
    }
    const numbers = fieldsAt(bytes, type.end, 6);
    return isMistake(numbers) ? DAMAGED : jwkOf(numbers.fields);
}
/** The key as RFC 7518, section 6.3, writes it. OpenSSH leaves out dp and dq, so they are computed. */
function jwkOf(numbers) {
    const [n, e, d, qi, p, q] = numbers.map((bytes) => BigInt(`0x0${bytes.toString('hex')}`));
    if (!n || !e || !d || !qi || !p || !q || p < 3n || q < 3n) {
        return DAMAGED;
    }
    return {
        format: 'jwk',
        key: {
            kty: 'RSA',
            n: base64url(n),
            e: base64url(e),
            d: base64url(d),
            p: base64url(p),
            q: base64url(q),
            dp: base64url(d % (p - 1n)),
            dq: base64url(d % (q - 1n)),
            qi: base64url(qi)
        }
    };
}
function base64url(number) {
    const hex = number.toString(16);
    return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
/** Reads fields that follow each other, each after its length in four bytes (RFC 4251, section 5). */
function fieldsAt(bytes, from, count) {
    const fields = [];
    let at = from;
    while (fields.length < count) {
        const start = at + 4;
        const end = start > bytes.length ? start : start + bytes.readUInt32BE(at);
        if (end > MAX_TEXT_LENGTH) {
            return DAMAGED;
        }
        if (end > bytes.length) {
            return { mistake: 'cut-short', bytes: bytes.length, announced: end };
        }
        fields.push(bytes.subarray(start, end));
        at = end;
    }
    return { fields, end: at };
}

;// CONCATENATED MODULE: ./src/config/private-key/unwrap.ts


/** PEM with nothing around it, as GitHub creates it: there is no wrapping to look for. */
const CLEAN = /^-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END [A-Z ]+-----$/;
/** Two encodings, each quoted and escaped twice, and some more. */
const MAX_STEPS = 16;
/** Earlier steps first: quotes and escapes must be gone before a text can be base64. */
const STEPS = [
    withoutMarks,
    withoutQuotes,
    withoutEscapes,
    withoutPercents,
    decoded
];
/**
 * Removes, one at a time and in any order, the wrappings that people and tools put around a key:
 * invisible marks, quotes, escapes, percent-encoding, base64. A text that is too long stays as it is.
 */
function unwrap(text) {
    if (text.length > MAX_TEXT_LENGTH) {
        return { texts: [text], core: text };
    }
    const texts = [text.trim()];
    let current = texts[0];
    for (let taken = 0; taken < MAX_STEPS; taken++) {
        const inner = CLEAN.test(current) ? undefined : unwrapOnce(current);
        if (inner === undefined) {
            break;
        }
        if (typeof inner !== 'string') {
            return { texts, core: inner };
        }
        current = inner;
        texts.push(current);
    }
    return { texts, core: current };
}
function unwrapOnce(text) {
    for (const step of STEPS) {
        const inner = step(text);
        if (inner !== undefined && inner !== text) {
            return inner;
        }
    }
    return undefined;
}
/** Byte-order marks, zero-width characters, and the NULs of UTF-16 (PowerShell's `>`) read as UTF-8. */
function withoutMarks(text) {
    return text.replace(/[\0\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}
/** Quotes and blanks at either end, in pairs or not; U+FFFD is a mark that was not UTF-8. */
function withoutQuotes(text) {
    const edge = /[\s"'`“”‘’\ufffd]/;
    let start = 0;
    let end = text.length;
    while (start < end && edge.test(text.charAt(start)))
        start++;
    while (end > start && edge.test(text.charAt(end - 1)))
        end--;
    return text.slice(start, end);
}
/** One level of backslash escapes, as JSON (RFC 8259, section 7) and shells write them. */
function withoutEscapes(text) {
    return text.replace(/\\(u[0-9A-Fa-f]{4}|[^]|$)/g, (_, escape) => unescapedCharacter(escape));
}
/** @param escape what follows the backslash: a character, `u` with its four digits, or nothing */
function unescapedCharacter(escape) {
    switch (escape) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return escape.length > 1 ? String.fromCharCode(parseInt(escape.slice(1), 16)) : escape;
    }
}
/** A text in which each percent sign begins an encoded character. */
const PERCENT_ENCODED = /^(?:[\w.!~*'()+/=:;,?@&$#-]|%[0-9a-f]{2})+$/i;
/** Percent-encoding, as in a URL or a form. In a form, a blank is a plus sign, and `/` is encoded. */
function withoutPercents(text) {
    if (!text.includes('%') || !PERCENT_ENCODED.test(text))
        return undefined;
    const isForm = !/%20|[/=]/.test(text);
    try {
        return decodeURIComponent(isForm ? text.replace(/\+/g, ' ') : text);
    }
    catch {
        return undefined;
    }
}
/** Base64 of a text or of a key. Any word is base64 of something, so other bytes do not count. */
function decoded(text) {
    // Without its blanks, PEM consists of base64url characters, so BEGIN is looked for first.
    const bytes = text.search(BOUNDARY) === -1 ? base64Bytes(text) : undefined;
    if (bytes === undefined) {
        return undefined;
    }
    return looksLikeKey(bytes) ? bytes : textIn(bytes);
}
/** The bytes as text, if they are text: UTF-8 without control characters. */
function textIn(bytes) {
    const text = withoutQuotes(withoutMarks(bytes.toString('utf8')));
    return text === '' || /[^\P{Cc}\s]|\ufffd/u.test(text) ? undefined : text;
}
/** Both alphabets of RFC 4648 (sections 4 and 5), with or without padding. */
const BASE64 = /^[A-Za-z0-9+/_-]+=*$/;
/** The bytes of a text that is base64 or base64url from start to end, with any white space in it. */
function base64Bytes(text) {
    const body = withoutSpace(text);
    return BASE64.test(body) ? Buffer.from(body, 'base64') : undefined;
}
/** The text without any white space: base64 is the same if it is wrapped or indented differently. */
function withoutSpace(text) {
    return text.replace(/\s+/g, '');
}
/**
 * The boundaries of PEM (RFC 7468), its BEGIN and END lines. White space in and around the label
 * does not matter, so that they are found if line ends became spaces, or if all blanks are gone.
 * Repetitions are bounded, so that every text takes linear time; at the end to five dashes, because
 * those of the next line may follow at once.
 */
const BOUNDARY = /-{2,9}\s{0,9}(BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/g;
/** The PEM blocks of a text, in its order. Anything outside of them is ignored. */
function pemBlocks(text) {
    const boundaries = [...text.matchAll(BOUNDARY)];
    const blocks = [];
    let at = 0;
    for (const [index, boundary] of boundaries.entries()) {
        const next = boundaries[index + 1];
        const label = boundary[0].replace(/[-\s]+/g, '').replace(/^(?:BEGIN|END)/, '');
        const end = boundary.index + boundary[0].length;
        if (boundary[1] === 'BEGIN') {
            const missing = next?.[1] === 'END' ? 'nothing' : 'last-line';
            blocks.push({ label, body: text.slice(end, next?.index), at: end, missing });
        }
        else if (boundaries[index - 1]?.[1] !== 'BEGIN') {
            const body = text.slice(at, boundary.index);
            blocks.push({ label, body, at, missing: 'first-line' });
        }
        at = end;
    }
    return blocks;
}
/** The text with a line end instead of each boundary. */
function withoutBoundaries(text) {
    return text.replace(BOUNDARY, '\n');
}

;// CONCATENATED MODULE: ./src/config/private-key/secrets.ts

/**
 * The runner masks any text it is told to, even `}`, and then the log is unreadable and unrelated
 * job outputs are dropped. Shorter parts are therefore not masked.
 */
const MIN_SECRET_LENGTH = 16;
/** The width of PEM's lines (RFC 7468, section 2), in which other tools print a key again. */
const LINE_WIDTH = 64;
/**
 * What must be masked before anything is logged about a text: each of its lines after each step of
 * {@link unwrap}, each word outside of the BEGIN and END lines, and each PEM body as one line and in
 * lines of 64, because other tools may print it wrapped differently.
 */
function textsToMask({ texts, core }) {
    const secrets = new Set();
    for (const text of texts) {
        addText(secrets, text);
    }
    if (typeof core !== 'string') {
        addBody(secrets, core.toString('base64'));
    }
    return [...secrets];
}
function addText(secrets, text) {
    for (const line of text.split(/[\r\n]+/)) {
        add(secrets, line.trim());
    }
    for (const word of withoutBoundaries(text).split(/\s+/)) {
        add(secrets, word);
    }
    const blocks = pemBlocks(text);
    if (blocks.length === 0) {
        add(secrets, withoutSpace(text));
    }
    for (const block of blocks) {
        addBody(secrets, withoutSpace(block.body));
    }
}
function addBody(secrets, body) {
    add(secrets, body);
    // A body that is still escaped is cut into lines after the step that removes the escapes.
    if (body.includes('\\'))
        return;
    for (let at = 0; at < body.length; at += LINE_WIDTH) {
        add(secrets, body.slice(at, at + LINE_WIDTH));
    }
}
function add(secrets, text) {
    if (text.length >= MIN_SECRET_LENGTH && !secrets.has(text) && !isBoundary(text)) {
        secrets.add(text);
    }
}
/** Whether a line is a BEGIN or END line, at most with quotes or escapes around it. */
function isBoundary(line) {
    if (!line.includes('--')) {
        return false;
    }
    const rest = withoutBoundaries(line);
    return rest !== line && !/[A-Za-z0-9+/=_]/.test(rest.replace(/\\[nrt]/g, ''));
}

;// CONCATENATED MODULE: ./src/config/private-key/read.ts







/**
 * Reads the App's RSA private key in every form that people store it in: PEM (RFC 7468) of PKCS#1,
 * PKCS#8 or OpenSSH, or its base64 alone; escaped, quoted, indented, on one line, in base64 or
 * base64url once or twice, beside a public key or certificate. If there is no usable key, says what
 * the text is instead, and shows none of it.
 */
function readPrivateKey(text, input) {
    const unwrapped = unwrap(text);
    const key = findKey(unwrapped);
    return {
        secrets: textsToMask(unwrapped),
        result: isMistake(key)
            ? parsed_invalid({ kind: 'key-unusable', input, mistake: key })
            : parsed_valid({ kind: 'pem', ...key, input })
    };
}
function findKey({ texts, core }) {
    if (typeof core !== 'string') {
        return keyFromBytes(core);
    }
    // Such a text is not unwrapped either.
    if (core.length > MAX_TEXT_LENGTH) {
        return { mistake: 'too-long', length: core.length };
    }
    const blocks = pemBlocks(core);
    return blocks.length === 0 ? recognize(texts) : keyFromPem(core, blocks);
}
/** Labels of what people keep in the same file as the key. */
const LABELS_BESIDE_KEY = /PUBLICKEY$|CERTIFICATE$|REQUEST$|PARAMETERS$|CRL$/;
/** The one private key among the PEM blocks of a text. */
function keyFromPem(text, blocks) {
    const keys = blocks.filter((block) => !LABELS_BESIDE_KEY.test(block.label));
    const whole = keys.filter((block) => block.missing !== 'first-line' && hasBody(block));
    // A lone END line, or a BEGIN line pasted twice, does no harm beside a key.
    const candidates = whole.length > 0 ? whole : keys;
    const [first, ...others] = candidates.map((block) => keyFromBlock(text, block));
    if (first === undefined) {
        return blocks[0]?.label.endsWith('PUBLICKEY') ? notAKey('public-key') : notAKey('certificate');
    }
    return onlyKey([first, ...others]);
}
function hasBody(block) {
    return /[A-Za-z0-9]/.test(block.body);
}
/** The same key twice is one key. If the keys differ, it is not clear which one to use. */
function onlyKey(found) {
    const fingerprints = new Set(found.map((key) => (isMistake(key) ? undefined : key.fingerprint)));
    const hasKey = found.some((key) => !isMistake(key));
    return hasKey && fingerprints.size > 1
        ? { mistake: 'several', keys: fingerprints.size }
        : found[0];
}
/** Labels of private keys that GitHub does not accept, whatever is in the block. */
const REFUSED = new Map([
    ['ECPRIVATEKEY', notRsa('EC')],
    ['DSAPRIVATEKEY', notRsa('DSA')],
    ['ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
    ['SSH2ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
    ['PGPPRIVATEKEYBLOCK', notAKey('pgp')],
    ['PGPPUBLICKEYBLOCK', notAKey('pgp')]
]);
function keyFromBlock(text, block) {
    const mistake = REFUSED.get(block.label) ?? mistakeInLayout(block);
    if (mistake !== undefined) {
        return mistake;
    }
    const body = withoutHeaders(block.body);
    const bytes = base64Bytes(body);
    const key = bytes === undefined ? DAMAGED : keyFromBytes(bytes);
    return isMistake(key) ? withOddLine(key, text, body, block.at) : key;
}
/** Replaces headers (RFC 1421) with blanks, so that every other character keeps its index. */
function withoutHeaders(body) {
    return body.includes(':')
        ? body.replace(/^[ \t]*[A-Za-z-]{1,40}:.*$/gm, (line) => ' '.repeat(line.length))
        : body;
}
/** What is wrong with a block before its base64 is decoded. */
function mistakeInLayout(block) {
    if (/Proc-Type:\s{0,9}4,\s{0,9}ENCRYPTED/.test(block.body)) {
        return { mistake: 'encrypted' };
    }
    if (block.missing === 'nothing') {
        return hasBody(block) ? undefined : { mistake: 'no-body' };
    }
    if (block.missing === 'first-line') {
        return { mistake: 'no-first-line' };
    }
    return { mistake: hasBody(block) ? 'no-last-line' : 'only-first-line' };
}
function keyFromBytes(bytes) {
    const importable = importableKey(bytes);
    if (isMistake(importable)) {
        return importable;
    }
    const key = importKey(importable);
    if (key === undefined) {
        return DAMAGED;
    }
    return key.asymmetricKeyType === 'rsa'
        ? checkRsaKey(key, bytes.length)
        : notRsa(algorithmName(String(key.asymmetricKeyType)));
}
/** Object identifier of rsaEncryption (RFC 8017, appendix A.1). */
const RSA_ENCRYPTION = Buffer.from('2a864886f70d010101', 'hex');
/**
 * OpenSSL computes the public half of a DSA or DH key when it imports the key. Above this number of
 * bytes, that can take minutes.
 */
const MAX_OTHER_KEY_BYTES = 4096;
function importKey(importable) {
    if (importable.format === 'der' && importable.type === 'pkcs8') {
        const { key } = importable;
        if (key.length > MAX_OTHER_KEY_BYTES && !key.includes(RSA_ENCRYPTION)) {
            return undefined;
        }
    }
    try {
        return (0,external_node_crypto_.createPrivateKey)(importable);
    }
    catch {
        return undefined;
    }
}
/** `Ed25519` and `Ed448` are written like this, all others in capitals. */
function algorithmName(type) {
    return type.startsWith('ed') ? `E${type.slice(1)}` : type.toUpperCase();
}
/** GitHub creates keys of 2048 bits; RFC 7518, section 3.3, requires as many for RS256. */
const MIN_BITS = 2048;
/** To sign with a key of this size takes seconds; with one of six times the size, minutes. */
const MAX_BITS = 16_384;
/** Checks the size first: with numbers that are too long, one signature takes minutes. */
function checkRsaKey(key, length) {
    const bits = Number(key.asymmetricKeyDetails?.modulusLength);
    if (bits > MAX_BITS) {
        return { mistake: 'too-many-bits', bits };
    }
    // The numbers of a key take up less than five times the bytes of its modulus.
    if (length > 5 * (bits / 8) + 1024 || !canSign(key)) {
        return DAMAGED;
    }
    return bits >= MIN_BITS
        ? { pem: pemOf(key), fingerprint: (0,fingerprint/* fingerprintOf */.a)(key) }
        : { mistake: 'too-few-bits', bits };
}
/**
 * Whether a signature of the key is correct. OpenSSL imports almost any numbers, and GitHub answers
 * a wrong signature as it answers the signature of another App's key.
 */
function canSign(key) {
    const data = Buffer.from('GitHub App');
    try {
        return (0,external_node_crypto_.verify)('sha256', data, key, (0,external_node_crypto_.sign)('sha256', data, key));
    }
    catch {
        return false;
    }
}
function pemOf(key) {
    return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js
var lib = __webpack_require__(2779);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./src/http/early-agent.ts

/**
 * Opens direct connections with TLS as any agent does, but the first is the early one, if that leads
 * where the request goes.
 */
class EarlyAgent extends external_node_https_.Agent {
    #early;
    constructor(early) {
        super({ keepAlive: true });
        this.#early = early;
    }
    createConnection(options, callback) {
        // Node's own name for an address and TLS options: it decides which connections can be used again.
        const leadsThere = this.getName(options) === this.getName(this.#early.address);
        void this.#early.take(leadsThere).then((early) => {
            // Without a callback, Node's agent returns a socket at once.
            callback?.(null, early ?? super.createConnection(options));
        });
    }
    destroy() {
        this.#early.close();
        super.destroy();
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./src/http/name-lookup.ts
var name_lookup = __webpack_require__(5828);
;// CONCATENATED MODULE: ./src/http/early-connection.ts




/** The host as Node connects to it: a URL has brackets around an IPv6 address. */
function hostToConnect(hostname) {
    return hostname.replace(/^\[(.*)\]$/, '$1');
}
/** Options of each connection that stays open, as an agent of Node sets them. */
const KEEP_ALIVE_OPTIONS = { keepAlive: true, keepAliveInitialDelay: 1000, noDelay: true };
/**
 * A connection with TLS that is opened while the code that will use it still loads. Nothing is written
 * to it before a request takes it, and until then it does not keep the process alive.
 */
class EarlyConnection {
    /** Where it leads. */
    address;
    #trusted;
    #socket;
    #isTaken = false;
    /** @param url the address of an API, with the scheme `https` */
    constructor(url) {
        const { hostname, port } = url;
        this.address = { host: hostToConnect(hostname), port: port === '' ? 443 : Number(port) };
        this.#socket = idle(connect({ ...this.address, ...KEEP_ALIVE_OPTIONS, lookup }));
        this.#trusted = this.#secure();
        // Only a request that takes the connection needs to know.
        this.#trusted.catch(() => undefined);
    }
    /** Whether it leads to the host and port of an address with the scheme `https`. */
    leadsTo(address) {
        const { protocol, hostname, port } = new URL(address);
        const { host, port: ownPort } = this.address;
        return (protocol === 'https:' &&
            hostToConnect(hostname) === host &&
            (port === '' ? 443 : Number(port)) === ownPort);
    }
    /**
     * Gives the connection away, once. Resolves to undefined if it failed, was closed by the other side,
     * is not trusted, or leads elsewhere: then nothing of it is left.
     *
     * @param leadsThere whether it leads where the request goes
     */
    async take(leadsThere) {
        if (this.#isTaken)
            return undefined;
        this.#isTaken = true;
        const isUsable = leadsThere && (await this.#trusted.catch(() => false));
        // The other side may have closed it meanwhile.
        await handlePendingEvents();
        if (!isUsable || this.#socket.destroyed) {
            this.close();
            return undefined;
        }
        return this.#socket.off('data', destroyThis).ref();
    }
    /** Closes it, also if it was given away. */
    close() {
        this.#isTaken = true;
        this.#socket.destroy();
    }
    async #secure() {
        await once(this.#socket, 'connect');
        // Loaded here, because this takes longer than to open the connection.
        const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
        const { host } = this.address;
        // An address is no server name (RFC 6066); the certificate is then checked for the address.
        const servername = isIP(host) === 0 ? host : '';
        const secure = tls.connect({ host, servername, socket: this.#socket });
        this.#socket = idle(secure).on('data', destroyThis);
        await once(secure, 'secureConnect');
        // If NODE_TLS_REJECT_UNAUTHORIZED is 0, a certificate that is not trusted raises no error.
        return secure.authorized;
    }
}
/** A socket that no request uses yet. */
function idle(socket) {
    return socket.on('error', destroyThis).unref();
}
function destroyThis() {
    this.destroy();
}

;// CONCATENATED MODULE: ./src/http/transport.ts








const LIMITS = {
    ETIMEDOUT: 'no answer in time',
    ENOTIME: "the step's time was over before the request could be sent",
    ETOOLARGE: 'the answer is too large'
};
/** No answer arrived, or none that could be read to its end. The message is Node's, or one of `LIMITS`. */
class TransportError extends Error {
    name = 'TransportError';
    /** Node's error code, such as `ECONNREFUSED`, or one of our own limits; empty if there is none. */
    code;
    /** @param cause a limit that was reached, or what Node raised */
    constructor(cause) {
        if (typeof cause === 'string') {
            super(LIMITS[cause]);
            this.code = cause;
            return;
        }
        // Node tries all addresses of a host. If none works, it raises one error for all of them.
        const [first = cause] = (0,json/* listField */.FZ)(cause, 'errors');
        super((0,json/* textField */.M8)(first, 'message'), { cause });
        this.code = (0,json/* textField */.M8)(first, 'code');
    }
}
const transport_MAX_ANSWER_BYTES = 32 * 1024 * 1024;
/**
 * Sends requests over connections that stay open: one after another over the same one, side by side
 * over one each, so that one that fails takes no other with it. Uses `HttpClient` of
 * `@actions/http-client` for its proxy support, without what it does badly: its redirects re-send
 * credentials, and its `readBody()` never settles if an answer is cut off.
 */
class HttpTransport {
    #userAgent;
    #early;
    /** Those that wait for their next request. */
    #idle = [];
    /** @param early a connection for the first request; undefined if none was opened */
    constructor(userAgent, early) {
        this.#userAgent = userAgent;
        this.#early = early;
    }
    /**
     * Sends a request and reads the whole answer within a time limit, in milliseconds. Raises
     * {@link TransportError}. A redirect is an answer like any other.
     */
    async exchange(request, limit) {
        const connection = this.#takeIdle(request.url) ?? this.#connect(request.url);
        let timer;
        const timeUp = new Promise((_, reject) => {
            timer = setTimeout(() => {
                reject(new TransportError('ETIMEDOUT'));
            }, limit);
        });
        const answer = send(connection.client, request);
        // If the time is up first, the answer fails later, and nobody listens.
        answer.catch(() => undefined);
        try {
            const reply = await Promise.race([answer, timeUp]);
            // If the answer was very fast, its connection is free for another request only after this.
            await (0,src_time/* handlePendingEvents */.lp)();
            this.#idle.push(connection);
            return reply;
        }
        catch (error) {
            destroy(connection);
            throw isNetworkFailure(error) ? new TransportError(error) : error;
        }
        finally {
            clearTimeout(timer);
        }
    }
    /** Closes the connections that wait for a next request. */
    close() {
        for (const connection of this.#idle.splice(0))
            destroy(connection);
    }
    #takeIdle(address) {
        const { origin } = new URL(address);
        const at = this.#idle.findLastIndex((one) => new URL(one.address).origin === origin);
        return at === -1 ? undefined : this.#idle.splice(at, 1)[0];
    }
    #connect(address) {
        const agent = this.#early?.leadsTo(address) === true ? new EarlyAgent(this.#early) : undefined;
        if (agent !== undefined)
            this.#early = undefined;
        const options = connectionOptions(agent);
        const client = new lib/* HttpClient */.Qq(this.#userAgent, [options], {
            allowRedirects: false,
            allowRetries: false,
            keepAlive: true
        });
        return { client, address, agent };
    }
}
/** Whether an error comes from the network. Any other is a mistake in a program. */
function isNetworkFailure(error) {
    if (error instanceof TransportError)
        return false;
    return error instanceof Error && !PROGRAM_ERRORS.some((kind) => error instanceof kind);
}
const PROGRAM_ERRORS = [TypeError, RangeError, ReferenceError, SyntaxError];
/** Closes every socket of a connection, also those that still wait for a proxy. */
function destroy({ client, address, agent }) {
    // `dispose()` destroys the agent of direct connections only, not the one that goes through a proxy.
    client.getAgent(address).destroy();
    client.dispose();
    agent?.destroy();
}
/** Sets what `HttpClient` has no option for. */
function connectionOptions(agent) {
    return {
        prepareRequest: (options) => {
            options.lookup = name_lookup/* lookup */.$;
            // The CONNECT of a proxy needs the brackets of an IPv6 address.
            if (options.agent instanceof external_node_http_.Agent)
                options.host = hostToConnect(String(options.host));
            // Any other agent is for plain http or a proxy, where the early connection does not lead.
            if (agent !== undefined && options.agent instanceof external_node_https_.Agent)
                options.agent = agent;
        },
        canHandleAuthentication: () => false
    };
}
async function send(client, request) {
    const { method, url, headers, body } = request;
    const { message } = body === undefined
        ? await client.request(method, url, null, { ...headers })
        : await client.request(method, url, body.text, {
            ...headers,
            'content-type': body.contentType
        });
    const text = await readText(message, request.maxBytes);
    const { statusCode, statusMessage } = message;
    const received = Object.entries(message.headers).map(([name, value]) => [name, String(value)]);
    return {
        status: statusCode,
        statusText: statusMessage,
        headers: Object.fromEntries(received),
        text
    };
}
async function readText(message, maxBytes = transport_MAX_ANSWER_BYTES) {
    const chunks = [];
    let size = 0;
    // Iterating rejects if the connection breaks before the answer is complete.
    for await (const chunk of message) {
        size += chunk.length;
        if (size > maxBytes)
            throw new TransportError('ETOOLARGE');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./setup/conversion.ts









const HEADERS = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28'
};
const conversion_TIME_LIMIT_MS = 20_000;
/** How long to wait before each further try. */
const DELAYS_MS = [1_000, 3_000];
/** Sends a request without credentials. Raises {@link UnreachableError} if no answer arrives. */
async function sendOpen({ method, url }) {
    const transport = new HttpTransport('github-app-token');
    try {
        return readReply(url, await transport.exchange({ method, url, headers: HEADERS }, conversion_TIME_LIMIT_MS), []);
    }
    catch (error) {
        if (!(error instanceof TransportError))
            throw error;
        const { code, message } = error;
        const attempt = {
            kind: 'unanswered',
            method,
            effect: 'none',
            url: conversion_hidden(url),
            code,
            message
        };
        throw new errors/* UnreachableError */.Jk(attempt, [attempt], { cause: error });
    }
}
/** The address for messages: a code could still give the key to somebody. */
function conversion_hidden(url) {
    return url.replace(/(app-manifests\/)[^/]+/, '$1***');
}
/**
 * Turns the code into the App and its key. A code works once, so a request is sent again only if the
 * earlier one cannot have been answered with the key, or if its answer was lost: then GitHub refuses
 * the code, and the person is told so. Raises {@link SetupError}, `UnreachableError`, `RefusedError`.
 * https://docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest
 */
async function convert(code, context) {
    const url = context.host.apiUrl + route `/app-manifests/${code}/conversions`;
    let wasSent = false;
    for (let tries = 0;; tries++) {
        const delay = DELAYS_MS[tries];
        try {
            const reply = await sendOpen({ method: 'POST', url });
            if (reply.status === 201)
                return readApp(reply, context);
            if (reply.status === 404 || reply.status === 422)
                throw new SetupError({ kind: 'code-refused', wasSent, apps: context.apps });
            if (reply.status < 500 || delay === undefined)
                throw new errors/* RefusedError */.fk({ ...reply, url: conversion_hidden(reply.url) }, []);
            wasSent = true;
        }
        catch (error) {
            if (!(error instanceof errors/* UnreachableError */.Jk))
                throw error;
            wasSent ||= !/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(error.code);
            if (delay === undefined)
                throw error;
        }
        await (0,src_time/* sleep */.yy)(delay);
    }
}
function readApp({ body, status }, { account, apps }) {
    const slug = (0,json/* textField */.M8)(body, 'slug');
    const id = (0,json/* positiveIntegerField */.ii)(body, 'id');
    const clientId = (0,json/* textField */.M8)(body, 'client_id') || String(id ?? '');
    const pem = (0,json/* textField */.M8)(body, 'pem');
    const key = readPrivateKey(pem, 'private-key').result;
    // Both become words of commands that are run, and shown to be pasted.
    if (!names_isName(slug) || !/^[\w.-]{1,60}$/.test(clientId) || !key.ok)
        throw new SetupError({ kind: 'conversion-unclear', status, apps });
    const owner = (0,json/* textField */.M8)((0,json/* field */.ZZ)(body, 'owner'), 'login') || (0,json/* textField */.M8)((0,json/* field */.ZZ)(body, 'owner'), 'slug');
    // Another program of this machine could have sent the code of an App of its own.
    if (!names_sameName(owner, account))
        throw new SetupError({ kind: 'app-of-other-account', slug, owner, account });
    return {
        slug,
        clientId,
        owner,
        permissions: permissionsField(body, 'permissions') ?? {},
        settings: `${apps}/${slug}`,
        pem,
        fingerprint: key.value.fingerprint
    };
}

;// CONCATENATED MODULE: ./setup/account.ts







/**
 * Finds out, as the person who is logged in with gh, which kind of account the App will belong to.
 * Raises {@link SetupError} if the person cannot register an App there.
 */
async function checkAccount(gh, { account, host }) {
    const person = await gh.run(['api', 'user', '--jq', '.login']);
    if (names_sameName(person, account))
        return { type: 'user', remark: undefined };
    const role = await gh.ask(['api', route `user/memberships/orgs/${account}`, '--jq', '.role']);
    if (role.isOk) {
        const remark = `You are a member of ${account}, not an owner. GitHub lets you register an App there only if an owner made you a GitHub App manager.`;
        return { type: 'organization', remark: role.output === 'admin' ? undefined : remark };
    }
    const found = await gh.ask(['api', route `users/${account}`, '--jq', '.type']);
    if (!found.isOk)
        throw new SetupError({ kind: 'account-unknown', account, host: host.name });
    const type = accountTypeOf(found.output);
    if (type === 'user')
        throw new SetupError({ kind: 'account-of-other-person', account, person });
    if (type === undefined)
        throw new SetupError({ kind: 'account-type-unknown', account });
    return { type, remark: undefined };
}
/** The same, without anybody being logged in. */
async function lookUpAccount(account, host) {
    const url = host.apiUrl + route `/users/${account}`;
    const { status, body } = await sendOpen({ method: 'GET', url });
    if (status === 404)
        throw new SetupError({ kind: 'account-unknown', account, host: host.name });
    const type = status === 200 ? accountTypeOf((0,json/* textField */.M8)(body, 'type')) : undefined;
    if (type === undefined)
        throw new SetupError({ kind: 'account-type-unknown', account });
    return type;
}
/** Raises {@link SetupError} if an App has this name already, as far as the person can see it. */
async function checkName(gh, name) {
    const app = await gh.ask(['api', route `apps/${slugOf(name)}`, '--jq', '.html_url']);
    if (app.isOk)
        throw new SetupError({ kind: 'name-taken', name, page: app.output });
}
/**
 * Raises {@link SetupError} if the person may not store there, or if something of that name exists
 * and may not be replaced.
 */
async function checkStore(gh, store, options) {
    const { names } = await storedNames(gh, store, options);
    if (names.length > 0 && !options.replaces)
        throw new SetupError({ kind: 'secret-exists', names, where: placeName(store) });
}
/** Which of the two names are stored, and which are not. */
async function storedNames(gh, store, { host, variable, secret }) {
    const names = [];
    const missing = [];
    for (const [what, name] of [
        ['variable', variable],
        ['secret', secret]
    ]) {
        const listed = await gh.list(listCommand(what, store, host));
        const isStored = listed.some((one) => names_sameName((0,json/* textField */.M8)(one, 'name'), name));
        (isStored ? names : missing).push(name);
    }
    return { names, missing };
}

;// CONCATENATED MODULE: ./src/github/app-client.ts



/** A JWT is sent for at most so many milliseconds: a minute less than it is valid. */
const app_client_MAX_USE_MS = LIFETIME_SECONDS * 1000 - 60_000;
/**
 * Calls GitHub as the App, with a JWT that is made when it is first needed, and again before it ends.
 * If GitHub refuses the JWT for its times, and GitHub's own `Date` explains why, the JWT is made again
 * by GitHub's clock, and the call is repeated once. A JWT that was made elsewhere cannot be made again.
 */
class AppClient {
    #options;
    #jwt;
    #skew;
    constructor(options) {
        this.#options = options;
    }
    /** GitHub's clock less the runner's, in milliseconds, if it had to be corrected. */
    get clockSkew() {
        return this.#skew;
    }
    /** The key service's clock less the runner's, in milliseconds, if it had to be corrected. */
    get signerClockSkew() {
        return this.#options.signer.clockSkew?.();
    }
    /** GitHub's time as far as known, in milliseconds since 1970. */
    now() {
        return Date.now() + (this.#skew ?? 0);
    }
    /** Calls GitHub. Raises what `HttpClient.send` and `Signer.jwt` raise. */
    async call(call) {
        const { github, signer } = this.#options;
        let sent;
        const bearer = () => {
            sent = this.#currentJwt();
            return sent.text;
        };
        const authorized = { ...call, bearer, bearerExpires: signer.expiresMs };
        try {
            return await github.call(authorized);
        }
        catch (error) {
            const isFinal = signer.expiresMs !== undefined;
            if (isFinal || !(error instanceof errors/* RefusedError */.fk) || !isClockRefusal(error.reply))
                throw error;
            this.#correctClock(error.reply);
            // Another call at the same time may have corrected the clock before this one.
            if (this.#jwt === sent)
                throw error;
            return await github.call(authorized);
        }
    }
    /** Asks a key service which key it has; undefined if the key is not in one. Never rejects. */
    async lookUpKey() {
        return this.#options.signer.lookUpKey?.();
    }
    #currentJwt() {
        const now = (0,src_time/* monotonicTime */.wI)();
        // A wait for a rate limit can be longer than a JWT is valid.
        if (this.#jwt === undefined || now - this.#jwt.madeAt > app_client_MAX_USE_MS) {
            this.#jwt = { text: this.#makeJwt(), madeAt: now };
        }
        return this.#jwt;
    }
    async #makeJwt() {
        const { signer, issuer, mask } = this.#options;
        const jwt = await signer.jwt(appClaims(issuer, this.now()));
        mask(jwt);
        return jwt;
    }
    #correctClock(reply) {
        if (this.#skew !== undefined)
            return;
        const skew = (0,src_time/* clockSkew */.nW)(reply.date, Date.now());
        if (skew === undefined)
            return;
        this.#skew = skew;
        this.#jwt = undefined;
    }
}

;// CONCATENATED MODULE: ./src/github/github-client.ts


const EFFECTS = {
    GET: 'none',
    POST: 'creates-token',
    DELETE: 'revokes-token'
};
/** Calls GitHub's REST API at one address: https://docs.github.com/en/rest */
class GitHubClient {
    http;
    #apiUrl;
    /** @param apiUrl the API's base address without a trailing slash */
    constructor(apiUrl, http) {
        this.#apiUrl = apiUrl;
        this.http = http;
    }
    /** Returns data for GET, a token for POST, 204 for DELETE. Raises what `HttpClient.send` raises. */
    async call({ method, path, bearer, bearerExpires, body }) {
        return this.http.send({
            method,
            url: this.#apiUrl + path,
            headers: {
                accept: 'application/vnd.github+json',
                'x-github-api-version': '2022-11-28'
            },
            body: body === undefined ? undefined : (0,request_parts/* jsonBody */.J9)(body),
            authorize: async () => (0,request_parts/* bearerAuthorization */.Dv)(await bearer()),
            authorizationExpires: bearerExpires,
            effect: EFFECTS[method],
            followsRedirects: method === 'GET',
            isUsable: (reply) => isUsable(method, reply)
        });
    }
    /** Returns `data` of a GraphQL query, which only reads. Raises what `HttpClient.send` raises. */
    async query({ query, bearer }) {
        const { reply } = await this.http.send({
            method: 'POST',
            // Enterprise Server has it beside its REST API, not in it.
            url: `${this.#apiUrl.replace(/\/v3$/, '')}/graphql`,
            headers: { accept: 'application/vnd.github+json' },
            body: (0,request_parts/* jsonBody */.J9)({ query }),
            authorize: async () => (0,request_parts/* bearerAuthorization */.Dv)(await bearer()),
            effect: 'none',
            followsRedirects: false,
            isUsable: ({ status, body }) => status === 200 && typeof (0,json/* field */.ZZ)(body, 'data') === 'object'
        });
        return (0,json/* field */.ZZ)(reply.body, 'data');
    }
}
function isUsable(method, { status, body }) {
    const isSuccess = status >= 200 && status < 300;
    switch (method) {
        case 'GET':
            return isSuccess && typeof body === 'object';
        case 'POST':
            return isSuccess && (0,json/* textField */.M8)(body, 'token') !== '';
        case 'DELETE':
            return status === 204;
    }
}

;// CONCATENATED MODULE: ./src/http/http-client.ts








const USER_AGENT = 'github-app-token';
const TOTAL_TIMEOUT_MS = 50_000;
/** What a revocation gets at least. */
const MIN_REVOCATION_TIMEOUT_MS = 1_000;
const MAX_REDIRECTS = 3;
/**
 * Sends all requests of a step: over connections that stay open, with a time limit for each request
 * and for all together, retries as {@link decideRetry} decides, and redirects only for requests that
 * allow it, and only within the same scheme, host and port. While a request waits because GitHub
 * says that a rate limit is reached, no other one is sent, except to revoke a token, and the time limit
 * for all together does not run.
 */
class HttpClient {
    /** Every request of this step, in order: the details of a bug report. */
    journal = [];
    #cancelled;
    #rateLimitWaits;
    #transport;
    #deadline = (0,src_time/* monotonicTime */.wI)() + TOTAL_TIMEOUT_MS;
    #creationsUnderWay = 0;
    constructor({ cancelled, rateLimitWaits, early }) {
        this.#cancelled = cancelled;
        this.#rateLimitWaits = rateLimitWaits;
        this.#transport = new HttpTransport(USER_AGENT, early);
        // Each request that is under way listens. Node warns about more than ten.
        (0,external_node_events_.setMaxListeners)(0, cancelled);
    }
    /**
     * Sends a request until its answer is usable. Raises {@link RefusedError} for any other answer,
     * {@link UnreachableError} if none came, {@link InterruptedError} if the job is cancelled.
     */
    async send(request) {
        const attempts = [];
        let rateLimitHits = 0;
        for (;;) {
            this.#checkCancelled(request);
            if (request.effect !== 'revokes-token')
                await this.#waitForRateLimit();
            const authorized = await authorize(request);
            this.#checkCancelled(request);
            const result = await this.#attempt(authorized, attempts);
            if (result.kind === 'done')
                return { reply: result.reply, attempts };
            const { outcome, error } = result;
            if (outcome.kind === 'answered' && outcome.isRateLimited)
                rateLimitHits += 1;
            const retry = decideRetry({
                outcome,
                attempts: attempts.length,
                rateLimitHits,
                remaining: Math.min(this.remaining(), longestDelay(request)),
                remainingForRateLimits: Math.min(this.#rateLimitWaits.budgetLeft((0,src_time/* monotonicTime */.wI)()), longestDelay(request)),
                // GitHub has been seen to answer such a request with a temporary 400; other services not.
                createsToken: request.effect === 'creates-token' && request.refusals === undefined,
                random: Math.random()
            });
            if (retry === undefined)
                throw error;
            if (retry.kind === 'rate-limit') {
                this.#rateLimitWaits.begin((0,src_time/* monotonicTime */.wI)(), retry);
                await this.#waitForRateLimit();
            }
            else
                await this.#pause(retry.delay, request);
        }
    }
    /** Closes the connections that wait for a next request, if there is none. */
    close() {
        this.#transport.close();
    }
    /** How many requests may have created a token although no usable answer has arrived. */
    get lostTokens() {
        return this.journal.filter(attempt_mayHaveLostToken).length + this.#creationsUnderWay;
    }
    /** How many milliseconds of the step's time limit are left; negative when it is over. */
    remaining() {
        const now = (0,src_time/* monotonicTime */.wI)();
        return this.#deadline + this.#rateLimitWaits.waited(now) - now;
    }
    async #attempt(request, attempts) {
        try {
            const reply = await this.#follow(request, (attempt) => {
                attempts.push(attempt);
                this.journal.push(attempt);
            });
            if (request.isUsable(reply))
                return { kind: 'done', reply };
            const waited = this.#rateLimitWaits.waited((0,src_time/* monotonicTime */.wI)());
            const error = new errors/* RefusedError */.fk(reply, attempts, waited);
            return { kind: 'failed', error, outcome: outcomeOf(request, reply) };
        }
        catch (error) {
            if (!(error instanceof TransportError))
                throw error;
            const attempt = unanswered(request, error);
            attempts.push(attempt);
            this.journal.push(attempt);
            const failure = new errors/* UnreachableError */.Jk(attempt, attempts, { cause: error });
            return { kind: 'failed', error: failure, outcome: attempt };
        }
    }
    /** Sends a request, and again to where it is redirected, if it may be. */
    async #follow(request, record) {
        let { url } = request;
        for (let redirects = 0;; redirects++) {
            const reply = await this.#exchange(request, url);
            const next = redirectOf(request, reply);
            if (next === undefined || redirects === MAX_REDIRECTS) {
                record(answered(request, reply));
                return reply;
            }
            this.journal.push(answered(request, reply));
            url = next;
        }
    }
    async #exchange(request, url) {
        const limit = this.#requestTimeout(request);
        if (limit <= 0)
            throw new TransportError('ENOTIME');
        const exchange = this.#transport.exchange({ ...request, url }, limit);
        if (request.effect === 'none') {
            return readReply(url, await this.#unlessCancelled(exchange), request.secrets);
        }
        const creations = request.effect === 'creates-token' ? 1 : 0;
        this.#creationsUnderWay += creations;
        try {
            return readReply(url, await exchange, request.secrets);
        }
        finally {
            this.#creationsUnderWay -= creations;
        }
    }
    async #unlessCancelled(work) {
        return new Promise((resolve, reject) => {
            const stop = () => {
                reject(new errors/* InterruptedError */.p4());
            };
            this.#cancelled.addEventListener('abort', stop);
            work.then(resolve, reject).finally(() => {
                this.#cancelled.removeEventListener('abort', stop);
            });
        });
    }
    async #pause(delay, { effect }) {
        if (effect === 'revokes-token') {
            await (0,src_time/* sleep */.yy)(delay);
            return;
        }
        try {
            await (0,src_time/* sleep */.yy)(delay, this.#cancelled);
        }
        catch {
            throw new errors/* InterruptedError */.p4();
        }
    }
    /**
     * Waits until the current wait for a rate limit is over. A cancelled job ends the wait at once, also
     * before a revocation: post tries again.
     */
    async #waitForRateLimit() {
        for (let left = this.#rateLimitLeft(); left > 0; left = this.#rateLimitLeft()) {
            try {
                await (0,src_time/* sleep */.yy)(left, this.#cancelled);
            }
            catch {
                throw new errors/* InterruptedError */.p4();
            }
        }
    }
    #rateLimitLeft() {
        return this.#rateLimitWaits.currentWaitLeft((0,src_time/* monotonicTime */.wI)());
    }
    #checkCancelled({ effect }) {
        if (effect !== 'revokes-token' && this.#cancelled.aborted)
            throw new errors/* InterruptedError */.p4();
    }
    /** How long a request may take; nothing or less if the step's time is over. */
    #requestTimeout({ effect }) {
        const limit = Math.min(REQUEST_TIMEOUT_MS, this.remaining());
        return effect === 'revokes-token' ? Math.max(MIN_REVOCATION_TIMEOUT_MS, limit) : limit;
    }
}
/** How many milliseconds a request may wait, so that its authorization does not end while it is sent. */
function longestDelay({ authorizationExpires = Infinity }) {
    return authorizationExpires - REQUEST_TIMEOUT_MS - Date.now();
}
async function authorize(request) {
    const { headers, secrets } = await request.authorize();
    return { ...request, headers: { ...request.headers, ...headers }, secrets };
}
/** The part of an answer that decides whether to try again. */
function outcomeOf({ refusals }, reply) {
    const { status, wait } = reply;
    return refusals === undefined
        ? { kind: 'answered', status, isRateLimited: reply.isRateLimited, wait }
        : {
            kind: 'answered',
            status,
            isRateLimited: false,
            isTemporary: refusals.isTemporary(reply),
            wait
        };
}
function answered(request, reply) {
    const message = request.refusals?.codeOf(reply) ?? reply.message;
    return {
        kind: 'answered',
        method: request.method,
        effect: request.effect,
        url: (0,request_parts/* withoutQuery */.j$)(reply.url),
        status: reply.status,
        message: message === '' ? reply.statusText : message,
        requestId: reply.requestId,
        isUsable: request.isUsable(reply)
    };
}
function unanswered({ method, effect, url }, error) {
    const { code, message } = error;
    return { kind: 'unanswered', method, effect, url: (0,request_parts/* withoutQuery */.j$)(url), code, message };
}
/** Where to go instead, if the answer says so and the request may be repeated there. */
function redirectOf({ followsRedirects }, reply) {
    if (!followsRedirects || ![301, 302, 307, 308].includes(reply.status))
        return undefined;
    if (reply.location === undefined || !URL.canParse(reply.location, reply.url))
        return undefined;
    const next = new URL(reply.location, reply.url);
    return next.origin === new URL(reply.url).origin ? next.href : undefined;
}

;// CONCATENATED MODULE: ./src/http/rate-limit-waits.ts

/** Answers to parallel requests that meet one limit differ by less than this, in milliseconds. */
const SAME_RATE_LIMIT_MS = 1_000;
/**
 * The waits of a step for GitHub's rate limits. All requests share them: requests that meet a limit
 * together wait until the same moment, and their waits do not add up. Together, the waits of a step
 * never take longer than its `longest`. Moments (`now`) are those of one monotonic clock.
 */
class RateLimitWaits {
    #longest;
    #announce;
    #isClosed = false;
    /** How long the waits before the latest one took. */
    #before = 0;
    /** The latest wait. */
    #start = 0;
    #end = 0;
    /**
     * @param longest how long all waits may take together, in milliseconds
     * @param announce called with a line for the log when a wait begins, and when it becomes longer
     */
    constructor(longest, announce) {
        this.#longest = longest;
        this.#announce = announce;
    }
    /** How long the step has waited so far, in milliseconds. */
    waited(now) {
        return this.#before + Math.min(now, this.#end) - this.#start;
    }
    /** How long the step may still wait, in milliseconds. */
    budgetLeft(now) {
        return this.#isClosed ? 0 : this.#longest - this.waited(now);
    }
    /** How long the wait that is under way still takes, in milliseconds; 0 if there is none. */
    currentWaitLeft(now) {
        return Math.max(0, this.#end - now);
    }
    /** Begins a wait, or joins the one that is under way. */
    begin(now, wait) {
        const isUnderWay = now < this.#end;
        const asksNothingNew = now + wait.asked < this.#end + SAME_RATE_LIMIT_MS;
        const delay = isUnderWay && asksNothingNew ? wait.asked : wait.delay;
        const end = now + Math.min(delay, this.budgetLeft(now));
        if (isUnderWay) {
            this.#end = Math.max(this.#end, end);
            if (asksNothingNew)
                return;
        }
        else {
            this.#before = this.waited(now);
            this.#start = now;
            this.#end = end;
        }
        this.#announce(describeWait(wait));
    }
    /** From now on, no wait is begun. */
    close() {
        this.#isClosed = true;
    }
}
/** What the log says when a wait begins. */
function describeWait({ delay, asked }) {
    const least = Math.round(asked / 1000);
    const request = least === 0 ? '' : ` (GitHub asks for at least ${least})`;
    return `GitHub's rate limit is reached. The step tries again in ${(0,src_time/* inSeconds */.F7)(delay)}${request}.`;
}

// EXTERNAL MODULE: ./node_modules/jsonwebtoken/sign.js
var sign = __webpack_require__(4912);
var sign_default = /*#__PURE__*/__webpack_require__.n(sign);
;// CONCATENATED MODULE: ./src/signers/open.ts

/** Opens the signer for a kind of key. A key service's is loaded late, because most steps have a PEM. */
async function openSigner(key, options) {
    switch (key.kind) {
        case 'pem':
            return pemSigner(key);
        case 'jwt':
            return jwtSigner(key);
        case 'key-service': {
            const { openKeyServiceSigner } = await __webpack_require__.e(/* import() */ 46).then(__webpack_require__.bind(__webpack_require__, 3046));
            return openKeyServiceSigner(key, options);
        }
    }
}
/** Signs with a private key that is on the runner. */
function pemSigner({ pem }) {
    return {
        expiresMs: undefined,
        jwt: (claims) => Promise.resolve(sign_default()({ ...claims }, pem, { algorithm: 'RS256' }))
    };
}
/** Signs nothing: it has one JWT, which was made elsewhere. */
function jwtSigner({ jwt, expires }) {
    return { expiresMs: expires * 1000, jwt: () => Promise.resolve(jwt) };
}

;// CONCATENATED MODULE: ./setup/app-calls.ts







/** How long a setup waits for rate limits in one stage, in milliseconds. */
const MAX_LIMIT_WAIT_MS = 120_000;
/**
 * Prepares calls as the App. Sends nothing. The client gives up after less than a minute, so each stage
 * has calls of its own.
 */
function callsAs({ clientId, pem }, apiUrl, announce) {
    const key = readPrivateKey(pem, 'private-key').result;
    if (!key.ok)
        throw new SetupError({ kind: 'key-file-unusable', path: '', what: '' });
    const http = new HttpClient({
        cancelled: new AbortController().signal,
        rateLimitWaits: new RateLimitWaits(MAX_LIMIT_WAIT_MS, announce),
        early: undefined
    });
    const github = new GitHubClient(apiUrl, http);
    const signer = pemSigner(key.value);
    // The JWT is in no log here, so there is nothing to mask.
    const app = new AppClient({ github, signer, issuer: clientId, mask: () => undefined });
    return { app, github, remaining: () => http.remaining() };
}

;// CONCATENATED MODULE: ./setup/context.ts



/** Explains what GitHub refuses, or that it cannot be reached, in the words of the action. */
async function withWords({ apiUrl }, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof errors/* RefusedError */.fk || error instanceof errors/* UnreachableError */.Jk))
            throw error;
        const [{ problem, fix }] = explain({ error });
        // The action names the address that its inputs say.
        const what = problem.replace('the API', apiUrl);
        throw new SetupError({ kind: 'github-failed', what, fix }, { cause: error });
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./setup/consent-page.ts


const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --back: #ffffff; --line: #d1d9e0;
  --panel: #f6f8fa; --button: #1f7a37; --focus: #0757ba; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f6fc; --soft: #a8b1bb; --back: #0d1117; --line: #3d444d; --panel: #151b23;
    --button: #238636; --focus: #6cb6ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
p { margin: .5rem 0; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em;
  overflow-wrap: anywhere; }
.soft { color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 1.5rem 0 0;
  padding: 1rem 1.25rem; background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.permissions { list-style: none; padding: 0; border-top: 1px solid var(--line); }
.permissions li { display: grid; grid-template-columns: 16.5rem 1fr; gap: 0 1.25rem;
  padding: .45rem 0; border-bottom: 1px solid var(--line); }
.permissions strong, .permissions span { overflow-wrap: anywhere; }
ul { margin: .5rem 0; padding-left: 1.25rem; }
button { margin: 1.75rem 0 .75rem; padding: .7rem 1.4rem; font: inherit; font-weight: 600; color: #ffffff;
  background: var(--button); border: 1px solid transparent; border-radius: .5rem; cursor: pointer; }
button:hover { filter: brightness(1.08); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
a { color: var(--focus); }
@media (max-width: 30rem) {
  main { padding-top: 1.5rem; }
  dl, .permissions li { grid-template-columns: 1fr; gap: 0; }
  dd + dt { margin-top: .6rem; }
  button { width: 100%; }
}
`;
/** The source of the style, for the Content-Security-Policy. */
const STYLE_SOURCE = `'sha256-${(0,external_node_crypto_.createHash)('sha256').update(STYLE).digest('base64')}'`;
/** The page that asks for consent. Its one button sends the manifest to GitHub. */
function consentPage(content) {
    const { account, repositories, permissions, storing, action, manifest } = content;
    const host = new URL(action).host;
    return page(`Create a GitHub App for ${repositories[0] ?? account}`, `
<h1>Create a GitHub App for ${consent_page_text(repositories[0] ?? account)}</h1>
<p class="soft">Nothing has been created yet. Check this, then go on to ${consent_page_text(host)}.</p>
<dl>
  <dt>Name</dt><dd>${consent_page_text(manifest.name)}</dd>
  <dt>Owner</dt><dd>${consent_page_text(account)}</dd>
  <dt>Repositories</dt><dd>${repositories.map(consent_page_text).join('<br>')}</dd>
  <dt>Webhook</dt><dd>off</dd>
</dl>
<h2 id="permissions">What the App may do</h2>
<ul class="permissions" aria-labelledby="permissions">
${permissions.map(entry).join('\n')}
</ul>
<p class="soft">GitHub adds <code>metadata: read</code>. Installing the App is a separate step, and you choose the repositories there.</p>
<h2 id="storing">What will be stored</h2>
<ul aria-labelledby="storing">
${storing.map((line) => `  <li>${consent_page_text(line)}</li>`).join('\n')}
</ul>
<form action="${consent_page_text(action)}" method="post">
  <input type="hidden" name="manifest" value="${consent_page_text(JSON.stringify(manifest))}">
  <button type="submit">Create the App on ${consent_page_text(host)}</button>
</form>
<p class="soft">Sign in to ${consent_page_text(host)} in this browser first. GitHub asks once more, and lets you change the name. This page works for ten minutes.</p>`);
}
function entry({ name, level, from }) {
    return `  <li><strong>${consent_page_text(dashed(name))}: ${level}</strong> <span class="soft">${from.map(consent_page_text).join('<br>')}</span></li>`;
}
/** The page after GitHub has sent the person back. */
function donePage() {
    return page('The App is created', `
<h1>The App is created</h1>
<p>Go back to the terminal. It stores the key, and then opens the page where you install the App. You can close this page.</p>`);
}
/** A page for a request that is refused. */
function refusalPage(title, advice) {
    return page(title, `\n<h1>${consent_page_text(title)}</h1>\n<p>${consent_page_text(advice)}</p>`);
}
function page(title, body) {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${consent_page_text(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>${body}
</main>
</body>
</html>
`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};
/** Text that stays text in HTML, also in an attribute. */
function consent_page_text(raw) {
    return raw.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

;// CONCATENATED MODULE: ./setup/consent-server.ts





/** How long the page works, in milliseconds. */
const CONSENT_LIFETIME_MS = 600_000;
const consent_server_HOST = '127.0.0.1';
/** GitHub's codes are shorter; nothing else is sent on. */
const CODE = /^[\w-]{8,200}$/;
/**
 * The page on the loopback that asks the person for consent, and takes the code that GitHub sends back.
 * Its address has a random part, so that other programs of this machine do not find it. It answers only
 * if the browser asked for this very address, takes one code for its state, and ends after its time.
 */
class ConsentServer {
    /** The address to open in a browser. */
    address;
    port;
    #server;
    #options;
    #path;
    #state = random();
    #code;
    #take = () => undefined;
    #timer;
    #isUsed = false;
    constructor(server, path, options) {
        this.#server = server;
        this.#options = options;
        this.#path = path;
        this.port = server.address().port;
        this.address = `http://${consent_server_HOST}:${this.port}${path}`;
        this.#code = new Promise((resolve, reject) => {
            this.#take = resolve;
            this.#timer = setTimeout(() => {
                reject(new SetupError(options.noConsent));
                this.close();
            }, options.lifetime);
        });
        // Nobody may be waiting yet.
        this.#code.catch(() => undefined);
    }
    /** Opens the page. Raises {@link SetupError} if the port cannot be used. */
    static async open(options) {
        const path = `/${random()}/`;
        const server = (0,external_node_http_.createServer)();
        server.listen(options.port, consent_server_HOST);
        try {
            await (0,external_node_events_.once)(server, 'listening');
        }
        catch (error) {
            const { code = '' } = error;
            throw new SetupError({ kind: 'port-taken', port: options.port, code }, { cause: error });
        }
        const page = new ConsentServer(server, path, options);
        server.on('request', (request, response) => {
            page.#serve(request, response);
        });
        return page;
    }
    /** The code that GitHub sends. Raises {@link SetupError} if none comes in time. */
    code() {
        return this.#code;
    }
    /** Ends the page. */
    close() {
        clearTimeout(this.#timer);
        this.#server.close();
        this.#server.closeAllConnections();
    }
    /** From now on, the page does not keep the process alive. */
    unref() {
        clearTimeout(this.#timer);
        this.#server.unref();
    }
    #serve(request, response) {
        const refusal = this.#refuse(request);
        if (refusal !== undefined) {
            answer(response, refusal.status, refusalPage(refusal.title, refusal.advice), this.#policy());
            return;
        }
        const base = `http://${consent_server_HOST}:${this.port}`;
        // Any page can make the browser ask for `//`, which is no address.
        const url = new URL(URL.canParse(request.url ?? '', base) ? (request.url ?? '') : '/', base);
        switch (url.pathname) {
            case this.#path:
                answer(response, 200, this.#render(), this.#policy());
                return;
            case `${this.#path}callback`:
                this.#receive(url.searchParams, response);
                return;
            case `${this.#path}done`:
                answer(response, 200, donePage(), this.#policy());
                return;
            default:
                answer(response, 404, NOT_FOUND, this.#policy());
        }
    }
    #render() {
        const redirect = `http://${consent_server_HOST}:${this.port}${this.#path}callback`;
        return this.#options.render(redirect, this.#state);
    }
    /** Takes the code if the state is the one of this page, once. */
    #receive(query, response) {
        const code = query.get('code') ?? '';
        if (!isSame(query.get('state') ?? '', this.#state) || !CODE.test(code)) {
            answer(response, 400, WRONG_STATE, this.#policy());
            return;
        }
        if (this.#isUsed) {
            answer(response, 410, USED, this.#policy());
            return;
        }
        this.#isUsed = true;
        // The code leaves the address line of the browser.
        answer(response, 303, '', { ...this.#policy(), location: `${this.#path}done` });
        this.#take(code);
    }
    /** Why a request is not answered, if it is not. */
    #refuse({ method, headers }) {
        const own = `${consent_server_HOST}:${this.port}`;
        // Another name could be one that an attacker's name server points to this machine.
        if (headers.host !== own)
            return { status: 421, ...FOREIGN };
        // What a page of another site starts is a visit by GitHub's redirect, and nothing else.
        const { origin } = headers;
        const known = [undefined, 'null', `http://${own}`, this.#options.webUrl];
        if (!known.includes(origin))
            return { status: 403, ...FOREIGN };
        const mode = headers['sec-fetch-mode'];
        if (mode !== undefined && mode !== 'navigate')
            return { status: 403, ...FOREIGN };
        return method === 'GET' ? undefined : { status: 405, ...FOREIGN };
    }
    #policy() {
        const { webUrl } = this.#options;
        return {
            'content-security-policy': [
                "default-src 'none'",
                `style-src ${STYLE_SOURCE}`,
                'img-src data:',
                `form-action ${webUrl}`,
                "base-uri 'none'",
                "frame-ancestors 'none'"
            ].join('; ')
        };
    }
}
const FOREIGN = {
    title: 'This request is refused',
    advice: 'Open the address that the terminal shows.'
};
const NOT_FOUND = refusalPage('There is no such page', 'Open the address that the terminal shows.');
const WRONG_STATE = refusalPage('This answer does not belong to this setup', 'It may come from an earlier one. Open the address that the terminal shows.');
const USED = refusalPage('The App is created already', 'Go back to the terminal.');
function random() {
    return (0,external_node_crypto_.randomBytes)(24).toString('base64url');
}
function isSame(one, other) {
    const [a, b] = [Buffer.from(one), Buffer.from(other)];
    return a.length === b.length && (0,external_node_crypto_.timingSafeEqual)(a, b);
}
function answer(response, status, html, headers) {
    response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        // GitHub must not learn the random part of the address.
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        connection: 'close',
        ...headers
    });
    response.end(html);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./scripts/list-uses/actions.json
const actions_namespaceObject = /*#__PURE__*/JSON.parse('["actions/create-github-app-token","tibdex/github-app-token","peter-murray/workflow-application-token-action","getsentry/action-github-app-token"]');
;// CONCATENATED MODULE: ./setup/workflows.ts


/**
 * Every step of a workflow or a composite action that uses this action, or one of those that it
 * replaces. A file that is no YAML has none.
 */
function usesIn(path, text) {
    const lines = new dist/* LineCounter */.HN();
    const found = [];
    for (const document of (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines, merge: true })) {
        if ('empty' in document)
            continue;
        (0,dist/* visit */.YR)(document, {
            Map: (_, step) => {
                const uses = step.get('uses');
                if (typeof uses !== 'string' || !isTokenAction(uses))
                    return;
                const { line } = lines.linePos(step.range?.[0] ?? 0);
                found.push({ place: `${path}:${line}`, inputs: inputsOf(step) });
            }
        });
    }
    return found;
}
/** This action has this name whoever publishes it. */
const THIS_ACTION = /^[\w.-]+\/github-app-token$/;
function isTokenAction(uses) {
    const [name = ''] = uses.toLowerCase().split('@');
    return actions_namespaceObject.includes(name) || THIS_ACTION.test(name);
}
function inputsOf(step) {
    const inputs = step.get('with');
    if (!(0,dist/* isMap */.jh)(inputs))
        return new Map();
    return new Map(inputs.items.flatMap(({ key, value }) => (0,dist/* isScalar */.jn)(key) && (0,dist/* isScalar */.jn)(value)
        ? [[String(key.value).toLowerCase(), scalarText(value.value)]]
        : []));
}
/** A value as the runner passes it. */
function scalarText(value) {
    if (typeof value === 'string')
        return value.trim();
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

;// CONCATENATED MODULE: ./setup/files.ts




/** Where a repository keeps its workflows. */
const WORKFLOWS = '.github/workflows';
/** Every step of the workflows in a folder, or of one file, that creates an App token. */
function readUses(path) {
    try {
        const files = (0,external_node_fs_.statSync)(path).isDirectory()
            ? (0,external_node_fs_.readdirSync)(path)
                .filter((name) => /\.ya?ml$/i.test(name))
                .toSorted()
                .map((name) => (0,external_node_path_.join)(path, name))
            : [path];
        return files.flatMap((file) => usesIn(file.replaceAll('\\', '/'), readRegularFile(file).toString('utf8')));
    }
    catch (error) {
        throw new SetupError({ kind: 'workflows-unreadable', path, code: codeOf(error) }, { cause: error });
    }
}
/** Whether a folder exists. */
function hasWorkflows() {
    return (0,external_node_fs_.existsSync)(WORKFLOWS);
}
/**
 * Raises {@link SetupError} if a new file cannot be written there. Tries it, because only that shows
 * every reason: a folder, a link to nowhere, a name that is too long.
 */
function checkNewFile(path) {
    writePrivately(path, '');
    (0,external_node_fs_.rmSync)(path);
}
/** Writes a new file that only this user can read. Raises {@link SetupError} if it cannot. */
function writePrivately(path, content) {
    try {
        (0,external_node_fs_.writeFileSync)(path, content, { mode: 0o600, flag: 'wx' });
    }
    catch (error) {
        const code = codeOf(error);
        // Half a file would keep the next try from writing it.
        if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO')
            (0,external_node_fs_.rmSync)(path, { force: true });
        throw new SetupError({ kind: 'file-unwritable', path, code }, { cause: error });
    }
}
/** Reads a file. Raises {@link SetupError} if it cannot. */
function readBytes(path) {
    try {
        return readRegularFile(path);
    }
    catch (error) {
        throw new SetupError({ kind: 'file-unreadable', path, code: codeOf(error) }, { cause: error });
    }
}
/** Nothing that this program reads is as large. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** Reads a file, but no device or pipe, which might never end. */
function readRegularFile(path) {
    const status = (0,external_node_fs_.statSync)(path);
    if (!status.isFile())
        throw Object.assign(new Error(path), { code: 'not a file' });
    if (status.size > MAX_FILE_BYTES)
        throw Object.assign(new Error(path), { code: 'too large' });
    return (0,external_node_fs_.readFileSync)(path);
}
function codeOf(error) {
    return error.code ?? 'unknown';
}

;// CONCATENATED MODULE: ./src/config/key-service/facts.ts
/** Each input for a key service. */
const KEY_SERVICE_INPUTS = [
    'kms-key',
    'aws-role-to-assume',
    'gcp-workload-identity-provider',
    'gcp-service-account',
    'azure-client-id',
    'azure-tenant-id',
    'vault-address',
    'vault-role',
    'vault-auth-path',
    'vault-namespace',
    'audience'
];
/**
 * The variables that count for a login. No other does: an earlier step could set it, and so choose where
 * the step logs in.
 */
const KEY_SERVICE_VARIABLES = (/* unused pure expression or super */ null && ([
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'VAULT_TOKEN',
    'BAO_TOKEN'
]));
/** What must be masked before a key service is used: the secrets of a login. */
function secretsOfLogin(variables) {
    return [
        variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
        variables.AWS_ACCESS_KEY_ID,
        variables.AWS_SECRET_ACCESS_KEY,
        variables.AWS_SESSION_TOKEN,
        variables.VAULT_TOKEN,
        variables.BAO_TOKEN
    ].filter((secret) => secret.length >= facts_MIN_SECRET_LENGTH);
}
/** To mask a shorter text would hide ordinary words of the log. */
const facts_MIN_SECRET_LENGTH = 8;

;// CONCATENATED MODULE: ./src/config/input-names.ts




/** The inputs of this action, without those of single permissions. */
const OWN_INPUTS = [
    'client-id',
    'app-id',
    'private-key',
    'private-key-file',
    'jwt',
    ...KEY_SERVICE_INPUTS,
    'token-service',
    'trust-policy',
    'fallback-token',
    'owner',
    'repositories',
    'repository-ids',
    'installation-id',
    'enterprise',
    'permissions',
    'skip-token-revoke',
    'renew',
    'github-api-url',
    'git-credentials',
    'git-identity'
];
/** Whether an input is one of this action, or is read as one for permissions. */
function isReadInput(name, value) {
    return OWN_INPUTS.includes(name) || isForPermissions(name, value);
}
/**
 * Whether an input, other than `permissions`, is for permissions: `permission-contents`, or a misspelt
 * one such as `permisson-contents`, `contents-permission` or `contents`. If a misspelt one were ignored,
 * the token could get every permission.
 *
 * @param name in lower case
 */
function isForPermissions(name, value) {
    if (OWN_INPUTS.includes(name) || value === '')
        return false;
    return name.startsWith('permission') || meantInput(name, value) !== undefined;
}
/** The input for permissions that a misspelt one was meant to be. Undefined if it is not about permissions. */
function meantInput(name, value) {
    const words = name.split(/[-_ .]+/).filter((word) => word !== '');
    if (isPermissionWord(words[0]))
        return meantBehind(words.slice(1), name, value);
    if (isPermissionWord(words.at(-1)))
        return meantBefore(words.slice(0, -1), value);
    const glued = nearMiss(name, permissionInputs());
    if (glued !== undefined)
        return glued;
    // A permission's name is an input of other actions as well, but not with a level as its value.
    const meant = isLevel(value.toLowerCase()) ? knownName(words) : undefined;
    return meant === undefined ? undefined : `permission-${dashed(meant)}`;
}
/** `permisson-contents`, `perm-contents`, `permissons` */
function meantBehind(words, name, value) {
    if (words.length === 0)
        return 'permissions';
    const meant = knownName(words);
    if (meant !== undefined)
        return `permission-${dashed(meant)}`;
    return name.startsWith('permission') || isLevel(value.toLowerCase())
        ? `permission-${words.join('-')}`
        : meantByValue(value);
}
/** `contents-permission`, `token-permissions` */
function meantBefore(words, value) {
    const name = words.join('_');
    return permission_list_KNOWN_PERMISSIONS.has(name) ? `permission-${dashed(name)}` : meantByValue(value);
}
/** `check-permissions: true` of another action requests nothing. A value with a level does. */
function meantByValue(value) {
    return /\b(?:read|write|admin)\b/i.test(value) ? 'permissions' : undefined;
}
function knownName(words) {
    return nearMiss(words.join('_'), permission_list_KNOWN_PERMISSIONS.keys());
}
function isPermissionWord(word = '') {
    return /^perms?$/.test(word) || nearMiss(word, ['permission', 'permissions']) !== undefined;
}
function permissionInputs() {
    return [...permission_list_KNOWN_PERMISSIONS.keys()].map((name) => `permission-${dashed(name)}`);
}

;// CONCATENATED MODULE: ./src/config/parse-permissions.ts







/** GitHub has less than a hundred. */
const MAX_PERMISSIONS = 500;
/**
 * Reads what the tokens may do: `permissions: read-all` alone, or as {@link parsePermissions} does.
 * Problems: each `PermissionProblem`.
 */
function parseRequestedPermissions(permissions, inputs) {
    if (permissions.toLowerCase() !== 'read-all') {
        return map(parsePermissions(permissions, inputs), (listed) => listed === undefined ? { kind: 'everything' } : { kind: 'listed', permissions: listed });
    }
    const [other] = inputs.keys();
    return other === undefined
        ? valid({ kind: 'read-all' })
        : invalid({ kind: 'read-all-with-others', input: printable(other) });
}
/**
 * Reads what permissions the token gets, from `permissions` and from every `permission-<name>`
 * input. Undefined: no permission is named, so the token gets all that the installation was granted.
 * A name or level outside GitHub's published list is sent, since GitHub may know it before the list
 * does; a name that is nearly a listed one is a problem.
 *
 * @param permissions the input `permissions`: lines or a comma list of `name: level`, or JSON
 * @param inputs every input that is set and is for permissions, except `permissions` itself, by its
 *   lower-case name as the workflow has it (`permission-contents`). Misspelt ones count: see
 *   `isForPermissions`.
 */
function parsePermissions(permissions, inputs) {
    if (inputs.size > MAX_PERMISSIONS)
        return tooMany(inputs.size);
    const list = parseList(permissions);
    const named = parseInputs(inputs);
    const requested = [...(list.ok ? list.value : []), ...named.requested];
    const combined = combinePermissions(requested);
    const problems = [
        ...(list.ok ? [] : list.problems),
        ...named.problems,
        ...(combined.ok ? [] : combined.problems)
    ];
    const hasOthers = requested.some((one) => readPermission(one).ok);
    return parsed_invalidIfAny(problems.map((one) => withOthers(one, hasOthers))) ?? combined;
}
/** What would happen without a permission depends on whether another one is requested. */
function withOthers(problem, hasOthers) {
    return 'hasOthers' in problem ? { ...problem, hasOthers } : problem;
}
/** Takes all permissions together: known names, known levels, no contradiction. */
function combinePermissions(requested) {
    if (requested.length > MAX_PERMISSIONS)
        return tooMany(requested.length);
    const problems = [];
    const messages = [];
    const usable = new Map();
    for (const one of requested) {
        const read = readPermission(one);
        if (!read.ok) {
            problems.push(...read.problems);
            continue;
        }
        const { name, level } = read.value;
        const earlier = usable.get(name);
        if (earlier !== undefined && earlier.level !== level) {
            problems.push(twoLevels(earlier, read.value));
        }
        else if (RETIRED_PERMISSIONS.has(name)) {
            messages.push(retired(read.value));
        }
        else {
            usable.set(name, read.value);
        }
    }
    const refused = parsed_invalidIfAny(problems);
    if (refused !== undefined)
        return refused;
    if (requested.length === 0)
        return parsed_valid(undefined);
    // If only retired permissions were named, an empty request would mean "everything".
    if (usable.size === 0)
        return parsed_valid({ metadata: 'read' }, messages);
    const entries = [...usable].map(([name, { level }]) => [name, level]);
    return parsed_valid(Object.fromEntries(entries), messages);
}
function readPermission(requested) {
    const { input } = requested;
    const name = underscored(requested.name);
    const level = requested.level.toLowerCase();
    if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) {
        const shown = (0,src_printable/* printable */.g)(requested.name);
        return parsed_invalid({ kind: 'permission-name-malformed', where: (0,src_printable/* printable */.g)(input), name: shown });
    }
    if (!isLevel(level))
        return parsed_invalid(malformedLevel(requested));
    if (!permission_list_KNOWN_PERMISSIONS.has(name) && !RETIRED_PERMISSIONS.has(name)) {
        const near = nearMiss(name, permission_list_KNOWN_PERMISSIONS.keys());
        if (near !== undefined) {
            const meant = input === 'permissions' ? dashed(near) : `permission-${dashed(near)}`;
            const where = parse_permissions_placeOf(requested);
            return parsed_invalid({
                kind: 'permission-unknown',
                what: 'permission',
                where,
                meant,
                hasOthers: false
            });
        }
    }
    return parsed_valid({ input, name, level });
}
function tooMany(count) {
    return parsed_invalid({ kind: 'too-many-permissions', count });
}
function twoLevels(one, other) {
    const asked = [one, other].map(({ level, input }) => ({ level, where: (0,src_printable/* printable */.g)(input) }));
    return { kind: 'permission-at-two-levels', name: dashed(one.name), asked };
}
function retired({ input }) {
    return {
        level: 'warning',
        message: `${input}: GitHub has removed this permission. The request leaves it out. Remove the line.`
    };
}
/** Reads the `permission-*` inputs. One misspelt name does not hide what else is wrong. */
function parseInputs(inputs) {
    const requested = [];
    const problems = [];
    for (const [input, level] of inputs) {
        const name = /^permission-(.+)$/.exec(input)?.[1];
        if (name !== undefined)
            requested.push({ input, name, level });
        else {
            const meant = (0,src_printable/* printable */.g)(meantInput(input, level) ?? 'permissions');
            const where = (0,src_printable/* printable */.g)(input);
            problems.push({ kind: 'permission-unknown', what: 'input', where, meant, hasOthers: false });
        }
    }
    return { requested, problems };
}
/** Where a permission is requested, for a message: its input, or the line of `permissions`. */
function parse_permissions_placeOf({ input, name }) {
    return (0,src_printable/* printable */.g)(input === 'permissions' ? `permissions: ${dashed(name)}` : input);
}
/** No level is longer than this. A longer text may be a secret. */
const MAX_LEVEL_LENGTH = 15;
function malformedLevel(requested) {
    const { name, level } = requested;
    return {
        kind: 'permission-level-malformed',
        where: parse_permissions_placeOf(requested),
        level: level.length > MAX_LEVEL_LENGTH ? undefined : (0,src_printable/* printable */.g)(level),
        length: level.length,
        isExpression: expression_isExpression(level),
        levels: permission_list_KNOWN_PERMISSIONS.get(underscored(name)) ?? LEVELS
    };
}
function parseList(text) {
    if (text === '')
        return parsed_valid([]);
    const entries = text.startsWith('{') ? jsonEntries(text) : lineEntries(text);
    if (!Array.isArray(entries)) {
        return parsed_invalid({ kind: 'permissions-unreadable', mistake: entries });
    }
    if (entries.length === 0) {
        return parsed_invalid({ kind: 'permissions-name-none', text: (0,src_printable/* printable */.g)(text), hasOthers: false });
    }
    return parsed_valid(entries.map(([name, level]) => ({ input: 'permissions', name, level })));
}
function lineEntries(text) {
    const entries = [];
    const lines = text.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
        for (const item of names_splitList(line)) {
            const match = /^([^:=\s]+)\s*:\s*([^:\s]+)$/.exec(item);
            const [, name, level] = match ?? [];
            if (name === undefined || level === undefined || SCOPES.test(item)) {
                return parse_permissions_mistakeIn(text, item, lines.length > 1 ? index + 1 : undefined);
            }
            entries.push([name, level]);
        }
    }
    return entries;
}
/** Scopes of personal access tokens (classic). */
const SCOPES = /^(?:repo|workflow|gist|user|notifications|delete_repo|project|codespace|copilot|audit_log|(?:read|write|admin|delete|manage|repo|user):[a-z_]+)$/;
function parse_permissions_mistakeIn(text, item, line) {
    if (text.startsWith('['))
        return { mistake: 'json-list', text: (0,src_printable/* printable */.g)(text) };
    if (/^(?:write|admin)-all$/i.test(text))
        return { mistake: 'every-level', text: (0,src_printable/* printable */.g)(text) };
    if (SCOPES.test(item))
        return { mistake: 'scopes', text: (0,src_printable/* printable */.g)(item) };
    return { mistake: 'entry', text: (0,src_printable/* printable */.g)(item), line, reason: entryMistake(item) };
}
function entryMistake(item) {
    if (/^[-*]\s/.test(item))
        return 'dash';
    if (/^#|\s#/.test(item))
        return 'comment';
    if (item.toLowerCase() === 'read-all')
        return 'read-all';
    if (/^\S+:\s*[^:\s]+\s+\S+:/.test(item))
        return 'several';
    return item.includes(':') ? 'other' : 'no-colon';
}
function jsonEntries(text) {
    try {
        // JSON that starts with a brace is an object.
        const parsed = JSON.parse(text);
        return Object.entries(parsed).map(([name, level]) => [
            name,
            typeof level === 'string' ? level : JSON.stringify(level)
        ]);
    }
    catch {
        return { mistake: 'json', text: (0,src_printable/* printable */.g)(text) };
    }
}
/** A permission's name as GitHub's API spells it: `pull_requests`. */
function underscored(name) {
    return name.toLowerCase().replace(/-/g, '_');
}

;// CONCATENATED MODULE: ./setup/needs.ts





/**
 * Reads permissions as the options write them: `contents=write`. Raises {@link SetupError}.
 *
 * @param from where they come from, for the person
 */
function neededByOptions(permissions, from = '--permission') {
    const text = permissions.map((one) => one.replace('=', ': ')).join('\n');
    const parsed = parsePermissions(text, new Map());
    if (!parsed.ok) {
        const [what, fix] = explainOption(parsed.problems[0]);
        throw new SetupError({ kind: 'permissions-unusable', what, fix });
    }
    return {
        permissions: withSource(parsed.value ?? {}, from),
        repositories: [],
        remarks: []
    };
}
const FORM = 'write --permission NAME=LEVEL, such as --permission contents=write.';
/** The words of the action are about its input `permissions`. Here it is an option. */
function explainOption(problem) {
    const [{ problem: text, fix }] = explainProblems([problem]);
    const what = text.replace(/^permissions\b/, '--permission');
    if (problem.kind === 'permission-level-malformed')
        return [what, fix];
    if (problem.kind === 'permission-unknown')
        return [what.replace(/(that GitHub knows\.).*$/, '$1'), fix];
    if (problem.kind === 'permission-at-two-levels')
        return [`--permission names two levels of ${problem.name}.`, fix];
    if (problem.kind === 'permissions-unreadable')
        return [`--permission is "${problem.mistake.text}", which is not NAME=LEVEL.`, FORM];
    return [what, FORM];
}
/** What the steps of workflows need from an App on one account. */
function neededByWorkflows(uses, account) {
    return uses.map((use) => neededByUse(use, account)).reduce(combineNeeds, NOTHING);
}
const NOTHING = { permissions: [], repositories: [], remarks: [] };
/** Needs taken together: each permission at the higher of its levels. */
function combineNeeds(one, other) {
    const permissions = new Map(one.permissions.map((each) => [each.name, each]));
    for (const each of other.permissions) {
        const known = permissions.get(each.name);
        permissions.set(each.name, known === undefined ? each : higher(known, each));
    }
    const repositories = [...one.repositories];
    for (const each of other.repositories)
        if (!repositories.some(({ name }) => names_sameName(name, each.name)))
            repositories.push(each);
    return {
        permissions: [...permissions.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        repositories,
        remarks: [...one.remarks, ...other.remarks]
    };
}
function higher(one, other) {
    const level = covers(one.level, other.level) ? one.level : other.level;
    return { name: one.name, level, from: [...one.from, ...other.from] };
}
function withSource(permissions, from) {
    return Object.entries(permissions).map(([name, level]) => ({ name, level, from: [from] }));
}
function neededByUse({ place, inputs }, account) {
    const remarks = [];
    const permissions = permissionsOf(inputs);
    if (isExpressionIn(inputs)) {
        remarks.push(`${place}: a permission is an expression. Add it with --permission.`);
    }
    else if (permissions === undefined) {
        remarks.push(`${place}: names no permission. Add what it needs with --permission.`);
    }
    else if (!permissions.ok) {
        remarks.push(`${place}: its permissions cannot be read. Add them with --permission.`);
    }
    const { repositories, others } = repositoriesOf(inputs, account);
    for (const owner of others)
        remarks.push(`${place}: is about ${owner}. A private App can be installed only on ${account}, which owns it: see docs/SETUP.md.`);
    const named = permissions?.ok === true ? (permissions.value ?? {}) : {};
    return {
        permissions: withSource(named, place),
        repositories: repositories.map((name) => ({ name, from: place })),
        remarks
    };
}
/** Undefined if the step names no permission. */
function permissionsOf(inputs) {
    const single = [...inputs].filter(([name, value]) => isPermission(name) && value !== '');
    const literal = single.filter(([, value]) => !value.includes('${{'));
    const list = inputs.get('permissions') ?? '';
    const isReadable = list !== '' && !list.includes('${{') && list.toLowerCase() !== 'read-all';
    if (literal.length === 0 && !isReadable)
        return undefined;
    return parsePermissions(isReadable ? list : '', new Map(literal));
}
function isPermission(input) {
    return input.startsWith('permission') && input !== 'permissions';
}
function isExpressionIn(inputs) {
    return [...inputs].some(([name, value]) => name.startsWith('permission') && value.includes('${{'));
}
/** The repositories that a step names on the account, and other accounts that it names. */
function repositoriesOf(inputs, account) {
    const owners = names_splitList(inputs.get('owner') ?? '').filter(names_isName);
    const single = owners.length === 1 ? owners[0] : undefined;
    const repositories = [];
    const others = new Set(owners.filter((owner) => !names_sameName(owner, account)));
    for (const entry of names_splitList(inputs.get('repositories') ?? '')) {
        const [first = '', second] = entry.split('/');
        const owner = second === undefined ? (single ?? account) : first;
        const name = second ?? first;
        if (!names_isName(owner) || !names_isName(name))
            continue;
        if (names_sameName(owner, account))
            repositories.push(`${account}/${name}`);
        else
            others.add(owner);
    }
    return { repositories, others: [...others] };
}
/** The permissions as the manifest, and the request for a token, have them. */
function permissionsIn(needs) {
    return Object.fromEntries(needs.permissions.map(({ name, level }) => [name, level]));
}
/** The permissions as lines for people: `contents: write`. */
function permissionLines(permissions) {
    return Object.entries(permissions).map(([name, level]) => `${dashed(name)}: ${level}`);
}

;// CONCATENATED MODULE: ./setup/step.ts

/** The step to paste into a workflow, as lines of YAML. */
function stepLines({ options, action, clientId, permissions }) {
    return [
        ...jobLines(options),
        `- uses: ${action}`,
        '  id: app',
        '  with:',
        ...credentialLines(options, clientId).map((line) => `    ${line}`),
        ...Object.entries(permissions).map(([name, level]) => `    permission-${dashed(name)}: ${level}`)
    ];
}
/** What the step needs that is not in it. */
function jobLines({ storage, secret }) {
    switch (storage.kind) {
        case 'environment':
            return [`# The job needs this line: environment: ${storage.environment}`];
        case 'key-service':
            return [
                '# The job needs "id-token: write" under "permissions:".',
                '# The step needs the inputs for the login, too: see docs/KEYS.md of this action.'
            ];
        case 'file':
            return [`# First store the key in a secret with the name ${secret}.`];
        case 'repository':
        case 'organization':
            return [];
    }
}
function credentialLines({ storage, variable, secret }, clientId) {
    const fromVariable = `client-id: \${{ vars.${variable} }}`;
    switch (storage.kind) {
        case 'key-service':
            return [fromVariable, `kms-key: ${storage.key}`];
        case 'file':
            return [`client-id: ${clientId}`, `private-key: \${{ secrets.${secret} }}`];
        case 'repository':
        case 'environment':
        case 'organization':
            return [fromVariable, `private-key: \${{ secrets.${secret} }}`];
    }
}

;// CONCATENATED MODULE: ./setup/plan.ts





function allRepositories(needs, options) {
    const named = needs.repositories.map(({ name }) => name);
    const all = [...options.repositories, ...named];
    return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()];
}
function showNeeds(needs, options, { print }) {
    print('1. What the App needs');
    const lines = permissionLines(permissionsIn(needs));
    const width = Math.max(...lines.map((line) => line.length), 14);
    for (const [at, { from }] of needs.permissions.entries())
        print(`   ${(lines[at] ?? '').padEnd(width)}   ${from.join(', ')}`);
    print(`   ${'metadata: read'.padEnd(width)}   every App has it`);
    print(`   Owner: ${options.account}. Repositories: ${allRepositories(needs, options).join(', ')}`);
    for (const remark of needs.remarks)
        print(`   Note: ${remark}`);
}
function registrationOf(needs, { host, repositories, appName }) {
    const [repository = ''] = repositories;
    return {
        name: appName ?? suggestedName(repository),
        homepage: `${host.webUrl}/${repository}`,
        permissions: permissionsIn(needs)
    };
}
function registrationAddress({ host, account, accountType }) {
    return accountType === undefined
        ? `${registrationUrl(host, account, 'organization')} (or ${registrationUrl(host, account, 'user')}, if ${account} is you)`
        : registrationUrl(host, account, accountType);
}
function showDryRun(needs, { options, terminal: { print }, published }) {
    const { host, storage, resume } = options;
    const manifest = manifestOf(registrationOf(needs, options), 'http://127.0.0.1:PORT/…');
    if (resume === undefined) {
        print('2. Your consent: a local page would send this');
        print(`   to ${registrationAddress(options)}`);
        for (const line of JSON.stringify(manifest, undefined, 2).split('\n'))
            print(`   ${line}`);
    }
    else {
        print('2. Your consent: not needed, because the App exists (--resume)');
    }
    print('3. The key');
    for (const line of storingLines(options))
        print(`   ${line}`);
    if (isStore(storage)) {
        print(`   ${ghCommand(variableCommand(storage, options, 'CLIENT_ID'))}`);
        print(`   ${ghCommand(secretCommand(storage, options))}   (the key goes to its standard input)`);
    }
    print('4. The installation');
    print(`   ${installationUrl(host, resume?.slug ?? slugOf(manifest.name))}`);
    print('5. The proof: a token is created, used for one call, and revoked');
    print('6. The step for your workflow');
    const { action } = published;
    const permissions = permissionsIn(needs);
    for (const line of stepLines({ options, action, clientId: 'CLIENT_ID', permissions }))
        print(`   ${line}`);
    print('Dry run: nothing was asked, and nothing was changed.');
}

;// CONCATENATED MODULE: ./setup/terminal.ts


/** Shows control characters instead of obeying them: a line can quote GitHub, gh or a file. */
function withoutControls(text) {
    return text.replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => `\\u{${Number(character.codePointAt(0)).toString(16)}}`);
}
/** The terminal that the process was started in. */
function processTerminal(process) {
    const { stdin, stdout } = process;
    const isScreen = stdout.isTTY;
    let isWaitingShown = false;
    let shownAt = 0;
    const clear = () => {
        if (isWaitingShown)
            stdout.write('\r\x1b[2K');
        isWaitingShown = false;
    };
    return {
        isInteractive: stdin.isTTY && isScreen,
        print: (line = '') => {
            clear();
            stdout.write(`${withoutControls(line)}\n`);
        },
        showWaiting: (line) => {
            if (isScreen) {
                clear();
                stdout.write(line);
                isWaitingShown = true;
            }
            else if (Date.now() - shownAt >= QUIET_MS) {
                stdout.write(`${line}\n`);
                shownAt = Date.now();
            }
        },
        choose: async (question, choices) => {
            clear();
            const { select } = await __webpack_require__.e(/* import() */ 170).then(__webpack_require__.bind(__webpack_require__, 6170));
            return terminal_answered(await select({ message: question, options: options(choices) }));
        },
        chooseSome: async (question, choices) => {
            clear();
            const { multiselect } = await __webpack_require__.e(/* import() */ 170).then(__webpack_require__.bind(__webpack_require__, 6170));
            return terminal_answered(await multiselect({ message: question, options: options(choices) }));
        },
        ask: async (question, suggestion) => {
            clear();
            const { text } = await __webpack_require__.e(/* import() */ 170).then(__webpack_require__.bind(__webpack_require__, 6170));
            const given = await text({
                message: question,
                placeholder: suggestion,
                defaultValue: suggestion
            });
            return terminal_answered(given);
        },
        open: async (url) => {
            const { default: open } = await __webpack_require__.e(/* import() */ 958).then(__webpack_require__.bind(__webpack_require__, 2958));
            try {
                const child = await open(url);
                return await hasStarted(child);
            }
            catch {
                return false;
            }
        }
    };
}
/** Without a screen, a line of waiting is written at most this often, in milliseconds. */
const QUIET_MS = 30_000;
/** The library's type of an option depends on the type of its value in a way that a parameter cannot meet. */
function options(choices) {
    return choices.map(({ value, label }) => ({ value, label }));
}
/** The library answers with a symbol if the person ends the question. */
function terminal_answered(given) {
    if (typeof given === 'symbol')
        throw new StoppedError();
    return given;
}
/** How long a browser's starter has to fail, in milliseconds. */
const START_MS = 500;
/** Whether the program that opens a browser has started, and did not fail at once. */
function hasStarted(child) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => {
            resolve(true);
        }, START_MS);
        const end = (isOk) => {
            clearTimeout(timer);
            resolve(isOk);
        };
        child.once('error', () => {
            end(false);
        });
        child.once('exit', (code) => {
            end(code === 0);
        });
    });
}
/** Whether a browser on this machine can show a page to the person. */
function hasBrowser(env, platform) {
    const has = (name) => (env[name] ?? '') !== '';
    if (has('SSH_CONNECTION') || has('SSH_TTY'))
        return false;
    if (platform !== 'linux')
        return true;
    return has('DISPLAY') || has('WAYLAND_DISPLAY') || has('WSL_DISTRO_NAME');
}
/** The command that makes the local page of this machine reachable for the browser on another one. */
function forwardCommand(port, env, hostname) {
    const user = env['USER'] ?? env['LOGNAME'] ?? '';
    // The address that the person connected to, as seen from here.
    const server = env['SSH_CONNECTION']?.split(' ')[2] ?? hostname;
    const target = (0,src_printable/* printable */.g)(user === '' ? server : `${user}@${server}`);
    return `ssh -N -L ${port}:127.0.0.1:${port} ${target}`;
}

;// CONCATENATED MODULE: ./setup/wrapping-key.ts



/** No service gives a shorter one, and a very short one cannot wrap anything. */
const MIN_MODULUS_LENGTH = 2048;
/** The public key of a key service, from a file. Raises {@link SetupError}. */
function readWrappingKey(path) {
    const bytes = readBytes(path);
    try {
        const { asymmetricKeyType, asymmetricKeyDetails } = publicKeyOf(bytes);
        const length = asymmetricKeyDetails?.modulusLength ?? 0;
        if (asymmetricKeyType === 'rsa' && length >= MIN_MODULUS_LENGTH)
            return bytes;
    }
    catch {
        // What OpenSSL says of other bytes does not help anybody.
    }
    throw new SetupError({ kind: 'wrapping-key-unusable', path });
}
function publicKeyOf(bytes) {
    const isPem = bytes.includes('-----BEGIN');
    return (0,external_node_crypto_.createPublicKey)(isPem ? bytes : { key: bytes, format: 'der', type: 'spki' });
}

;// CONCATENATED MODULE: ./setup/create-app.ts














/** Checks all that can be checked before, gets the consent, and receives the App with its key. */
async function createApp(needs, context) {
    const { options, terminal } = context;
    const type = await checkBefore(needs, context);
    const registration = registrationOf(needs, options);
    const apps = appsUrl(options.host, options.account, type);
    terminal.print();
    terminal.print('2. Your consent');
    const page = await ConsentServer.open({
        webUrl: options.host.webUrl,
        port: options.port,
        lifetime: CONSENT_LIFETIME_MS,
        render: (redirect, state) => consentPage({
            account: options.account,
            repositories: allRepositories(needs, options),
            permissions: needs.permissions,
            storing: storingLines(options),
            action: `${registrationUrl(options.host, options.account, type)}?state=${state}`,
            manifest: manifestOf(registration, redirect)
        }),
        noConsent: {
            kind: 'no-consent',
            account: options.account,
            isOrganization: type === 'organization'
        }
    });
    try {
        context.onProgress({ stage: 'consent', apps });
        await showPage(page, context);
        const code = await page.code();
        const conversion = { host: options.host, account: options.account, apps };
        const app = await withWords(options.host, () => convert(code, conversion));
        context.onProgress({ stage: 'key-in-memory', app });
        terminal.print(`   GitHub created the App ${app.slug} (client ID ${app.clientId}).`);
        create_app_compareGrant(app.permissions, registration.permissions, app.settings, terminal);
        return app;
    }
    finally {
        // The browser may still want to show the last page.
        page.unref();
    }
}
async function checkBefore(needs, context) {
    const { options, terminal, env } = context;
    const { storage, accountType } = options;
    if (storage.kind === 'file')
        checkNewFile(storage.path);
    if (storage.kind === 'key-service') {
        checkNewFile(wrappedFile(storage.key));
        readWrappingKey(storage.wrappingKey);
    }
    if (!isStore(storage)) {
        return (accountType ?? withWords(options.host, () => lookUpAccount(options.account, options.host)));
    }
    const gh = new Gh(options.host.name, { ...env });
    const check = await checkAccount(gh, options);
    if (check.remark !== undefined)
        terminal.print(`   Note: ${check.remark}`);
    await checkStore(gh, storage, options);
    await checkName(gh, registrationOf(needs, options).name);
    return check.type;
}
async function showPage(page, context) {
    const { options, terminal, env, platform } = context;
    const isOpened = options.opensBrowser && hasBrowser(env, platform) && (await terminal.open(page.address));
    if (isOpened)
        terminal.print('   This page is open in your browser:');
    else
        terminal.print('   Open this page in a browser:');
    terminal.print(`   ${page.address}`);
    if (!isOpened) {
        terminal.print('   If the browser is on another computer, run this there first:');
        terminal.print(`   ${forwardCommand(page.port, env, (0,external_node_os_.hostname)())}`);
    }
    terminal.print('   It works for ten minutes. Ctrl-C ends the setup.');
}
/** The person can change what GitHub shows. Says what is different from what was asked for. */
function create_app_compareGrant(granted, asked, settings, { print }) {
    const lines = new Set(permissionLines(granted));
    const missing = permissionLines(asked).filter((line) => !lines.has(line));
    if (missing.length === 0)
        return;
    print(`   Note: the App does not have ${missing.join(', ')}. Add it: ${settings}/permissions`);
}

;// CONCATENATED MODULE: ./setup/existing-app.ts









/** An App that exists already, with a key from a file. */
async function appOf({ slug, clientId }, keyFile, context) {
    const { options, env } = context;
    const key = readPrivateKey(readBytes(keyFile).toString('utf8'), 'private-key-file').result;
    if (!key.ok) {
        const [{ problem }] = explainProblems(key.problems);
        throw new SetupError({ kind: 'key-file-unusable', path: keyFile, what: problem });
    }
    const { pem } = key.value;
    const id = clientId ?? (await storedClientId(options, env));
    const { app } = callsAs({ clientId: id, pem }, options.host.apiUrl, context.terminal.print);
    const { reply } = await withWords(options.host, () => app.call({ method: 'GET', path: '/app' }));
    const found = (0,json/* textField */.M8)(reply.body, 'slug');
    const settings = (0,json/* textField */.M8)(reply.body, 'html_url');
    return { slug: found === '' ? (slug ?? '') : found, clientId: id, settings, pem };
}
async function storedClientId(options, env) {
    const { storage, variable, host } = options;
    if (isStore(storage)) {
        const place = storage.kind === 'organization'
            ? `orgs/${storage.organization}`
            : `repos/${storage.repository}`;
        const environment = storage.kind === 'environment' ? `/environments/${storage.environment}` : '/actions';
        const path = `${place}${environment}/variables/${variable}`;
        const answer = await new Gh(host.name, { ...env }).ask(['api', path, '--jq', '.value']);
        if (answer.isOk && answer.output !== '')
            return answer.output;
    }
    throw new SetupError({ kind: 'client-id-unknown', variable });
}

;// CONCATENATED MODULE: ./setup/installation.ts



/** Asks GitHub, as the App, how far its installation is. Raises what `AppClient.call` raises. */
async function installationState(app, account, repositories) {
    const installation = await found(app, { kind: 'account', owner: account });
    if (installation === undefined) {
        const person = await requester(app, account);
        return person === undefined ? { kind: 'none' } : { kind: 'requested', person };
    }
    const missing = [];
    for (const name of repositories) {
        const [owner = '', repository = ''] = name.split('/');
        const covering = await found(app, { kind: 'repository', owner, repository });
        if (covering === undefined)
            missing.push(name);
    }
    return missing.length === 0
        ? { kind: 'ready', installation }
        : { kind: 'not-covered', installation, repositories: missing };
}
async function found(app, lookup) {
    try {
        return await findInstallation(app, lookup);
    }
    catch (error) {
        if (error instanceof errors/* RefusedError */.fk && error.reply.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * Who asked for an installation that waits for approval; undefined if nobody did.
 * https://docs.github.com/en/rest/apps/apps#list-installation-requests-for-the-authenticated-app
 */
async function requester(app, account) {
    const path = '/app/installation-requests?per_page=100';
    const { reply } = await app.call({ method: 'GET', path });
    const requests = Array.isArray(reply.body) ? reply.body : [];
    const request = requests.find((one) => (0,json/* textField */.M8)((0,json/* field */.ZZ)(one, 'account'), 'login').toLowerCase() === account.toLowerCase());
    return request === undefined ? undefined : (0,json/* textField */.M8)((0,json/* field */.ZZ)(request, 'requester'), 'login');
}

;// CONCATENATED MODULE: ./setup/install.ts








/** Opens the page where the App is installed, and waits until it is. */
async function install(app, repositories, context) {
    const { options, terminal } = context;
    const page = installationUrl(options.host, app.slug);
    let calls;
    const ask = () => {
        // A client sends nothing any more when its time is over.
        if (calls === undefined || calls.remaining() < MIN_REMAINING_MS)
            calls = callsAs(app, options.host.apiUrl, terminal.print);
        const { app: client } = calls;
        return withWords(options.host, () => installationState(client, options.account, repositories));
    };
    terminal.print();
    terminal.print('4. The installation');
    let state = await ask();
    if (state.kind !== 'ready')
        await openInstallation(page, repositories, context);
    const end = (0,src_time/* monotonicTime */.wI)() + options.wait;
    let pause = FIRST_PAUSE_MS;
    for (let said = ''; state.kind !== 'ready'; state = await ask()) {
        if ((0,src_time/* monotonicTime */.wI)() >= end)
            throw notReady(state, app, page, context);
        const line = stateLine(state, options);
        if (line !== said && state.kind !== 'none')
            terminal.print(`   ${line}`);
        said = line;
        const seconds = Math.round(((0,src_time/* monotonicTime */.wI)() - end + options.wait) / 1000);
        terminal.showWaiting(`   Waiting for the installation (${seconds} s). Ctrl-C says how to go on later.`);
        await (0,src_time/* sleep */.yy)(Math.min(pause, Math.max(0, end - (0,src_time/* monotonicTime */.wI)())));
        pause = Math.min(MAX_PAUSE_MS, pause * 1.5);
    }
    const { installation } = state;
    terminal.print(`   Installed on ${options.account} (installation ${installation.id}). It includes ${repositories.join(', ')}.`);
    return installation;
}
const MIN_REMAINING_MS = 20_000;
/** How long to wait until GitHub is asked again, in milliseconds: longer each time. */
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 4_000;
async function openInstallation(page, repositories, { options, terminal, env, platform }) {
    const isOpened = options.opensBrowser && hasBrowser(env, platform) && (await terminal.open(page));
    terminal.print(isOpened
        ? '   This page is open in your browser. Install the App there:'
        : '   Install the App on this page:');
    terminal.print(`   ${page}`);
    terminal.print(`   Choose "Only select repositories": ${repositories.join(', ')}`);
}
function stateLine(state, { account }) {
    switch (state.kind) {
        case 'none':
        case 'ready':
            return '';
        case 'requested':
            return `${state.person} asked for it. An owner of ${account} has to approve it.`;
        case 'not-covered':
            return `It is installed, but does not include ${state.repositories.join(', ')}. Add this: ${state.installation.settingsUrl}`;
    }
}
function notReady(state, app, page, { options, published }) {
    const { account } = options;
    const { slug } = app;
    const resume = resumeCommand(published.command, options, app, true);
    switch (state.kind) {
        case 'none':
            return new SetupError({ kind: 'not-installed', slug, account, page, resume });
        case 'requested':
            return new SetupError({
                kind: 'approval-pending',
                slug,
                account,
                person: state.person,
                resume
            });
        case 'not-covered': {
            const { repositories, installation } = state;
            const settings = installation.settingsUrl;
            return new SetupError({
                kind: 'repository-not-covered',
                slug,
                repositories,
                settings,
                resume
            });
        }
    }
}

;// CONCATENATED MODULE: ./setup/proof.ts



/**
 * Creates a token as the step will, makes one call with it, and revokes it. The token is revoked also
 * if the call fails. Raises {@link SetupError}, and what `AppClient.call` raises.
 */
async function prove({ app, github }, installation, repositories, permissions) {
    const names = repositories.map((name) => name.slice(name.indexOf('/') + 1));
    const token = await createToken(app, installation.id, { repositories: names, permissions });
    const reached = await listRepositories(github, token.token).catch((error) => {
        return { error };
    });
    const { kind } = await revoke_revokeToken(github, token);
    if (reached !== undefined && 'error' in reached)
        throw reached.error;
    if (kind === 'not-accepted')
        throw new SetupError({ kind: 'token-not-revoked', until: token.expiresAt });
    return { permissions: token.grant.permissions ?? {}, repositories: reached ?? [] };
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./setup/wrap-key.mjs



/** The initial value of RFC 5649. */
const INITIAL_VALUE = external_node_buffer_.Buffer.from('a65959a6', 'hex')

/**
 * Wraps an App's private key as AWS KMS (`RSA_AES_KEY_WRAP_SHA_256`) and Vault's transit engine take
 * an import: a random AES-256 key, encrypted with RSA-OAEP-SHA256, and after it the PKCS#8 of the key,
 * wrapped with that AES key (RFC 5649).
 *
 * @param {string | Buffer} pem the private key
 * @param {string | Buffer} wrappingPublicKey the service's public key: PEM, or DER (SubjectPublicKeyInfo)
 *   as bytes or base64
 * @returns {Buffer} what only the service can unwrap
 */
function wrapKey(pem, wrappingPublicKey) {
  const key = (0,external_node_crypto_.createPrivateKey)(pem).export({ type: 'pkcs8', format: 'der' })
  const aes = (0,external_node_crypto_.randomBytes)(32)
  const cipher = (0,external_node_crypto_.createCipheriv)('id-aes256-wrap-pad', aes, INITIAL_VALUE)
  const wrapped = external_node_buffer_.Buffer.concat([cipher.update(key), cipher.final()])
  const encrypted = (0,external_node_crypto_.publicEncrypt)(
    {
      key: readPublicKey(wrappingPublicKey),
      padding: external_node_crypto_.constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256'
    },
    aes
  )
  return external_node_buffer_.Buffer.concat([encrypted, wrapped])
}

function readPublicKey(given) {
  const bytes = external_node_buffer_.Buffer.from(given)
  const text = bytes.toString('latin1').trim()
  if (text.startsWith('-----BEGIN')) return (0,external_node_crypto_.createPublicKey)(text)
  const der = /^[A-Za-z0-9+/\s]+=*$/.test(text) ? external_node_buffer_.Buffer.from(text, 'base64') : bytes
  return (0,external_node_crypto_.createPublicKey)({ key: der, format: 'der', type: 'spki' })
}

;// CONCATENATED MODULE: ./setup/store-key.ts









/** Stores the key where the person wants it. If that fails, the key is not lost: it is offered again. */
async function storeKey(app, context) {
    const { terminal } = context;
    terminal.print();
    terminal.print('3. The key');
    for (let tries = 1;; tries++) {
        try {
            await storeOnce(app, context);
            return;
        }
        catch (error) {
            if (!(error instanceof SetupError))
                throw error;
            const { problem, fix } = explainSetup(error.problem);
            terminal.print(`   The key is not stored yet. ${problem}`);
            terminal.print(`   Fix: ${fix}`);
            if (await keyIsWritten(app, tries, context))
                return;
        }
    }
}
async function storeOnce(app, context) {
    const { options, terminal, env } = context;
    const { storage } = options;
    switch (storage.kind) {
        case 'file':
            if (options.resume === undefined)
                writePrivately(storage.path, app.pem);
            terminal.print(`   It is in ${storage.path}. Only you can read it.`);
            return;
        case 'key-service':
            writeWrapped(app, storage, context);
            return;
        case 'repository':
        case 'environment':
        case 'organization':
            await storeInGitHub(app, storage, new Gh(options.host.name, { ...env }), context);
    }
}
function writeWrapped(app, storage, { options, terminal }) {
    const blob = wrapKey(app.pem, readWrappingKey(storage.wrappingKey));
    const file = wrappedFile(storage.key);
    writePrivately(file, isAws(storage.key) ? blob : blob.toString('base64'));
    terminal.print(`   Wrapped for ${storage.key}, and written to ${file}.`);
    terminal.print('   Import it, and store the client ID:');
    for (const command of importCommands(storage, options, app.clientId))
        terminal.print(`   ${command}`);
}
async function storeInGitHub(app, store, gh, { options, terminal }) {
    await gh.run(variableCommand(store, options, app.clientId));
    await gh.run(secretCommand(store, options), app.pem);
    const { variable, secret } = options;
    const place = placeName(store);
    terminal.print(`   The variable ${variable} and the secret ${secret} of ${place} are set.`);
}
/** Without a person, storing is tried so many times. */
const MAX_TRIES = 3;
const TRY_DELAY_MS = 1_000;
/** Asks what to do with a key that is not stored. Resolves to false if it is to be tried again. */
async function keyIsWritten(app, tries, context) {
    const { terminal } = context;
    if (!terminal.isInteractive) {
        if (tries === MAX_TRIES)
            throw keyLost(app, context);
        await (0,src_time/* sleep */.yy)(TRY_DELAY_MS);
        return false;
    }
    const next = await terminal.choose('The key is only in the memory of this program. What next?', [
        { value: 'again', label: 'Try again' },
        { value: 'file', label: 'Write the key into a file that only you can read' },
        { value: 'lose', label: 'Give up: the key is lost' }
    ]);
    switch (next) {
        case 'again':
            return false;
        case 'lose':
            throw keyLost(app, context);
        case 'file':
            return writeKeyAsAsked(app, terminal);
    }
}
async function writeKeyAsAsked(app, terminal) {
    const path = await terminal.ask('Which file?', `${app.slug}.private-key.pem`);
    try {
        writePrivately(path, app.pem);
        terminal.print(`   Written to ${path}. Store it, and then delete the file.`);
        return true;
    }
    catch (error) {
        if (!(error instanceof SetupError))
            throw error;
        terminal.print(`   ${explainSetup(error.problem).problem}`);
        return false;
    }
}
function keyLost(app, { options, published }) {
    const { slug, settings } = app;
    const resume = resumeCommand(published.command, options, app, false);
    return new SetupError({ kind: 'key-not-stored', slug, settings, resume });
}

;// CONCATENATED MODULE: ./setup/tasks.ts
/** The tasks of the table of permissions in the README. */
const TASKS = [
    { task: 'check out a private repository', permissions: ['contents=read'] },
    { task: 'push commits or tags, create a release', permissions: ['contents=write'] },
    {
        task: 'push files in .github/workflows',
        permissions: ['contents=write', 'workflows=write']
    },
    { task: 'open, label or comment on a pull request', permissions: ['pull-requests=write'] },
    {
        task: 'merge a pull request; create-pull-request, release-please, changesets',
        permissions: ['contents=write', 'pull-requests=write']
    },
    {
        task: 'semantic-release',
        permissions: ['contents=write', 'issues=write', 'pull-requests=write']
    },
    { task: 'open, label or comment on an issue', permissions: ['issues=write'] },
    { task: 'start a workflow by workflow_dispatch', permissions: ['actions=write'] },
    { task: 'start a workflow by repository_dispatch', permissions: ['contents=write'] },
    { task: 'set a commit status', permissions: ['statuses=write'] },
    { task: 'create a check run', permissions: ['checks=write'] },
    { task: 'create a deployment', permissions: ['deployments=write'] }
];

;// CONCATENATED MODULE: ./setup/setup.ts

















/**
 * From the options to a working step: what the App needs, consent, key, installation, proof. Raises
 * {@link SetupError}, or `StoppedError` if the person ends it.
 */
async function setup(context) {
    const { options, terminal } = context;
    const needs = await readNeeds(options, terminal);
    showNeeds(needs, options, terminal);
    if (options.isDryRun) {
        showDryRun(needs, context);
        return;
    }
    const { resume } = options;
    if (resume !== undefined && resume.keyFile === undefined) {
        await resumeWithoutKey(resume, needs, context);
        return;
    }
    const app = resume === undefined
        ? await createApp(needs, context)
        : await appOf(resume, resume.keyFile ?? '', context);
    await storeKey(app, context);
    context.onProgress({ stage: 'key-stored', app });
    const repositories = allRepositories(needs, options);
    const installation = await install(app, repositories, context);
    context.onProgress({ stage: 'proof', app });
    await showProof(app, installation, repositories, permissionsIn(needs), context);
    showStep(app.clientId, needs, context);
    context.onProgress({ stage: 'complete' });
}
/** What the App needs: from the options, or from the workflows, or asked for. */
async function readNeeds(options, terminal) {
    const named = neededByOptions(options.permissions);
    const from = options.from ?? (named.permissions.length === 0 && hasWorkflows() ? WORKFLOWS : '');
    if (from === '')
        return named.permissions.length > 0 ? named : askForNeeds(terminal);
    const uses = readUses(from);
    const needs = combineNeeds(named, neededByWorkflows(uses, options.account));
    if (needs.permissions.length > 0)
        return needs;
    for (const remark of needs.remarks)
        terminal.print(`  ${remark}`);
    if (options.from === undefined && terminal.isInteractive)
        return askForNeeds(terminal);
    throw new SetupError({ kind: 'workflows-name-none', path: from, uses: uses.length });
}
async function askForNeeds(terminal) {
    if (!terminal.isInteractive) {
        const why = 'what the App may do has to be known before it is created';
        throw new SetupError({ kind: 'option-missing', option: '--permission', why });
    }
    const labels = TASKS.map(({ task }) => ({ value: task, label: task }));
    const tasks = await terminal.chooseSome('What will your jobs do?', labels);
    return TASKS.filter(({ task }) => tasks.includes(task))
        .map(({ task, permissions }) => neededByOptions(permissions, task))
        .reduce(combineNeeds);
}
async function showProof(app, installation, repositories, permissions, { options, terminal }) {
    terminal.print();
    terminal.print('5. The proof');
    const calls = callsAs(app, options.host.apiUrl, terminal.print);
    const proof = await withWords(options.host, () => prove(calls, installation, repositories, permissions));
    terminal.print(`   A token was created for ${proof.repositories.join(', ')}: ${permissionLines(proof.permissions).join(', ')}.`);
    terminal.print('   It was used for one call, and revoked.');
}
function showStep(clientId, needs, { options, terminal, published }) {
    terminal.print();
    terminal.print('6. The step for your workflow');
    const permissions = permissionsIn(needs);
    const { action } = published;
    for (const line of stepLines({ options, action, clientId, permissions }))
        terminal.print(`   ${line}`);
}
/** Goes on with an App whose key is stored already, and so cannot be read any more. */
async function resumeWithoutKey({ slug, clientId }, needs, context) {
    const { options, terminal, env } = context;
    const { storage } = options;
    if (slug === undefined)
        throw new SetupError({ kind: 'nothing-to-resume' });
    terminal.print();
    terminal.print('3. The key');
    if (isStore(storage)) {
        const gh = new Gh(options.host.name, { ...env });
        const { missing } = await storedNames(gh, storage, options);
        if (missing.length > 0)
            throw new SetupError({ kind: 'secret-not-stored', names: missing, where: placeName(storage) });
        terminal.print(`   ${options.variable} and ${options.secret} are stored in ${placeName(storage)}.`);
    }
    terminal.print();
    terminal.print('4. The installation');
    await openInstallation(installationUrl(options.host, slug), allRepositories(needs, options), context);
    terminal.print('   Only the App could see when this is done, and its key cannot be read from the secret.');
    terminal.print('   So there is no proof here: the first run of your workflow is the proof.');
    showStep(clientId ?? 'CLIENT_ID', needs, context);
    context.onProgress({ stage: 'complete' });
}

;// CONCATENATED MODULE: ./setup/run.ts









const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
/**
 * Runs the program, and ends the process.
 *
 * @param root the folder of package.json
 */
function start(process, root) {
    const ours = published(root);
    const end = (code) => {
        // The local page may still be open.
        process.exit(code);
    };
    run_run(process, ours)
        .catch((error) => fail(process, error, ours))
        .then(end, (error) => {
        process.stderr.write(`${describeUnexpected(error)}\n`);
        end(1);
    });
}
async function run_run(process, ours) {
    const terminal = processTerminal(process);
    const request = parseArguments(process.argv.slice(2), ours.command);
    if (request.kind === 'text') {
        terminal.print(request.text.trimEnd());
        return 0;
    }
    const { options } = request;
    const proxy = normalizeProxy(process.env, options.host.apiUrl);
    if (!proxy.ok) {
        const [{ problem, fix }] = explainProblems(proxy.problems);
        throw new SetupError({ kind: 'github-failed', what: problem, fix });
    }
    let progress = { stage: 'nothing-created' };
    let isAsked = false;
    const sayHowToGoOn = () => {
        terminal.print();
        for (const line of interruptionLines(progress, options, ours.command))
            terminal.print(line);
    };
    for (const [signal, code] of Object.entries(SIGNALS)) {
        process.on(signal, () => {
            // The token of the proof is revoked a moment later. A second signal does not wait for that.
            const isProof = progress.stage === 'proof' && !isAsked;
            isAsked = true;
            if (isProof)
                return;
            sayHowToGoOn();
            process.exit(code);
        });
    }
    try {
        const { env, platform } = process;
        const onProgress = (next) => {
            progress = next;
        };
        await setup({ options, terminal, published: ours, env, platform, onProgress });
        return 0;
    }
    catch (error) {
        if (error instanceof SetupError && error.problem.kind === 'github-failed') {
            const goOn = interruptionLines(progress, options, ours.command).slice(1);
            return fail(process, error, ours, goOn);
        }
        // Also after a mistake in this program: the App may exist, and its key must not be lost.
        if (!(error instanceof SetupError))
            sayHowToGoOn();
        if (!(error instanceof StoppedError))
            throw error;
        return SIGNALS.SIGINT;
    }
}
/** @param goOn lines about what exists already, and how to go on */
function fail(process, error, { help }, goOn = []) {
    if (!(error instanceof SetupError))
        throw error;
    const lines = renderExplanation(explainSetup(error.problem), help);
    process.stderr.write(withoutControls(`\n${[...lines, ...goOn].join('\n')}\n`));
    return error.problem.kind.startsWith('option') ? 2 : 1;
}
/** The message of an unexpected error can hold anything, so only its stack is shown. */
function describeUnexpected(error) {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    return `\nError: this is a mistake in this program.\n${frames.join('\n')}`;
}


/***/ }),

/***/ 2856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ httpsOverHttp),
/* harmony export */   aQ: () => (/* binding */ httpOverHttps),
/* harmony export */   vX: () => (/* binding */ httpsOverHttps),
/* harmony export */   xj: () => (/* binding */ httpOverHttp)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _http_name_lookup__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5828);


/**
 * Replaces the package `tunnel` inside the bundle (tsconfig `paths`) by the real one, which is loaded
 * only if a proxy is used: loading it, and `assert`, which it needs, takes time.
 */
const httpOverHttp = (options) => open('httpOverHttp', options);
const httpsOverHttp = (options) => open('httpsOverHttp', options);
const httpOverHttps = (options) => open('httpOverHttps', options);
const httpsOverHttps = (options) => open('httpsOverHttps', options);
function open(kind, options) {
    return destroyable(load()[kind](corrected(options)));
}
/**
 * The agent of `tunnel` has no `destroy()`, and keeps no list of the connections that wait for the
 * proxy. A proxy that does not answer would keep the process alive.
 */
function destroyable(agent) {
    const opened = new Set();
    const connect = agent.request;
    agent.request = (options) => {
        const request = connect(options);
        opened.add(request);
        request.once('connect', (_, socket) => opened.add(socket));
        return request;
    };
    agent.destroy = () => {
        for (const one of opened)
            one.destroy();
    };
    return agent;
}
/**
 * The proxy as Node needs it: an IPv6 address without the brackets of a URL, and the name that the
 * certificate of a proxy with TLS must have. By default, Node takes that name from the `Host` header
 * of CONNECT, which is GitHub's.
 */
function corrected(options) {
    const host = options.proxy.host.replace(/^\[(.*)\]$/, '$1');
    // An address is no server name (RFC 6066); the certificate is then checked for the address.
    const servername = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 0 ? host : '';
    return { ...options, proxy: { ...options.proxy, host, servername, lookup: _http_name_lookup__WEBPACK_IMPORTED_MODULE_1__/* .lookup */ .$ } };
}
function load() {
    // It uses `new Buffer()` for a proxy's credentials, and Node would warn about it in the log.
    process.noDeprecation = true;
    return __webpack_require__(218);
}


/***/ }),

/***/ 1628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ProxyAgent: () => (/* binding */ ProxyAgent),
/* harmony export */   getExecOutput: () => (/* binding */ getExecOutput),
/* harmony export */   satisfies: () => (/* binding */ satisfies)
/* harmony export */ });
/**
 * Replaces three packages inside the bundle (tsconfig `paths`) that our own packages load and that
 * this action never uses. Loading them takes longer than all else before the first request.
 */
/** `undici`: `@actions/http-client` loads it for `getAgentDispatcher()` only. */
const ProxyAgent = undefined;
/** `semver`: `jsonwebtoken` asks it only whether this Node is at least 6.12, 15.7 and 16.9. */
function satisfies() {
    return true;
}
/** `@actions/exec`: `@actions/core` loads it for `platform.getDetails()` only. */
const getExecOutput = undefined;


/***/ }),

/***/ 8976:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Us: () => (/* binding */ googleAddress),
/* harmony export */   Ws: () => (/* binding */ googleProviderPath),
/* harmony export */   lH: () => (/* binding */ googlePoolPath),
/* harmony export */   q3: () => (/* binding */ googleKeyPath)
/* harmony export */ });
/** The name of a key version, as Google's API has it. */
function googleKeyPath({ project, location, ring, name, version }) {
    return `projects/${project}/locations/${location}/keyRings/${ring}/cryptoKeys/${name}/cryptoKeyVersions/${version}`;
}
/** The name of a provider's pool, as Google's API has it. */
function googlePoolPath({ project, pool }) {
    return `projects/${project}/locations/global/workloadIdentityPools/${pool}`;
}
/** The name of a provider, as Google's API has it. */
function googleProviderPath(provider) {
    return `${googlePoolPath(provider)}/providers/${provider.name}`;
}
/** The address of one of Google's services, without a trailing slash. */
function googleAddress({ server }, api) {
    return server === '' ? `https://${api}.googleapis.com` : server;
}


/***/ }),

/***/ 9132:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fingerprintOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The fingerprint of a key, as GitHub shows it in the App's settings: `SHA256:` and the hash of the public
 * half in base64. Raises an error if the text is not a key.
 *
 * @param key a private or a public key; a text is PEM
 */
function fingerprintOf(key) {
    const publicKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(publicKey).digest('base64')}`;
}


/***/ }),

/***/ 8549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   fk: () => (/* binding */ RefusedError),
/* harmony export */   p4: () => (/* binding */ InterruptedError)
/* harmony export */ });
/** A server answered with something other than what was asked for. */
class RefusedError extends Error {
    name = 'RefusedError';
    reply;
    /** Every time the request was sent, the refusal last. */
    attempts;
    /** How long the step had waited for rate limits until then, in milliseconds. */
    rateLimitWaited;
    constructor(reply, attempts, rateLimitWaited = 0) {
        super(`${reply.status} ${reply.message}`);
        this.reply = reply;
        this.attempts = attempts;
        this.rateLimitWaited = rateLimitWaited;
    }
}
/** No answer arrived. The message is that of the last attempt: Node's, or one of the transport's limits. */
class UnreachableError extends Error {
    name = 'UnreachableError';
    /** The address that did not answer, without its query. */
    url;
    /** Node's error code, such as `ECONNREFUSED`; empty if it gave none. */
    code;
    /** Every time the request was sent, the last failure last. */
    attempts;
    constructor(failure, attempts, options) {
        super(failure.message, options);
        this.url = failure.url;
        this.code = failure.code;
        this.attempts = attempts;
    }
}
/** The job was cancelled, so the request was not sent, or its answer not waited for. */
class InterruptedError extends Error {
    name = 'InterruptedError';
    constructor() {
        super('interrupted');
    }
}


/***/ }),

/***/ 5828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lookup)
/* harmony export */ });
/* unused harmony export isLookingUp */
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(610);
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_dns__WEBPACK_IMPORTED_MODULE_0__);

/** The lookups that are under way, by host and options, with the requests that wait for each. */
const underWay = new Map();
/**
 * Looks up the address of a host as Node does, with one difference: requests for the same host share
 * one lookup. A lookup cannot be stopped. If the name server is slow, a second try joins the first
 * lookup, instead of starting again and running out of time again.
 */
const lookup = (hostname, options, callback) => {
    const all = { ...options, all: true };
    const key = JSON.stringify([hostname, all]);
    const settle = (error, addresses) => {
        const [first] = addresses;
        if (error !== null || first === undefined || options.all === true)
            callback(error, addresses);
        else
            callback(null, first.address, first.family);
    };
    const waiting = underWay.get(key);
    if (waiting !== undefined) {
        waiting.push(settle);
        return;
    }
    const requests = [settle];
    underWay.set(key, requests);
    (0,node_dns__WEBPACK_IMPORTED_MODULE_0__.lookup)(hostname, all, (error, addresses) => {
        underWay.delete(key);
        for (const each of requests)
            each(error, error === null ? addresses : []);
    });
};
/** Whether a lookup is under way. It blocks a thread that `process.exit` waits for. */
function isLookingUp() {
    return underWay.size > 0;
}


/***/ }),

/***/ 2962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ bearerAuthorization),
/* harmony export */   J9: () => (/* binding */ jsonBody),
/* harmony export */   bQ: () => (/* binding */ formBody),
/* harmony export */   j$: () => (/* binding */ withoutQuery)
/* harmony export */ });
/** `Authorization: Bearer`, as RFC 6750 has it. */
function bearerAuthorization(credential) {
    return { headers: { authorization: `Bearer ${credential}` }, secrets: [credential] };
}
/** A body in JSON. */
function jsonBody(value) {
    return { contentType: 'application/json', text: JSON.stringify(value) };
}
/** A body as HTML forms send it. */
function formBody(fields) {
    return {
        contentType: 'application/x-www-form-urlencoded',
        text: new URLSearchParams(fields).toString()
    };
}
/** An address without its query, which can have secrets in it. */
function withoutQuery(url) {
    return url.replace(/\?.*$/s, '');
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   Lo: () => (/* binding */ messageText),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   iO: () => (/* binding */ messageField),
/* harmony export */   ii: () => (/* binding */ positiveIntegerField)
/* harmony export */ });
/** Reads one field of a JSON object; undefined where the value is no object. */
function field(value, name) {
    return typeof value === 'object' && value !== null
        ? value[name]
        : undefined;
}
/** A field that is text; empty if it is not. */
function textField(value, name) {
    const found = field(value, name);
    return typeof found === 'string' ? found : '';
}
/** Rules search in messages, and a hostile server must not make that take minutes. */
const MAX_MESSAGE_LENGTH = 10_000;
/** The part of a message that is read. */
function messageText(message) {
    return message.slice(0, MAX_MESSAGE_LENGTH);
}
/** A field that is a message; empty if it is not. */
function messageField(value, name) {
    return messageText(textField(value, name));
}
/** A field that is a list; empty if it is not. */
function listField(value, name) {
    const found = field(value, name);
    return Array.isArray(found) ? found : [];
}
/** A field that is a positive whole number. */
function positiveIntegerField(value, name) {
    const found = field(value, name);
    return Number.isSafeInteger(found) && found > 0 ? found : undefined;
}


/***/ }),

/***/ 2704:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readClaims),
/* harmony export */   r: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** In the order in which people compare them. */
const NAMES = [
    'iss',
    'aud',
    'sub',
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'ref',
    'environment',
    'job_workflow_ref',
    'event_name'
];
/**
 * Reads the claims of an OIDC token, for messages only: nobody has verified it. Empty if it cannot be
 * read. https://docs.github.com/en/actions/reference/security/oidc
 */
function readClaims(token) {
    const payload = readPayload(token);
    const found = NAMES.map((name) => [name, (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(payload, name)]);
    return new Map(found.filter(([, value]) => value !== ''));
}
/** All that a token says; undefined if it cannot be read. Nobody has verified it. */
function readPayload(token) {
    const [, payload = ''] = token.split('.');
    try {
        return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ printable)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/secret-text.ts
const NOT_SHOWN = '(not shown)';
/** Words and beginnings of private keys in the formats that people have them in, damaged or not. */
const KEY_WORDS = [
    // The BEGIN and END lines of PEM, also without blanks, or with some of their dashes missing.
    /-{2,9}\s{0,9}(?:BEGIN|END)[A-Z0-9\s]{1,80}-{2,5}/,
    /(?:BEGIN|END)\s{0,9}[A-Z0-9\s]{0,40}PRIVATE\s{0,9}KEY/,
    /PuTTY-User-Key-File-|Private-Lines:/,
    // A JWK (RFC 7517), as JSON with or without escaped quotes, or as YAML.
    /\bkty["'\\\s]{0,9}:/,
    // Base64 of PEM, base64 of that, base64 of what OpenSSH's keys begin with, base64 of DER.
    /LS0tLS1CRUdJTi|TFMwdExTMUNSVWRKVG|b3BlbnNzaC1rZXkt|(?<![A-Za-z0-9])MI[IGJ][\w+/-]{40}/,
    // DER in hex.
    /3082[0-9a-f]{4}0201[0-9a-f]{60}/i
];
/**
 * GitHub's tokens, and those of GitLab, npm, Slack, Stripe, Vault and OpenBao, and client secrets of
 * Azure, in full length: no name of an account or repository is like it. Newer tokens of GitHub contain
 * a JWT.
 */
const WHOLE_TOKEN = /(?<![A-Za-z0-9])(?:gh[a-z]_(?:[A-Za-z0-9]{36}|\d{1,20}_eyJ)|github_pat_\w{60}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|xox[a-z]-(?=[\w-]{0,20}\d{6})[\w-]{20}|[rs]k_live_[A-Za-z0-9]{24}|hv[sbr]\.[\w-]{24}|s\.(?=[a-z0-9]*[A-Z])(?=[A-Za-z]*\d)[A-Za-z0-9]{24}(?![A-Za-z0-9])|[\w.~-]{3}\dQ~[\w.~-]{31})/;
/** The first two parts of a JSON web token. */
const WHOLE_JWT = /(?<![A-Za-z0-9])eyJ[\w-]{16,512}\.[\w-]{16}/;
/** The same where anything that begins like one is better not shown. */
const ANY_TOKEN = /eyJ[\w-]{16}[\w.-]*|(?<![A-Za-z0-9])(?:gh[a-z]_|github_pat_|glpat-|npm_|xox[a-z]-(?=[\w-]{0,20}\d{4})|[rs]k_live_|hv[sbr]\.)[\w.-]{16,}|[\w.~-]{3}\dQ~[\w.~-]{31,34}/g;
/** Many characters of base64 or base64url in a row, or a key's fingerprint, which is public. */
const LONG_BASE64 = /SHA256:\s{0,9}[A-Za-z0-9+/]{43}=?|[A-Za-z0-9+/_-]{40,}/g;
/** The lines of a key have 64 characters and more, but a piece of one may have lost some. */
const MIN_KEY_LINE_LENGTH = 60;
/** GitHub takes no longer names. */
const MAX_NAME_LENGTH = 100;
/**
 * Finds out by its looks whether an input holds a secret that belongs elsewhere. A text that can be a
 * name does not count as a secret: names change between upper case, lower case and digits less than keys.
 */
function secretKindIn(text) {
    if (holdsKeyWords(text))
        return 'key';
    // Before the lines of a key, because the parts of a JWT look like them.
    if (WHOLE_TOKEN.test(text))
        return 'token';
    if (WHOLE_JWT.test(text))
        return 'jwt';
    return (text.match(LONG_BASE64) ?? []).some(isKeyLine) ? 'key' : undefined;
}
/** The text without what looks like a secret; nothing is left of a text with words of a key in it. */
function withoutSecrets(text) {
    if (holdsKeyWords(text))
        return NOT_SHOWN;
    return text
        .replace(LONG_BASE64, (run) => (isRandom(run) ? NOT_SHOWN : run))
        .replace(ANY_TOKEN, NOT_SHOWN);
}
/** Whether a text contains words or beginnings of a private key. */
function holdsKeyWords(text) {
    return KEY_WORDS.some((words) => words.test(text));
}
/** A shorter one is taken for part of a key only if it holds what no name does. */
function isKeyLine(run) {
    return (run.length >= MIN_KEY_LINE_LENGTH || run.includes('+')) && isRandom(run);
}
/** Whether the characters of a run change as randomly as those of a key. */
function isRandom(run) {
    if (run.startsWith('SHA256:'))
        return false;
    const count = { upper: 0, lower: 0, digit: 0, mark: 0 };
    let [pairs, changes] = [0, 0];
    let before = 'mark';
    for (const character of run) {
        const kind = kindOf(character);
        count[kind]++;
        if (kind !== 'mark' && before !== 'mark') {
            pairs++;
            if (kind !== before)
                changes++;
        }
        before = kind;
    }
    const isMixed = count.upper > 2 && count.lower > 2 && count.digit > 1;
    // In a key, one in 32 characters is a mark; in names, marks stand between words.
    if (!isMixed || count.mark * 8 > run.length)
        return false;
    return run.length > MAX_NAME_LENGTH || changes >= pairs * 0.45;
}
function kindOf(character) {
    if (character >= '0' && character <= '9')
        return 'digit';
    if (character >= 'a' && character <= 'z')
        return 'lower';
    return character >= 'A' && character <= 'Z' ? 'upper' : 'mark';
}

;// CONCATENATED MODULE: ./src/printable.ts


const MAX_LENGTH = 200;
/**
 * Makes text that somebody else wrote (an input, a reply, an error, a file) fit for a log line or
 * an annotation: what looks like a secret is left out, control characters and line ends become
 * visible escapes, `::` and `##[` are broken so that the runner finds no command in them, and at
 * most 200 characters are kept. The runner obeys `##[command]` anywhere in a line:
 * https://github.com/actions/runner (ActionCommand.cs).
 *
 * @param longest in characters
 */
function printable(foreign, longest = MAX_LENGTH) {
    const bare = withoutSecrets(foreign);
    const cut = bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare;
    return breakCommands(escapeInvisible(cut));
}
/**
 * Breaks the runner's command markers (`::`, `##[`) with a space. The `::` of an IPv6 address stays,
 * since the runner obeys it only at the start of a line, where the log breaks it.
 */
function breakCommands(text) {
    return text.replace(WITH_COLONS, breakColons).replace(/##(?=\[)/g, '## ');
}
/** A word with colons in it, as far as an IPv6 address or a command of the runner goes. */
const WITH_COLONS = /[\w.%:-]{2,}/g;
function breakColons(word, at, text) {
    // The ARN of a role has no region. No line can begin with its colons.
    if (/^arn:aws[\w-]*:\w+::\d{12}:(?!.*::)/.test(word))
        return word;
    // Node takes anything behind a percent sign for a zone.
    const isAddress = (0,external_node_net_.isIPv6)(word) && !/%.*:/.test(word) && (word !== '::' || text[at - 1] === '[');
    // What a text begins with may come to stand at the start of a line.
    const isWithin = text.slice(0, at).trim() !== '';
    return isAddress && isWithin ? word : word.replace(/:(?=:)/g, ': ');
}
/** Escapes controls, line and paragraph separators, and the marks that reorder text on a screen. */
function escapeInvisible(text) {
    if (VISIBLE_ASCII.test(text))
        return text;
    // Created here: Node needs some milliseconds for it, and most steps have only plain text.
    return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, printable_escape);
}
const VISIBLE_ASCII = /^[ -~]*$/;
function printable_escape(character) {
    switch (character) {
        case '\n':
            return '\\n';
        case '\r':
            return '\\r';
        case '\t':
            return '\\t';
        default:
            return `\\u{${Number(character.codePointAt(0)).toString(16)}}`;
    }
}


/***/ }),

/***/ 6147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ ProblemError)
/* harmony export */ });
/** Thrown if the action itself found out what is wrong. */
class ProblemError extends Error {
    name = 'ProblemError';
    problems;
    /** Whether GitHub has been asked anything yet. */
    nothingSent;
    constructor(problems, options) {
        super(problems.map(({ kind }) => kind).join('; '));
        this.problems = problems;
        this.nothingSent = options.nothingSent;
    }
}


/***/ }),

/***/ 1694:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   QH: () => (/* binding */ isIssuerUnreachable),
/* harmony export */   Xg: () => (/* binding */ isClockRefusal),
/* harmony export */   c6: () => (/* binding */ AWS_REFUSALS),
/* harmony export */   es: () => (/* binding */ awsError),
/* harmony export */   xK: () => (/* binding */ xmlText)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Reads a refusal of KMS, which is JSON, or of STS, which is XML. */
function awsError({ body, text }) {
    if (body === undefined)
        return { code: xmlText(text, 'Code'), message: (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .messageText */ .Lo)(xmlText(text, 'Message')) };
    const message = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .messageField */ .iO)(body, 'message');
    return {
        // A name can have a namespace in front.
        code: (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textField */ .M8)(body, '__type').replace(/^.*#/s, ''),
        message: message === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .messageField */ .iO)(body, 'Message') : message
    };
}
/** The text of the first element with this name; empty if there is none. */
function xmlText(xml, name) {
    const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
    const entities = [
        ['&lt;', '<'],
        ['&gt;', '>'],
        ['&quot;', '"'],
        ['&apos;', "'"],
        // Last, so that what it makes is not read again.
        ['&amp;', '&']
    ];
    return entities.reduce((rest, [entity, is]) => rest.replaceAll(entity, is), text).trim();
}
/** Whether AWS asks to send fewer requests. */
function isThrottled({ code }) {
    return /^(?:Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded)$/.test(code);
}
/** Whether STS could not get the keys of GitHub's OIDC service. It often works a moment later. */
function isIssuerUnreachable({ code, message }) {
    return code === 'IDPCommunicationError' || /retrieve verification key/i.test(message);
}
/** Whether AWS refused the time in a signature. */
function isClockRefusal({ message }) {
    return /signature (?:expired|not yet current)/i.test(message);
}
/** How to read the answers of STS and KMS. */
const AWS_REFUSALS = {
    codeOf: (reply) => awsError(reply).code,
    isTemporary: (reply) => {
        const error = awsError(reply);
        return reply.status === 429 || isThrottled(error) || isIssuerUnreachable(error);
    }
};


/***/ }),

/***/ 5698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ azureService),
/* harmony export */   u: () => (/* binding */ azureFailure)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8301);
/* harmony import */ var _key_service__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4464);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4188);





/**
 * Signs in Azure Key Vault or a Managed HSM:
 * https://learn.microsoft.com/en-us/rest/api/keyvault/keys/sign/sign
 */
function azureService(key, client) {
    return {
        sign: async (text) => sign(key, client, await logIn(key, client), text),
        publicKey: async () => ({ pem: await publicKey(key, client, await logIn(key, client)) })
    };
}
/**
 * Exchanges the job's OIDC token for an access token, which ends by itself:
 * https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow#third-case-access-token-request-with-a-federated-credential
 */
async function logIn({ login }, client) {
    const jwt = await client.oidcToken(login.oidc);
    const token = await client.call({
        stage: 'login',
        method: 'POST',
        url: `${login.address}/${login.tenant}/oauth2/v2.0/token`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .formBody */ .bQ)({
            client_id: login.clientId,
            client_assertion: jwt,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            grant_type: 'client_credentials',
            scope: login.scope
        }),
        secrets: [jwt],
        refusals: REFUSALS,
        read: ({ body }) => (0,_key_service_client__WEBPACK_IMPORTED_MODULE_2__/* .credentialField */ .W6)(body, 'access_token')
    });
    client.mask(token);
    return token;
}
async function sign(key, client, token, text) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64url');
    const { used, bytes } = await client.call({
        stage: 'signature',
        method: 'POST',
        url: address(key, '/sign'),
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .jsonBody */ .J9)({ alg: 'RS256', value: digest }),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const value = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(body, 'value');
            const used = keyAndVersion((0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(body, 'kid'));
            return used === undefined || !/^[\w-]+$/.test(value)
                ? undefined
                : { used, bytes: Buffer.from(value, 'base64url') };
        }
    });
    const asked = `${key.name}/${key.version}`;
    if (used.toLowerCase() !== asked.toLowerCase())
        throw (0,_key_service__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._)(key, { is: 'other-key', asked, used });
    return { bytes };
}
/** `KEY/VERSION` of the address with which Azure names a key; undefined if it is no such address. */
function keyAndVersion(kid) {
    return /^https?:\/\/[^/]+\/keys\/([a-z0-9-]+\/[a-z0-9]+)$/i.exec(kid)?.[1];
}
/** Needs a right that signing does not need, so this is often refused. */
async function publicKey(key, client, token) {
    return client.call({
        stage: 'public-key',
        method: 'GET',
        url: address(key, ''),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_3__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const found = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(body, 'key');
            return rsaPublicKey((0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(found, 'n'), (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(found, 'e'));
        }
    });
}
/** The PEM of an RSA key with this modulus and exponent; undefined if there is no such key. */
function rsaPublicKey(n, e) {
    // OpenSSL makes a key of nothing, too.
    if (Buffer.from(n, 'base64url').length < MIN_MODULUS_LENGTH || e === '')
        return undefined;
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: { kty: 'RSA', n, e }, format: 'jwk' });
    return key.export({ type: 'spki', format: 'pem' }).toString();
}
/** Of the smallest RSA keys that Azure makes (2048 bits), in bytes. */
const MIN_MODULUS_LENGTH = 256;
function address({ address: vault, name, version }, path) {
    return `${vault}/keys/${name}/${version}${path}?api-version=7.4`;
}
const REFUSALS = {
    codeOf: (reply) => azureFailure(reply).code,
    isTemporary: ({ status }) => status === 429
};
/**
 * Reads a failure of Microsoft Entra ID or of Key Vault:
 * https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
 * https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes
 */
function azureFailure({ body }) {
    const error = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(body, 'error');
    const description = (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .messageField */ .iO)(body, 'error_description');
    const message = description === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .messageField */ .iO)(error, 'message') : description;
    const codes = [
        /^(?:AADSTS|AKV)\d{1,9}\b/.exec(message)?.[0],
        (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)((0,_json__WEBPACK_IMPORTED_MODULE_4__/* .field */ .ZZ)(error, 'innererror'), 'code'),
        (0,_json__WEBPACK_IMPORTED_MODULE_4__/* .textField */ .M8)(error, 'code'),
        error
    ];
    const code = codes.find((one) => typeof one === 'string' && /^[\w.-]{1,80}$/.test(one));
    const [line = ''] = message.split(/[\r\n]| Trace ID: /);
    return { code: typeof code === 'string' ? code : '', message: line.trim() };
}


/***/ }),

/***/ 5906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ googleError),
/* harmony export */   R: () => (/* binding */ googleService)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8976);
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8301);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9095);
/* harmony import */ var _key_service__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4464);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4188);







/**
 * Signs in Google Cloud KMS:
 * https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys.cryptoKeyVersions/asymmetricSign
 */
function googleService(key, client) {
    return {
        sign: async (text) => sign(key, client, await logIn(key, client), text),
        publicKey: async () => publicKey(key, client, await logIn(key, client))
    };
}
const SCOPES = 'https://www.googleapis.com/auth';
/** Returns an access token, of the workload itself or of the service account. */
async function logIn(key, client) {
    const token = await exchange(key, client);
    return key.login.serviceAccount === '' ? token : impersonate(key, client, token);
}
/** Exchanges the job's OIDC token: https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token */
async function exchange(key, client) {
    const { provider, serviceAccount, oidc } = key.login;
    const subjectToken = await client.oidcToken(oidc);
    const token = await client.call({
        stage: 'login',
        method: 'POST',
        url: `${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleAddress */ .Us)(key, 'sts')}/v1/token`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .jsonBody */ .J9)({
            grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
            audience: `//iam.googleapis.com/${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleProviderPath */ .Ws)(provider)}`,
            // The least that works: to act as a service account needs this scope.
            scope: `${SCOPES}/${serviceAccount === '' ? 'cloudkms' : 'cloud-platform'}`,
            requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
            subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
            subjectToken
        }),
        secrets: [subjectToken],
        refusals: REFUSALS,
        read: ({ body }) => (0,_key_service_client__WEBPACK_IMPORTED_MODULE_3__/* .credentialField */ .W6)(body, 'access_token')
    });
    client.mask(token);
    return token;
}
/**
 * Gets an access token of the service account, for five minutes and for Cloud KMS only:
 * https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
 */
async function impersonate(key, client, federated) {
    const token = await client.call({
        stage: 'impersonation',
        method: 'POST',
        url: `${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleAddress */ .Us)(key, 'iamcredentials')}/v1/projects/-/serviceAccounts/${key.login.serviceAccount}:generateAccessToken`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .jsonBody */ .J9)({ scope: [`${SCOPES}/cloudkms`], lifetime: '300s' }),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .bearerAuthorization */ .Dv)(federated),
        refusals: REFUSALS,
        read: ({ body }) => (0,_key_service_client__WEBPACK_IMPORTED_MODULE_3__/* .credentialField */ .W6)(body, 'accessToken')
    });
    client.mask(token);
    return token;
}
async function sign(key, client, token, text) {
    const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64');
    const { bytes, name } = await client.call({
        stage: 'signature',
        method: 'POST',
        url: `${keyAddress(key)}:asymmetricSign`,
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .jsonBody */ .J9)({ digest: { sha256 } }),
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const signature = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'signature');
            const isBase64 = /^[A-Za-z\d+/]+={0,2}$/.test(signature);
            const signer = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'name');
            return isBase64 && signer !== ''
                ? { bytes: Buffer.from(signature, 'base64'), name: signer }
                : undefined;
        }
    });
    const asked = withoutProject((0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleKeyPath */ .q3)(key));
    const used = withoutProject(name);
    if (used !== asked)
        throw (0,_key_service__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._)(key, { is: 'other-key', asked, used: (0,_printable__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)(used) });
    return { bytes };
}
/** The answer may have the project's id where the URI has its number. */
function withoutProject(name) {
    return name.replace(/^projects\/[^/]+\//, '');
}
/** What signs a JWT with RS256. */
const SUITABLE = /^RSA_SIGN_PKCS1_\d+_SHA256$/;
/** The public half of the key version. Google says with it for which algorithm the version is. */
async function publicKey(key, client, token) {
    return client.call({
        stage: 'public-key',
        method: 'GET',
        url: `${keyAddress(key)}/publicKey`,
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_5__/* .bearerAuthorization */ .Dv)(token),
        refusals: REFUSALS,
        read: ({ body }) => {
            const pem = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'pem');
            const algorithm = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(body, 'algorithm');
            const isOther = algorithm !== '' && !SUITABLE.test(algorithm);
            return isOther ? { pem, otherAlgorithm: algorithm } : { pem };
        }
    });
}
function keyAddress(key) {
    return `${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleAddress */ .Us)(key, 'cloudkms')}/v1/${(0,_config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__/* .googleKeyPath */ .q3)(key)}`;
}
const REFUSALS = {
    codeOf: (reply) => {
        const { code, reason } = googleError(reply);
        return `${code} ${reason}`.trim();
    },
    isTemporary: ({ status }) => status === 429
};
/**
 * Reads an error of Google's APIs (https://cloud.google.com/apis/design/errors), or of its Security
 * Token Service (RFC 6749, 5.2).
 */
function googleError({ body }) {
    const error = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .field */ .ZZ)(body, 'error');
    if (typeof error === 'string') {
        const message = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .messageField */ .iO)(body, 'error_description');
        return { code: error, reason: '', consumer: '', message };
    }
    const info = (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .listField */ .FZ)(error, 'details').find((detail) => (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(detail, 'reason') !== '');
    return {
        code: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(error, 'status'),
        reason: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)(info, 'reason'),
        consumer: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .textField */ .M8)((0,_json__WEBPACK_IMPORTED_MODULE_6__/* .field */ .ZZ)(info, 'metadata'), 'consumer'),
        message: (0,_json__WEBPACK_IMPORTED_MODULE_6__/* .messageField */ .iO)(error, 'message')
    };
}


/***/ }),

/***/ 4188:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _Y: () => (/* binding */ KeyServiceClient),
  j2: () => (/* binding */ KeyServiceError),
  W6: () => (/* binding */ credentialField),
  uo: () => (/* binding */ isCredential)
});

;// CONCATENATED MODULE: ./src/http/call-service.ts
/** Sends a call until its answer can be read. Raises what `HttpClient.send` raises. */
async function callService(http, call) {
    const { method, url, headers = {}, body, secrets = [], refusals, effect = 'none', read } = call;
    const { reply, attempts } = await http.send({
        method,
        url,
        headers: { accept: 'application/json', ...headers },
        body,
        authorize: () => {
            const authorization = call.authorize?.() ?? { headers: {}, secrets: [] };
            return { ...authorization, secrets: [...authorization.secrets, ...secrets] };
        },
        effect,
        maxBytes: call.maxBytes,
        // A request to such a service could be used elsewhere: it goes only where the workflow says.
        followsRedirects: false,
        refusals,
        isUsable: (answer) => answer.status >= 200 && answer.status < 300 && read(answer) !== undefined
    });
    return { value: read(reply), attempts };
}

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/oidc/claims.ts
var claims = __webpack_require__(2704);
// EXTERNAL MODULE: ./src/http/request-parts.ts
var request_parts = __webpack_require__(2962);
;// CONCATENATED MODULE: ./src/oidc/request.ts



/** A JSON web token. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/**
 * Gets the job's OIDC token from the runner's GitHub. It is secret: mask it before it is used. Raises
 * what `callService` raises. https://docs.github.com/en/actions/reference/security/oidc
 */
async function requestOidcToken(http, { url, token, audience }) {
    const address = new URL(url);
    if (audience !== '')
        address.searchParams.set('audience', audience);
    const { value } = await callService(http, {
        method: 'GET',
        url: address.href,
        authorize: () => (0,request_parts/* bearerAuthorization */.Dv)(token),
        refusals: { codeOf: ({ message }) => message, isTemporary: ({ status }) => status === 429 },
        read: ({ body }) => {
            const text = (0,json/* textField */.M8)(body, 'value');
            return JWT.test(text) ? text : undefined;
        }
    });
    return value;
}

;// CONCATENATED MODULE: ./src/signers/key-service/key-service-client.ts





/** The work with a key service failed. The cause is what the HTTP client raised. */
class KeyServiceError extends Error {
    name = 'KeyServiceError';
    cause;
    key;
    stage;
    /** The claims of the job's OIDC token, if it was sent. */
    claims;
    constructor(cause, facts) {
        super(`${facts.stage}: ${cause.message}`);
        this.cause = cause;
        this.key = facts.key;
        this.stage = facts.stage;
        this.claims = facts.claims;
    }
}
/** What a login gives. A shorter text would hide ordinary words of the log when it is masked. */
function isCredential(text) {
    return /^[\x21-\x7e]{16,}$/.test(text);
}
/** A field that can be a credential; undefined if it cannot. */
function credentialField(value, name) {
    const text = (0,json/* textField */.M8)(value, name);
    return isCredential(text) ? text : undefined;
}
/** Calls a key service, and the services that log in to it. */
class KeyServiceClient {
    #options;
    /** Set when the job's OIDC token is there. */
    claims;
    constructor(options) {
        this.#options = options;
    }
    /** Hides a secret in the log. Call it before the secret is used. */
    mask(secret) {
        this.#options.mask(secret);
    }
    /** Sends a call until its answer can be read. Raises {@link KeyServiceError}, and `InterruptedError`. */
    async call(call) {
        // The end of a login is sent in any case, also after the job is cancelled.
        const effect = call.stage === 'logout' ? 'revokes-token' : 'none';
        const { value } = await this.#attempt(call.stage, () => callService(this.#options.http, { ...call, effect }));
        return value;
    }
    /**
     * Gets the job's OIDC token, and hides it in the log. Raises {@link KeyServiceError}, and
     * `InterruptedError`.
     */
    async oidcToken(oidc) {
        const token = await this.#attempt('oidc', () => requestOidcToken(this.#options.http, oidc));
        this.mask(token);
        this.claims = (0,claims/* readClaims */.I)(token);
        return token;
    }
    async #attempt(stage, work) {
        try {
            return await work();
        }
        catch (error) {
            const isKnown = error instanceof errors/* RefusedError */.fk || error instanceof errors/* UnreachableError */.Jk;
            const facts = { key: this.#options.key, stage, claims: this.claims };
            throw isKnown ? new KeyServiceError(error, facts) : error;
        }
    }
}


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ unusable),
/* harmony export */   j: () => (/* binding */ keyServiceSigner)
/* harmony export */ });
/* harmony import */ var _config_private_key_fingerprint__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9132);
/* harmony import */ var _problems_problem__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6147);


const HEADER = { alg: 'RS256', typ: 'JWT' };
/** The lengths of the signatures of RSA keys with 2048, 3072 and 4096 bits, in bytes. */
const SIGNATURE_LENGTHS = [256, 384, 512];
/** Signs the App's JWT (RFC 7515) in a key service. */
function keyServiceSigner(key, service) {
    let version;
    return {
        expiresMs: undefined,
        clockSkew: () => service.clockSkew?.(),
        jwt: async (claims) => {
            const text = `${encode(HEADER)}.${encode(claims)}`;
            const signature = await service.sign(text);
            const { length } = signature.bytes;
            if (!SIGNATURE_LENGTHS.includes(length))
                throw unusable(key, { is: 'length', bytes: length });
            version = signature.version;
            return `${text}.${signature.bytes.toString('base64url')}`;
        },
        lookUpKey: async () => {
            const found = await service.publicKey().catch(() => undefined);
            return {
                version,
                fingerprint: found && fingerprint(found.pem),
                otherAlgorithm: found?.otherAlgorithm
            };
        }
    };
}
/** The error for a signature that GitHub would refuse. */
function unusable({ service }, found) {
    const problem = { kind: 'signature-unusable', service, found };
    return new _problems_problem__WEBPACK_IMPORTED_MODULE_1__/* .ProblemError */ .M([problem], { nothingSent: false });
}
function encode(value) {
    return Buffer.from(JSON.stringify(value)).toString('base64url');
}
/** As GitHub shows it in the App's settings. Undefined if the text is no public key. */
function fingerprint(pem) {
    try {
        return (0,_config_private_key_fingerprint__WEBPACK_IMPORTED_MODULE_0__/* .fingerprintOf */ .a)(pem);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ vaultError),
/* harmony export */   u: () => (/* binding */ vaultService)
/* harmony export */ });
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9834);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4188);




/**
 * Signs in the transit engine of Vault or OpenBao:
 * https://developer.hashicorp.com/vault/api-docs/secret/transit#sign-data
 */
function vaultService(key, client) {
    return {
        sign: (text) => withToken(key, client, (token) => sign(key, client, token, text)),
        publicKey: () => withToken(key, client, (token) => publicKey(key, client, token))
    };
}
/** Logs in, works, and revokes the token if the login made one that lives on. */
async function withToken(key, client, work) {
    const token = await logIn(key, client);
    try {
        return await work(token.value);
    }
    finally {
        if (token.isRevocable)
            await logOut(key, client, token.value);
    }
}
async function logIn(key, client) {
    const { login } = key;
    if (login.kind === 'token')
        return { value: login.token, isRevocable: false };
    const jwt = await client.oidcToken(login.oidc);
    const token = await client.call({
        ...request(key),
        stage: 'login',
        method: 'POST',
        url: address(key, `auth/${login.path}/login`),
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_2__/* .jsonBody */ .J9)({ role: login.role, jwt }),
        secrets: [jwt],
        read: ({ body }) => {
            const auth = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(body, 'auth');
            const value = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(auth, 'client_token');
            const isRevocable = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(auth, 'token_type') === 'service';
            return (0,_key_service_client__WEBPACK_IMPORTED_MODULE_1__/* .isCredential */ .uo)(value) ? { value, isRevocable } : undefined;
        }
    });
    client.mask(token.value);
    return token;
}
async function sign(key, client, token, text) {
    return client.call({
        ...request(key, token),
        stage: 'signature',
        method: 'POST',
        url: address(key, `${key.mount}/sign/${key.name}/sha2-256`),
        body: (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_2__/* .jsonBody */ .J9)({
            input: Buffer.from(text).toString('base64'),
            // Without it, Vault signs with PSS, which no JWT with RS256 has.
            signature_algorithm: 'pkcs1v15',
            marshaling_algorithm: 'jws'
        }),
        read: ({ body }) => {
            const answer = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)((0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(body, 'data'), 'signature');
            const { version, signature } = /^vault:v(?<version>\d{1,9}):(?<signature>[\w-]+)$/.exec(answer)?.groups ?? {};
            return signature === undefined
                ? undefined
                : { bytes: Buffer.from(signature, 'base64url'), version };
        }
    });
}
/** The public half of the newest version, because Vault signs with it. */
async function publicKey(key, client, token) {
    return client.call({
        ...request(key, token),
        stage: 'public-key',
        method: 'GET',
        url: address(key, `${key.mount}/keys/${key.name}`),
        read: ({ body }) => {
            const data = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(body, 'data');
            const latest = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(data, 'keys'), String((0,_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(data, 'latest_version')));
            return { pem: (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(latest, 'public_key') };
        }
    });
}
/** How long the step waits for the end of its login, in milliseconds. */
const LOGOUT_TIMEOUT_MS = 3_000;
/**
 * The token of this step would end by itself, so a failure here is no failure of the step, and must not
 * take the time that the step needs for GitHub.
 */
async function logOut(key, client, token) {
    const call = {
        ...request(key, token),
        stage: 'logout',
        method: 'POST',
        url: address(key, 'auth/token/revoke-self'),
        read: () => true
    };
    await Promise.race([client.call(call).catch(() => undefined), (0,_time__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(LOGOUT_TIMEOUT_MS)]);
}
function request({ namespace }, token) {
    return {
        headers: {
            'x-vault-request': 'true',
            ...(namespace === '' ? {} : { 'x-vault-namespace': namespace })
        },
        authorize: () => token === undefined
            ? { headers: {}, secrets: [] }
            : { headers: { 'x-vault-token': token }, secrets: [token] },
        refusals: REFUSALS
    };
}
const REFUSALS = {
    codeOf: vaultError,
    // 412: a server of the cluster is not up to date yet.
    isTemporary: ({ status }) => status === 412 || status === 429
};
/** What Vault says of a failure: it has no codes, only texts. Empty if it says nothing. */
function vaultError({ body }) {
    const texts = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .listField */ .FZ)(body, 'errors').filter((one) => typeof one === 'string');
    return (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .messageText */ .Lo)(texts.join('; ').trim());
}
function address({ address: server }, path) {
    return `${server}/v1/${path}`;
}


/***/ }),

/***/ 9834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ inSeconds),
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   RI: () => (/* binding */ amountOfTime),
/* harmony export */   lp: () => (/* binding */ handlePendingEvents),
/* harmony export */   nW: () => (/* binding */ clockSkew),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   wI: () => (/* binding */ monotonicTime),
/* harmony export */   yy: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/** Milliseconds since some fixed moment. Unlike `Date.now`, it never goes backwards. */
function monotonicTime() {
    // Not performance.now(): loading perf_hooks takes longer than signing the JWT.
    return Number(process.hrtime.bigint() / 1000000n);
}
/** Waits so many milliseconds; rejects as soon as the signal is aborted. */
async function sleep(milliseconds, signal) {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
}
/** A time in milliseconds since 1970, to the second: `2026-11-21T14:03:11Z`. */
function isoTime(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
/** Lets Node handle what happened on the network while code was running. */
async function handlePendingEvents() {
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
}
/** A time in milliseconds, to the second: `1 second`, `90 seconds`. */
function inSeconds(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
/** A difference in milliseconds as people say it: `90 seconds`, `25 minutes`, `30 hours`. */
function amountOfTime(milliseconds) {
    const seconds = Math.round(Math.abs(milliseconds) / 1000);
    if (seconds < 120)
        return inSeconds(seconds * 1000);
    const minutes = Math.round(seconds / 60);
    if (minutes < 300)
        return `${minutes} minutes`;
    const hours = Math.round(minutes / 60);
    return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
/** The time of an ISO 8601 text, for sentences: `14:03 UTC`. The text must be valid. */
function clockTime(iso) {
    return `${new Date(iso).toISOString().slice(11, 16)} UTC`;
}
/** A forged `Date` could otherwise buy a signature that is valid in a far future. */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000;
/** Differences below this are within the margins of a signature's times, so they are not the cause. */
const MIN_SKEW_MS = 10 * 1000;
/**
 * Whether clocks that differ explain that a server refused the time of a request: by how many
 * milliseconds the server's (`date`) is ahead of the runner's (`now`), negative if it is behind.
 * Undefined if something else must be the cause.
 */
function clockSkew(date, now) {
    if (date === undefined)
        return undefined;
    const skew = date - now;
    return Math.abs(skew) >= MIN_SKEW_MS && Math.abs(skew) <= MAX_SKEW_MS ? skew : undefined;
}


/***/ })

};
;