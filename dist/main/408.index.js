"use strict";
exports.id = 408;
exports.ids = [408];
exports.modules = {

/***/ 408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseKmsKey: () => (/* binding */ parseKmsKey)
});

// EXTERNAL MODULE: ./src/parsed.ts
var parsed = __webpack_require__(5466);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __webpack_require__(5260);
// EXTERNAL MODULE: ./src/config/api-url.ts
var api_url = __webpack_require__(9898);
// EXTERNAL MODULE: ./src/config/oidc.ts
var oidc = __webpack_require__(2949);
;// CONCATENATED MODULE: ./src/config/key-service/aws.ts




/** The audience that AWS documents for GitHub. */
const AUDIENCE = 'sts.amazonaws.com';
/** What the hosts of a partition end with. Isolated partitions are not here: GitHub is not there either. */
const DOMAINS = {
    aws: 'amazonaws.com',
    'aws-cn': 'amazonaws.com.cn',
    'aws-us-gov': 'amazonaws.com',
    'aws-eusc': 'amazonaws.eu'
};
const REGION = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,2}-\d{1,2}$/;
const ACCOUNT = /^\d{12}$/;
const KEY_ID = /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|mrk-[\da-f]{32})$/;
/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
const ALIAS = /^alias\/[\w/-]{1,250}$/;
const ROLE = /^arn:(?<partition>aws(?:-[a-z]+)*):iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
const HOST = /^(?:[a-z\d-]+(?:\.[a-z\d-]+)*|\[::1\])(?::\d{1,5})?$/i;
const EXAMPLE = 'awskms:///arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
/**
 * Reads `awskms:///ARN` or `awskms://ENDPOINT/ARN`, and how to log in. The ARN decides which hosts are
 * asked. An endpoint replaces that of KMS only. If it is a server on this machine, it is asked without
 * TLS, and STS is looked for there, too.
 * Problems: `kms-key-malformed`, `login-incomplete`, `login-input-malformed`, `login-missing`,
 * `login-variable-malformed`, `oidc-not-available`, `oidc-audience-refused`.
 */
function parseAwsKey(uri, facts) {
    const place = parseLocation(uri);
    const partition = place.ok ? partitionOf(place.value.region) : 'aws';
    const parts = (0,parsed/* combine */.kg)({
        place,
        login: parseLogin(partition, facts)
    });
    return (0,parsed/* map */.Tj)(parts, ({ place: found, login }) => ({
        kind: 'key-service',
        service: 'aws',
        ...found,
        login
    }));
}
/** The mistake in an ARN, a name or an id that names a key of KMS; undefined if it names none. */
function recognizeAwsKey(text) {
    return spelling(text, '');
}
function parseLocation(uri) {
    const rest = uri.replace(/^awskms:/i, '');
    const bare = rest.replace(/^\/+/, '');
    const { endpoint = '', path } = /^\/\/(?<endpoint>[^/]*)\/(?<path>.*)$/.exec(rest)?.groups ?? {};
    if (bare === '')
        return missing('key');
    if (path === undefined || endpoint.startsWith('arn:')) {
        return isArnOfKms(bare)
            ? wrongKey({
                mistake: 'other-spelling',
                is: 'two-slashes',
                uri: shownUri(`awskms:///${bare}`)
            })
            : malformed('ARN', bare);
    }
    if (path.startsWith('arn:'))
        return parseArn(path, endpoint);
    const other = spelling(path, endpoint) ?? spelling(bare, '');
    return other === undefined ? malformed('ARN', path) : wrongKey(other);
}
function parseArn(arn, endpoint) {
    const [, partition, region = '', account = '', key = ''] = /^arn:([^:]+):kms:([^:]*):([^:]*):(.*)$/.exec(arn) ?? [];
    if (partition === undefined)
        return malformed('ARN', arn);
    const parts = { partition, region, account, key };
    const mistake = mistakeInArn(parts, endpoint);
    if (mistake !== undefined)
        return mistake;
    const addresses = findAddresses(endpoint, region, DOMAINS[partitionOf(region)]);
    if (addresses === undefined)
        return malformed('endpoint', endpoint);
    const prefix = `arn:${partition}:kms:${region}:${account}:`;
    return (0,parsed/* valid */.rZ)({ arn, prefix, region, resource: key, ...addresses });
}
function mistakeInArn(parts, endpoint) {
    const { partition, region, account, key } = parts;
    const names = ['region', 'account', 'key'];
    const empty = names.find((name) => parts[name] === '');
    if (empty !== undefined)
        return missing(empty);
    if (!REGION.test(region))
        return malformed('region', region);
    if (!ACCOUNT.test(account))
        return malformed('account', account);
    if (!isKeyOrAlias(key))
        return malformed('key', key);
    const right = partitionOf(region);
    if (partition === right)
        return undefined;
    const uri = `awskms://${endpoint}/arn:${right}:kms:${region}:${account}:${key}`;
    return malformed('partition', partition, uri);
}
function isKeyOrAlias(resource) {
    const id = /^key\/(.*)$/.exec(resource)?.[1];
    return id === undefined ? ALIAS.test(resource) : KEY_ID.test(id);
}
/** Undefined if the endpoint is not a host, with or without a port. */
function findAddresses(endpoint, region, domain) {
    const stsUrl = `https://sts.${region}.${domain}`;
    if (endpoint === '')
        return { kmsUrl: `https://kms.${region}.${domain}`, stsUrl };
    if (!HOST.test(endpoint) || !URL.canParse(`https://${endpoint}`))
        return undefined;
    const { origin, hostname, host } = new URL(`https://${endpoint}`);
    if (!(0,api_url/* isLoopback */.U)(hostname))
        return { kmsUrl: origin, stsUrl };
    // A server on this machine is one for tests, and has everything.
    return { kmsUrl: `http://${host}`, stsUrl: `http://${host}` };
}
function partitionOf(region) {
    if (region.startsWith('cn-'))
        return 'aws-cn';
    if (region.startsWith('us-gov-'))
        return 'aws-us-gov';
    return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}
function isArnOfKms(text) {
    return /^arn:aws(?:-[a-z]+)*:kms:/.test(text);
}
/** What a text is that names a key without the scheme, the region or the account. */
function spelling(text, endpoint) {
    const uri = `awskms://${endpoint}/`;
    const unknown = `${uri}arn:aws:kms:REGION:ACCOUNT:`;
    const id = text.replace(/^key\//, '');
    if (isArnOfKms(text))
        return { mistake: 'other-spelling', is: 'aws-arn', uri: shownUri(uri + text) };
    if (ALIAS.test(text))
        return { mistake: 'other-spelling', is: 'aws-alias', uri: unknown + text };
    if (!KEY_ID.test(id))
        return undefined;
    return { mistake: 'other-spelling', is: 'aws-key-id', uri: `${unknown}key/${id}` };
}
function missing(part) {
    return wrongKey({ mistake: 'part-missing', service: 'aws', part, uri: EXAMPLE });
}
function malformed(part, text, uri = EXAMPLE) {
    return wrongKey({
        mistake: 'part-malformed',
        service: 'aws',
        part,
        text: (0,printable/* printable */.g)(text),
        uri: shownUri(uri)
    });
}
/** Longer than any ARN of a key with an endpoint. */
const MAX_URI_LENGTH = 600;
/** A URI with parts that the person wrote. */
function shownUri(uri) {
    return (0,printable/* printable */.g)(uri, MAX_URI_LENGTH);
}
function wrongKey(mistake) {
    return (0,parsed/* invalid */.Gq)({ kind: 'kms-key-malformed', mistake });
}
function parseLogin(partition, facts) {
    const { inputs, variables } = facts;
    const role = inputs['aws-role-to-assume'];
    if (role !== '')
        return parseOidcLogin(role, partition, facts);
    if (inputs.audience !== '') {
        const missing = 'aws-role-to-assume';
        return (0,parsed/* invalid */.Gq)({ kind: 'login-incomplete', service: 'aws', missing, beside: 'audience' });
    }
    const credentials = {
        accessKeyId: variables.AWS_ACCESS_KEY_ID,
        secretAccessKey: variables.AWS_SECRET_ACCESS_KEY,
        sessionToken: variables.AWS_SESSION_TOKEN
    };
    if (credentials.accessKeyId === '' || credentials.secretAccessKey === '') {
        return (0,parsed/* invalid */.Gq)({ kind: 'login-missing', service: 'aws' });
    }
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
    const variable = names.find((name) => !/^[\x21-\x7e]*$/.test(variables[name]));
    return variable === undefined
        ? (0,parsed/* valid */.rZ)({ kind: 'variables', credentials })
        : (0,parsed/* invalid */.Gq)({ kind: 'login-variable-malformed', variable });
}
function parseOidcLogin(role, partition, facts) {
    const found = ROLE.exec(role)?.groups?.['partition'];
    if (found !== partition) {
        return (0,parsed/* invalid */.Gq)({
            kind: 'login-input-malformed',
            input: 'aws-role-to-assume',
            text: (0,printable/* printable */.g)(role),
            example: `arn:${partition}:iam::123456789012:role/github-app`
        });
    }
    return (0,parsed/* map */.Tj)((0,oidc/* readOidcRequest */.R)('aws', AUDIENCE, facts), (oidc) => ({ kind: 'oidc', role, oidc }));
}

// EXTERNAL MODULE: ./src/config/key-service/google-paths.ts
var google_paths = __webpack_require__(8976);
;// CONCATENATED MODULE: ./src/config/key-service/google.ts





/** Longer than the name of any key. */
const google_MAX_URI_LENGTH = 500;
const google_EXAMPLE = 'gcpkms://projects/my-project/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1';
/**
 * Reads `gcpkms://projects/…/cryptoKeyVersions/N`, and how to log in. `/versions/N` is the same.
 * `gcpkms://127.0.0.1:PORT/projects/…` asks a server on this machine instead of Google.
 * Problems: `kms-key-malformed`, `login-missing`, `login-incomplete`, `login-input-malformed`,
 * `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param path what follows `gcpkms://`
 */
function parseGoogleKey(path, facts) {
    const [authority = ''] = /^(?!projects\/)[^/]+(?=\/projects\/)/.exec(path) ?? [];
    const name = authority === '' ? path : path.slice(authority.length + 1);
    const parts = (0,parsed/* combine */.kg)({
        server: parseServer(authority),
        key: parseName(name),
        login: google_parseLogin(facts)
    });
    return (0,parsed/* map */.Tj)(parts, ({ key, ...rest }) => ({
        kind: 'key-service',
        service: 'google',
        ...key,
        ...rest
    }));
}
/** The mistake in the name or address of a key version that is no URI; undefined if it is neither. */
function recognizeGoogleKey(text) {
    const [, scheme, path] = /^(?:(https:)?\/\/cloudkms\.googleapis\.com\/(?:v1\/)?)?(projects\/.*)$/is.exec(text) ?? [];
    if (path === undefined)
        return undefined;
    const key = readName(path);
    return 'mistake' in key
        ? key
        : {
            mistake: 'other-spelling',
            is: scheme === undefined ? 'google-name' : 'google-url',
            uri: `gcpkms://${(0,google_paths/* googleKeyPath */.q3)(key)}`
        };
}
function parseServer(authority) {
    const address = `http://${authority}`;
    const isLocal = /^[\w.:[\]-]+$/.test(authority) &&
        URL.canParse(address) &&
        (0,api_url/* isLoopback */.U)(new URL(address).hostname);
    if (authority === '' || isLocal)
        return (0,parsed/* valid */.rZ)(authority === '' ? '' : new URL(address).origin);
    return google_malformed(wrongPart('word "projects"', authority));
}
function parseName(path) {
    const key = readName(path);
    return 'mistake' in key ? google_malformed(key) : (0,parsed/* valid */.rZ)(key);
}
/** Each part of the name of a key version, with its name for people. */
const PARTS = [
    // An old project can belong to a domain: `example.com:my-project`.
    ['project', 'project', /^(?:[a-z\d.-]+:)?[a-z\d-]+$/],
    ['location', 'location', /^[a-z\d-]+$/],
    ['ring', 'key ring', /^[\w-]+$/],
    ['name', 'key', /^[\w-]+$/],
    ['version', 'version', /^[1-9]\d*$/]
];
const NAME = /^(?<key>projects\/(?<project>[^/]+)\/locations\/(?<location>[^/]+)\/keyRings\/(?<ring>[^/]+)\/cryptoKeys\/(?<name>[^/]+))(?:\/(?:cryptoKeyVersions|versions)(?:\/(?<version>[^/]*))?)?\/?$/;
function readName(path) {
    if (path === '')
        return google_missing('key', google_EXAMPLE);
    const found = NAME.exec(path)?.groups;
    if (found === undefined)
        return wrongPart('name of a key version', path);
    const value = (group) => found[group] ?? '';
    if (value('version') === '')
        return google_missing('version', `gcpkms://${value('key')}/cryptoKeyVersions/1`);
    const wrong = PARTS.find(([group, , pattern]) => !pattern.test(value(group)));
    if (wrong !== undefined)
        return wrongPart(wrong[1], value(wrong[0]));
    return {
        project: value('project'),
        location: value('location'),
        ring: value('ring'),
        name: value('name'),
        version: value('version')
    };
}
function google_missing(part, uri) {
    return { mistake: 'part-missing', service: 'google', part, uri: (0,printable/* printable */.g)(uri, google_MAX_URI_LENGTH) };
}
function wrongPart(part, text) {
    return {
        mistake: 'part-malformed',
        service: 'google',
        part,
        text: (0,printable/* printable */.g)(text),
        uri: google_EXAMPLE
    };
}
function google_malformed(mistake) {
    return (0,parsed/* invalid */.Gq)({ kind: 'kms-key-malformed', mistake });
}
const PROVIDER_INPUT = 'gcp-workload-identity-provider';
function google_parseLogin(facts) {
    const { inputs } = facts;
    if (inputs[PROVIDER_INPUT] === '') {
        const beside = ['gcp-service-account', 'audience'].find((input) => inputs[input] !== '');
        return beside === undefined
            ? (0,parsed/* invalid */.Gq)({ kind: 'login-missing', service: 'google' })
            : (0,parsed/* invalid */.Gq)({ kind: 'login-incomplete', service: 'google', missing: PROVIDER_INPUT, beside });
    }
    const provider = parseProvider(inputs[PROVIDER_INPUT]);
    const audience = provider.ok
        ? `https://iam.googleapis.com/${(0,google_paths/* googleProviderPath */.Ws)(provider.value)}`
        : '';
    const login = (0,parsed/* combine */.kg)({
        provider,
        serviceAccount: parseServiceAccount(inputs['gcp-service-account']),
        oidc: (0,oidc/* readOidcRequest */.R)('google', audience, facts)
    });
    return (0,parsed/* map */.Tj)(login, (parts) => ({ kind: 'oidc', ...parts }));
}
/** Pages of Google show the full name of a provider with a host in front of it. */
const PROVIDER = /^(?:(?:https:)?\/\/iam\.googleapis\.com\/)?projects\/(\d+)\/locations\/global\/workloadIdentityPools\/([a-z\d-]+)\/providers\/([a-z\d-]+)\/?$/;
function parseProvider(text) {
    const [, project, pool, name] = PROVIDER.exec(text) ?? [];
    return project === undefined || pool === undefined || name === undefined
        ? (0,parsed/* invalid */.Gq)({
            kind: 'login-input-malformed',
            input: PROVIDER_INPUT,
            text: (0,printable/* printable */.g)(text),
            example: 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github'
        })
        : (0,parsed/* valid */.rZ)({ project, pool, name });
}
function parseServiceAccount(text) {
    return text === '' || /^[a-z\d-]+@[a-z\d.-]+\.gserviceaccount\.com$/.test(text)
        ? (0,parsed/* valid */.rZ)(text)
        : (0,parsed/* invalid */.Gq)({
            kind: 'login-input-malformed',
            input: 'gcp-service-account',
            text: (0,printable/* printable */.g)(text),
            example: 'github-app@my-project.iam.gserviceaccount.com'
        });
}

;// CONCATENATED MODULE: ./src/config/key-service/azure.ts



const azure_EXAMPLE = 'azurekms://my-vault/github-app/0123456789abcdef0123456789abcdef';
const EXAMPLE_VERSION = '0123456789abcdef0123456789abcdef';
/** https://learn.microsoft.com/en-us/azure/key-vault/general/about-keys-secrets-certificates */
const VAULT_NAME = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){2,23}$/i;
const KEY_NAME = /^[a-z0-9-]{1,127}$/i;
const VERSION = /^[0-9a-f]{32}$/i;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The token endpoint takes a domain of the tenant, too. Words such as `common` have no dot. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const azure_HOST = /^([^.]+)\.(vault|managedhsm)\.(azure\.net|azure\.cn|usgovcloudapi\.net)$/i;
/** A server on this machine, for tests: it has the login and the vault. */
const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]):\d{1,5}$/i;
const PUBLIC_CLOUD = {
    login: 'https://login.microsoftonline.com',
    audience: 'api://AzureADTokenExchange'
};
/**
 * The clouds by the end of the host name:
 * https://learn.microsoft.com/en-us/entra/identity-platform/authentication-national-cloud
 * https://learn.microsoft.com/en-us/graph/api/resources/federatedidentitycredential
 */
const CLOUDS = new Map([
    ['azure.net', PUBLIC_CLOUD],
    [
        'azure.cn',
        {
            login: 'https://login.partner.microsoftonline.cn',
            audience: 'api://AzureADTokenExchangeChina'
        }
    ],
    [
        'usgovcloudapi.net',
        { login: 'https://login.microsoftonline.us', audience: 'api://AzureADTokenExchangeUSGov' }
    ]
]);
/**
 * Reads `azurekms://VAULT/KEY/VERSION`, where VAULT is a name or a host of Azure, and how to log in.
 * Problems: `kms-key-malformed`, `login-missing`, `login-incomplete`, `login-input-malformed`,
 * `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param path what follows `azurekms://`
 */
function parseAzureKey(path, facts) {
    const place = parsePlace(path);
    const { cloud, scope } = place.ok ? place.value : { cloud: PUBLIC_CLOUD, scope: '' };
    const parts = (0,parsed/* combine */.kg)({
        place,
        login: azure_parseLogin(cloud, scope, facts)
    });
    return (0,parsed/* map */.Tj)(parts, ({ place: { vault, product, address, name, version }, login }) => ({
        kind: 'key-service',
        service: 'azure',
        product,
        address,
        vault,
        name,
        version,
        login
    }));
}
/** The mistake in the address of a key, as Azure shows it; undefined if it is none. */
function recognizeAzureKey(text) {
    return readUrl(text, readHost);
}
function readUrl(text, readVault) {
    const [, host = '', name = '', version = ''] = /^(?:https?:\/\/)?([^/:]+)(?::443)?\/keys\/([^/?#]+)(?:\/([^/?#]+))?\/?(?:[?#].*)?$/i.exec(text) ?? [];
    const vault = readVault(host);
    if (vault === undefined || !KEY_NAME.test(name))
        return undefined;
    const short = `azurekms://${vault.host.replace(/\.vault\.azure\.net$/, '')}/${name}`;
    return VERSION.test(version)
        ? { mistake: 'other-spelling', is: 'azure-url', uri: `${short}/${version}` }
        : azure_missing('version', `${short}/${EXAMPLE_VERSION}`);
}
function parsePlace(path) {
    const [authority = '', name = '', version = '', ...more] = path.split('/');
    const vault = readAuthority(authority);
    const isWhole = vault !== undefined && KEY_NAME.test(name) && VERSION.test(version);
    if (isWhole && more.length === 0)
        return (0,parsed/* valid */.rZ)({ ...vault, name, version: version.toLowerCase() });
    const mistake = readUrl(path, readAuthority) ?? describeMistake({ authority, vault, name, version, path });
    return (0,parsed/* invalid */.Gq)({ kind: 'kms-key-malformed', mistake });
}
function describeMistake({ authority, vault, name, version, path }) {
    if (authority === '')
        return azure_missing('vault');
    if (vault === undefined)
        return azure_malformed('vault', authority);
    if (name === '')
        return azure_missing('key');
    if (!KEY_NAME.test(name))
        return azure_malformed('key', name);
    const uri = `azurekms://${authority}/${name}/${EXAMPLE_VERSION}`;
    if (version === '')
        return azure_missing('version', uri);
    return VERSION.test(version)
        ? azure_malformed('version', path.split('/').slice(2).join('/'), uri)
        : azure_malformed('version', version, uri);
}
function azure_missing(part, uri = azure_EXAMPLE) {
    return { mistake: 'part-missing', service: 'azure', part, uri };
}
function azure_malformed(part, text, uri = azure_EXAMPLE) {
    return { mistake: 'part-malformed', service: 'azure', part, text: (0,printable/* printable */.g)(text), uri };
}
/** Reads a name of a vault, a host of Azure, or a port on this machine; undefined if it is none. */
function readAuthority(authority) {
    if (LOOPBACK.test(authority)) {
        const address = `http://${authority.toLowerCase()}`;
        const cloud = { ...PUBLIC_CLOUD, login: address };
        const scope = 'https://vault.azure.net/.default';
        return { product: 'vault', host: authority, address, vault: authority, cloud, scope };
    }
    return readHost(authority.includes('.') ? authority : `${authority}.vault.azure.net`);
}
function readHost(text) {
    const host = text.toLowerCase();
    const [, vault = '', service = '', domain = ''] = azure_HOST.exec(host) ?? [];
    const cloud = CLOUDS.get(domain);
    if (cloud === undefined || !VAULT_NAME.test(vault))
        return undefined;
    return {
        product: service === 'vault' ? 'vault' : 'managedhsm',
        host,
        address: `https://${host}`,
        vault,
        cloud,
        scope: `https://${service}.${domain}/.default`
    };
}
function azure_parseLogin(cloud, scope, facts) {
    const { inputs } = facts;
    const clientId = inputs['azure-client-id'];
    const tenant = inputs['azure-tenant-id'];
    if (clientId + tenant + inputs.audience === '') {
        return (0,parsed/* invalid */.Gq)({ kind: 'login-missing', service: 'azure' });
    }
    const incomplete = (missing, beside) => (0,parsed/* invalid */.Gq)({ kind: 'login-incomplete', service: 'azure', missing, beside });
    if (clientId === '') {
        return incomplete('azure-client-id', tenant === '' ? 'audience' : 'azure-tenant-id');
    }
    if (tenant === '')
        return incomplete('azure-tenant-id', 'azure-client-id');
    const login = (0,parsed/* combine */.kg)({
        clientId: parseId('azure-client-id', clientId, [GUID]),
        tenant: parseId('azure-tenant-id', tenant, [GUID, DOMAIN]),
        oidc: (0,oidc/* readOidcRequest */.R)('azure', cloud.audience, facts)
    });
    return (0,parsed/* map */.Tj)(login, (parts) => ({ kind: 'oidc', address: cloud.login, scope, ...parts }));
}
function parseId(input, text, patterns) {
    if (patterns.some((pattern) => pattern.test(text)))
        return (0,parsed/* valid */.rZ)(text.toLowerCase());
    const example = '01234567-89ab-cdef-0123-456789abcdef';
    return (0,parsed/* invalid */.Gq)({ kind: 'login-input-malformed', input, text: (0,printable/* printable */.g)(text), example });
}

;// CONCATENATED MODULE: ./src/config/key-service/vault.ts



const vault_EXAMPLE = 'hashivault://transit/github-app';
/** Names and paths of Vault: nothing in them needs an escape in an address. */
const PATH = /^[A-Za-z0-9](?:[A-Za-z0-9._-]|\/(?=[A-Za-z0-9]))*$/;
/**
 * Reads `hashivault://KEY`, `hashivault://MOUNT/KEY`, or the same with `openbao:`, and how to log in.
 * Problems: `kms-key-malformed`, `login-incomplete`, `login-input-malformed`, `login-missing`,
 * `service-address-insecure`, `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param path what follows `hashivault://`
 */
function parseVaultKey(product, path, facts) {
    const parts = (0,parsed/* combine */.kg)({
        key: parseKeyPath(path),
        address: parseAddress(facts.inputs['vault-address']),
        namespace: parsePath('vault-namespace', facts.inputs['vault-namespace'], 'admin/team'),
        login: vault_parseLogin(facts)
    });
    return (0,parsed/* map */.Tj)(parts, ({ key, ...rest }) => ({
        kind: 'key-service',
        service: 'vault',
        product,
        ...key,
        ...rest
    }));
}
/** The mistake in an address of Vault's API or pages that names a key; undefined if it names none. */
function recognizeVaultKey(text) {
    const path = /^https?:\/\/[^/]+\/(?:v1|ui\/vault\/secrets)\/(.+)$/i.exec(text)?.[1];
    const [, mount, name] = /^(.+?)\/(?:keys|sign|actions|show)\/([\w.-]+)/.exec(path ?? '') ?? [];
    if (mount === undefined || name === undefined || !PATH.test(mount))
        return undefined;
    return { mistake: 'other-spelling', is: 'vault-url', uri: `hashivault://${mount}/${name}` };
}
function parseKeyPath(path) {
    if (path === '') {
        const mistake = {
            mistake: 'part-missing',
            service: 'vault',
            part: 'key',
            uri: vault_EXAMPLE
        };
        return (0,parsed/* invalid */.Gq)({ kind: 'kms-key-malformed', mistake });
    }
    if (!PATH.test(path)) {
        return (0,parsed/* invalid */.Gq)({
            kind: 'kms-key-malformed',
            mistake: {
                mistake: 'part-malformed',
                service: 'vault',
                part: 'key',
                text: (0,printable/* printable */.g)(path),
                uri: vault_EXAMPLE
            }
        });
    }
    const end = path.lastIndexOf('/');
    return (0,parsed/* valid */.rZ)(end === -1
        ? { mount: 'transit', name: path }
        : { mount: path.slice(0, end), name: path.slice(end + 1) });
}
function parseAddress(text) {
    if (text === '') {
        return (0,parsed/* invalid */.Gq)({
            kind: 'login-incomplete',
            service: 'vault',
            missing: 'vault-address',
            beside: 'kms-key'
        });
    }
    const url = URL.canParse(text) ? new URL(text) : undefined;
    // `URL` reads other things than an address as well, such as `vault:8200`.
    const isPlain = url !== undefined &&
        /^https?:\/\//i.test(text) &&
        url.username + url.password + url.search + url.hash === '' &&
        /^\/*$/.test(url.pathname);
    if (!isPlain) {
        return (0,parsed/* invalid */.Gq)({
            kind: 'login-input-malformed',
            input: 'vault-address',
            text: (0,printable/* printable */.g)(text),
            example: 'https://vault.example.com:8200'
        });
    }
    return (0,oidc/* isEncryptedOrLocal */.X)(url)
        ? (0,parsed/* valid */.rZ)(url.origin)
        : (0,parsed/* invalid */.Gq)({ kind: 'service-address-insecure', input: 'vault-address' });
}
function parsePath(input, text, example) {
    const path = text.replace(/^\/+|\/+$/g, '');
    return path === '' || PATH.test(path)
        ? (0,parsed/* valid */.rZ)(path)
        : (0,parsed/* invalid */.Gq)({ kind: 'login-input-malformed', input, text: (0,printable/* printable */.g)(text), example });
}
function vault_parseLogin(facts) {
    const { inputs } = facts;
    if (inputs['vault-role'] !== '')
        return vault_parseOidcLogin(facts);
    for (const input of ['vault-auth-path', 'audience']) {
        if (inputs[input] !== '') {
            return (0,parsed/* invalid */.Gq)({
                kind: 'login-incomplete',
                service: 'vault',
                missing: 'vault-role',
                beside: input
            });
        }
    }
    for (const variable of ['VAULT_TOKEN', 'BAO_TOKEN']) {
        const token = facts.variables[variable];
        if (token === '')
            continue;
        return /^[\x21-\x7e]+$/.test(token)
            ? (0,parsed/* valid */.rZ)({ kind: 'token', token, variable })
            : (0,parsed/* invalid */.Gq)({ kind: 'login-variable-malformed', variable });
    }
    return (0,parsed/* invalid */.Gq)({ kind: 'login-missing', service: 'vault' });
}
function vault_parseOidcLogin(facts) {
    const { inputs } = facts;
    const login = (0,parsed/* combine */.kg)({
        path: parsePath('vault-auth-path', inputs['vault-auth-path'], 'jwt'),
        role: parsePath('vault-role', inputs['vault-role'], 'github-app'),
        // Vault has no audience of its own: the role names the one that it takes.
        oidc: (0,oidc/* readOidcRequest */.R)('vault', '', facts)
    });
    return (0,parsed/* map */.Tj)(login, ({ path, ...rest }) => ({
        kind: 'oidc',
        path: path === '' ? 'jwt' : path,
        ...rest
    }));
}

;// CONCATENATED MODULE: ./src/config/key-service/read.ts






/** Whom each login input is for; `audience` is for all. */
const SERVICE_OF = {
    'aws-role-to-assume': 'aws',
    'gcp-workload-identity-provider': 'google',
    'gcp-service-account': 'google',
    'azure-client-id': 'azure',
    'azure-tenant-id': 'azure',
    'vault-address': 'vault',
    'vault-role': 'vault',
    'vault-auth-path': 'vault',
    'vault-namespace': 'vault'
};
/**
 * Reads `kms-key`, a URI as sigstore and cosign write it, and how to log in to its service.
 * Problems: `kms-key-malformed`, `login-without-key`, `login-of-other-service`, and those of the service.
 */
function parseKmsKey(facts) {
    const key = facts.inputs['kms-key'];
    if (key === '')
        return (0,parsed/* invalid */.Gq)({ kind: 'login-without-key', inputs: loginInputs(facts) });
    const parts = /^(?<scheme>[a-z][a-z0-9+.-]*):\/*(?<rest>.*)$/is.exec(key)?.groups;
    const { scheme = '', rest = '' } = parts ?? {};
    const known = SCHEMES.get(scheme.toLowerCase());
    if (known === undefined)
        return read_malformed(recognize(key, scheme));
    const { service, parse } = known;
    const others = loginInputs(facts).filter((input) => input !== 'audience' && SERVICE_OF[input] !== service);
    if (others.length > 0)
        return (0,parsed/* invalid */.Gq)({ kind: 'login-of-other-service', inputs: others, service });
    return parse(rest, facts);
}
const SCHEMES = new Map([
    ['awskms', { service: 'aws', parse: (_, facts) => parseAwsKey(facts.inputs['kms-key'], facts) }],
    ['gcpkms', { service: 'google', parse: parseGoogleKey }],
    ['azurekms', { service: 'azure', parse: parseAzureKey }],
    ['hashivault', { service: 'vault', parse: (rest, facts) => parseVaultKey('Vault', rest, facts) }],
    ['openbao', { service: 'vault', parse: (rest, facts) => parseVaultKey('OpenBao', rest, facts) }]
]);
function loginInputs({ inputs }) {
    const names = [...Object.keys(SERVICE_OF), 'audience'];
    return names.filter((name) => inputs[name] !== '');
}
/** What a text is that is no URI of a key. */
function recognize(key, scheme) {
    const spelling = recognizeAwsKey(key) ??
        recognizeGoogleKey(key) ??
        recognizeAzureKey(key) ??
        recognizeVaultKey(key);
    if (spelling !== undefined)
        return spelling;
    const isUri = scheme !== '' && /^[a-z0-9+.-]+:\/\//i.test(key);
    return isUri
        ? { mistake: 'unknown-scheme', scheme: (0,printable/* printable */.g)(scheme) }
        : { mistake: 'not-a-uri', text: (0,printable/* printable */.g)(key) };
}
function read_malformed(mistake) {
    return (0,parsed/* invalid */.Gq)({ kind: 'kms-key-malformed', mistake });
}


/***/ }),

/***/ 2949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readOidcRequest),
/* harmony export */   X: () => (/* binding */ isEncryptedOrLocal)
/* harmony export */ });
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5466);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5260);
/* harmony import */ var _api_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9898);



/** Audiences consist of visible characters: services compare them byte by byte. */
const AUDIENCE = /^[\x21-\x7e]{1,1000}$/;
/** The only characters that a header can have. An earlier step can set other ones. */
const VISIBLE = /^[\x21-\x7e]+$/;
/**
 * Reads how to get the job's OIDC token. Problems: `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param audience the one of the service; the input `audience` replaces it
 */
function readOidcRequest(service, audience, { inputs, variables, isForkRun }) {
    const asked = inputs.audience === '' ? audience : inputs.audience;
    if (asked !== '' && !AUDIENCE.test(asked)) {
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'oidc-audience-refused', text: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(asked) });
    }
    const url = variables.ACTIONS_ID_TOKEN_REQUEST_URL;
    const token = variables.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    if (!VISIBLE.test(token) || !isAddress(url)) {
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .invalid */ .Gq)({ kind: 'oidc-not-available', service, isFork: isForkRun });
    }
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_2__/* .valid */ .rZ)({ url, token, audience: asked });
}
function isAddress(url) {
    return URL.canParse(url) && isEncryptedOrLocal(new URL(url));
}
/** Whether nobody on the network can read what is sent to an address. */
function isEncryptedOrLocal({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && (0,_api_url__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U)(hostname));
}


/***/ })

};
;