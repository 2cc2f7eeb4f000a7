"use strict";
exports.id = 46;
exports.ids = [46];
exports.modules = {

/***/ 3046:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openKeyServiceSigner: () => (/* binding */ openKeyServiceSigner)
});

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __webpack_require__(8549);
// EXTERNAL MODULE: ./src/http/request-parts.ts
var request_parts = __webpack_require__(2962);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/printable.ts + 1 modules
var printable = __webpack_require__(9095);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __webpack_require__(1968);
// EXTERNAL MODULE: ./src/signers/key-service/aws-answers.ts
var aws_answers = __webpack_require__(1694);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/signers/key-service/aws-signature.ts

const ALGORITHM = 'AWS4-HMAC-SHA256';
/**
 * The headers that sign a request (Signature Version 4):
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @param time AWS's time as far as known, in milliseconds since 1970
 */
function signAwsRequest({ region, service, host, headers, body }, { accessKeyId, secretAccessKey, sessionToken }, time) {
    const date = new Date(time).toISOString().replace(/[:-]|\.\d+/g, '');
    const own = {
        'x-amz-date': date,
        ...(sessionToken === '' ? {} : { 'x-amz-security-token': sessionToken })
    };
    const signed = Object.entries({ ...headers, ...own, host }).sort(([a], [b]) => (a < b ? -1 : 1));
    const names = signed.map(([name]) => name).join(';');
    const lines = signed.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, ' ')}\n`);
    const canonical = ['POST', '/', '', lines.join(''), names, sha256(body)].join('\n');
    const scope = [date.slice(0, 8), region, service, 'aws4_request'];
    const text = [ALGORITHM, date, scope.join('/'), sha256(canonical)].join('\n');
    const key = scope.reduce(hmac, `AWS4${secretAccessKey}`);
    const credential = `${accessKeyId}/${scope.join('/')}`;
    const authorization = `${ALGORITHM} Credential=${credential}, SignedHeaders=${names}, Signature=${hmac(key, text).toString('hex')}`;
    return { ...own, authorization };
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
function hmac(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(text).digest();
}

// EXTERNAL MODULE: ./src/signers/key-service/key-service.ts + 1 modules
var key_service = __webpack_require__(3796);
// EXTERNAL MODULE: ./src/oidc/claims.ts
var claims = __webpack_require__(2704);
// EXTERNAL MODULE: ./src/signers/key-service/key-service-client.ts
var key_service_client = __webpack_require__(1394);
;// CONCATENATED MODULE: ./src/signers/key-service/aws.ts










/** RSASSA-PKCS1-v1_5 with SHA-256, as KMS calls it. */
const aws_ALGORITHM = 'RSASSA_PKCS1_V1_5_SHA_256';
/** KMS hashes the text itself, so that a policy can forbid hashes of unknown texts. */
const MESSAGE_TYPE = 'RAW';
/** The shortest life that STS gives credentials. */
const LIFETIME_SECONDS = 900;
/** Signs in AWS KMS: https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html */
function awsService(key, client) {
    const kms = new Kms(key, client);
    return {
        clockSkew: () => kms.clockSkew,
        sign: async (text) => sign(key, kms, await logIn(key, client), text),
        publicKey: async () => ({ pem: await publicKey(kms, await logIn(key, client)) })
    };
}
async function logIn(key, client) {
    const { login, stsUrl } = key;
    if (login.kind === 'variables')
        return login.credentials;
    const jwt = await client.oidcToken(login.oidc);
    const credentials = await client.call({
        stage: 'login',
        method: 'POST',
        url: `${stsUrl}/`,
        // STS answers in JSON if it is asked to.
        headers: { accept: '*/*' },
        body: (0,request_parts/* formBody */.bQ)({
            Action: 'AssumeRoleWithWebIdentity',
            Version: '2011-06-15',
            RoleArn: login.role,
            RoleSessionName: sessionName(jwt),
            WebIdentityToken: jwt,
            DurationSeconds: String(LIFETIME_SECONDS),
            Policy: JSON.stringify(sessionPolicy(key))
        }),
        secrets: [jwt],
        refusals: aws_answers/* AWS_REFUSALS */.c6,
        read: ({ text }) => {
            const accessKeyId = (0,aws_answers/* xmlText */.xK)(text, 'AccessKeyId');
            const secretAccessKey = (0,aws_answers/* xmlText */.xK)(text, 'SecretAccessKey');
            const sessionToken = (0,aws_answers/* xmlText */.xK)(text, 'SessionToken');
            const all = [accessKeyId, secretAccessKey, sessionToken];
            return all.every(key_service_client/* isCredential */.uo) ? { accessKeyId, secretAccessKey, sessionToken } : undefined;
        }
    });
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    for (const secret of [accessKeyId, secretAccessKey, sessionToken])
        client.mask(secret);
    return credentials;
}
/** Names the run in the logs of AWS, as far as STS takes the characters: `octo-org-hello@1234567890`. */
function sessionName(jwt) {
    const payload = (0,claims/* readPayload */.r)(jwt);
    const repository = clean((0,json/* textField */.M8)(payload, 'repository'));
    const run = clean((0,json/* textField */.M8)(payload, 'run_id')).slice(0, 20);
    const name = repository.slice(0, 64 - 1 - run.length);
    return name === '' || run === '' ? 'github-app-token' : `${name}@${run}`;
}
function clean(text) {
    return text.replace(/[^\w+=,.@-]/g, '-');
}
/**
 * What the credentials of this step are cut down to, whatever else the role may do. An alias cannot be
 * a resource, so its name is a condition.
 */
function sessionPolicy({ arn, prefix, resource }) {
    const isAlias = resource.startsWith('alias/');
    const alias = isAlias ? { 'kms:RequestAlias': resource } : {};
    const common = { Effect: 'Allow', Resource: isAlias ? `${prefix}key/*` : arn };
    const signature = { 'kms:SigningAlgorithm': aws_ALGORITHM, 'kms:MessageType': MESSAGE_TYPE };
    return {
        Version: '2012-10-17',
        Statement: [
            { ...common, Action: 'kms:Sign', Condition: { StringEquals: { ...alias, ...signature } } },
            {
                ...common,
                Action: 'kms:GetPublicKey',
                ...(isAlias ? { Condition: { StringEquals: alias } } : {})
            }
        ]
    };
}
async function sign(key, kms, credentials, text) {
    const answer = await kms.call({
        stage: 'signature',
        operation: 'Sign',
        credentials,
        parameters: {
            Message: Buffer.from(text).toString('base64'),
            MessageType: MESSAGE_TYPE,
            SigningAlgorithm: aws_ALGORITHM
        },
        read: ({ body }) => {
            const bytes = base64((0,json/* textField */.M8)(body, 'Signature'));
            const keyArn = (0,json/* textField */.M8)(body, 'KeyId');
            const algorithm = (0,json/* textField */.M8)(body, 'SigningAlgorithm');
            return bytes === undefined || keyArn === '' || algorithm === ''
                ? undefined
                : { bytes, keyArn, algorithm };
        }
    });
    const { bytes, keyArn, algorithm } = answer;
    if (algorithm !== aws_ALGORITHM)
        throw (0,key_service/* unusable */._)(key, { is: 'algorithm', algorithm: aws_short(algorithm) });
    // KMS tells the key, also if it was asked for an alias.
    const isKey = key.resource.startsWith('alias/')
        ? keyArn.startsWith(`${key.prefix}key/`)
        : keyArn === key.arn;
    if (!isKey) {
        throw (0,key_service/* unusable */._)(key, { is: 'other-key', asked: key.resource, used: aws_short(keyArn) });
    }
    return { bytes };
}
async function publicKey(kms, credentials) {
    const der = await kms.call({
        stage: 'public-key',
        operation: 'GetPublicKey',
        credentials,
        parameters: {},
        read: ({ body }) => base64((0,json/* textField */.M8)(body, 'PublicKey'))
    });
    return `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`;
}
/** Calls KMS with signed requests. AWS takes a signature for five minutes by its own clock. */
class Kms {
    #key;
    #client;
    #skew;
    constructor(key, client) {
        this.#key = key;
        this.#client = client;
    }
    /** AWS's clock less the runner's, in milliseconds, if it had to be corrected. */
    get clockSkew() {
        return this.#skew;
    }
    /** If KMS refuses the time of a request, sends it once more by AWS's clock. */
    async call(call) {
        try {
            return await this.#send(call);
        }
        catch (error) {
            const reply = error instanceof key_service_client/* KeyServiceError */.j2 && error.cause instanceof errors/* RefusedError */.fk
                ? error.cause.reply
                : undefined;
            const isClock = reply !== undefined && (0,aws_answers/* isClockRefusal */.Xg)((0,aws_answers/* awsError */.es)(reply));
            const skew = isClock ? (0,time/* clockSkew */.nW)(reply.date, Date.now()) : undefined;
            if (skew === undefined || this.#skew !== undefined)
                throw error;
            this.#skew = skew;
            return this.#send(call);
        }
    }
    async #send({ stage, operation, credentials, parameters, read }) {
        const { arn, region, kmsUrl } = this.#key;
        const headers = { 'x-amz-target': `TrentService.${operation}` };
        const body = {
            contentType: 'application/x-amz-json-1.1',
            text: JSON.stringify({ KeyId: arn, ...parameters })
        };
        const request = {
            region,
            service: 'kms',
            host: new URL(kmsUrl).host,
            headers: { ...headers, 'content-type': body.contentType },
            body: body.text
        };
        const { secretAccessKey, sessionToken } = credentials;
        return this.#client.call({
            stage,
            method: 'POST',
            url: `${kmsUrl}/`,
            headers,
            body,
            authorize: () => ({
                headers: signAwsRequest(request, credentials, Date.now() + (this.#skew ?? 0)),
                secrets: [secretAccessKey, sessionToken]
            }),
            refusals: aws_answers/* AWS_REFUSALS */.c6,
            read
        });
    }
}
/** A text of AWS fit to be shown, without the number of the account. */
function aws_short(text) {
    return (0,printable/* printable */.g)(text.replace(/:\d{12}:/g, ':…:'));
}
function base64(text) {
    return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}

// EXTERNAL MODULE: ./src/signers/key-service/azure.ts
var azure = __webpack_require__(5698);
// EXTERNAL MODULE: ./src/signers/key-service/google.ts
var google = __webpack_require__(5906);
// EXTERNAL MODULE: ./src/signers/key-service/vault.ts
var vault = __webpack_require__(3497);
;// CONCATENATED MODULE: ./src/signers/key-service/open.ts






/** Opens the signer for a key in a key service. Sends nothing. */
function openKeyServiceSigner(key, { http, mask }) {
    return (0,key_service/* keyServiceSigner */.j)(key, openService(key, new key_service_client/* KeyServiceClient */._Y({ key, http, mask })));
}
function openService(key, client) {
    switch (key.service) {
        case 'aws':
            return awsService(key, client);
        case 'azure':
            return (0,azure/* azureService */.d)(key, client);
        case 'google':
            return (0,google/* googleService */.R)(key, client);
        case 'vault':
            return (0,vault/* vaultService */.u)(key, client);
    }
}


/***/ })

};
;