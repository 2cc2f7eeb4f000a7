/******/ (() => { // webpackBootstrap
/******/ 	var __webpack_modules__ = ({

/***/ 9732:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

"use strict";
/*jshint node:true */

var Buffer = (__nccwpck_require__(181).Buffer); // browserify
var SlowBuffer = (__nccwpck_require__(181).SlowBuffer);

module.exports = bufferEq;

function bufferEq(a, b) {

  // shortcutting on type is necessary for correctness
  if (!Buffer.isBuffer(a) || !Buffer.isBuffer(b)) {
    return false;
  }

  // buffer sizes should be well-known information, so despite this
  // shortcutting, it doesn't leak any information about the *contents* of the
  // buffers.
  if (a.length !== b.length) {
    return false;
  }

  var c = 0;
  for (var i = 0; i < a.length; i++) {
    /*jshint bitwise:false */
    c |= a[i] ^ b[i]; // XOR
  }
  return c === 0;
}

bufferEq.install = function() {
  Buffer.prototype.equal = SlowBuffer.prototype.equal = function equal(that) {
    return bufferEq(this, that);
  };
};

var origBufEqual = Buffer.prototype.equal;
var origSlowBufEqual = SlowBuffer.prototype.equal;
bufferEq.restore = function() {
  Buffer.prototype.equal = origBufEqual;
  SlowBuffer.prototype.equal = origSlowBufEqual;
};


/***/ }),

/***/ 325:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

"use strict";


var Buffer = (__nccwpck_require__(3058).Buffer);

var getParamBytesForAlg = __nccwpck_require__(5028);

var MAX_OCTET = 0x80,
	CLASS_UNIVERSAL = 0,
	PRIMITIVE_BIT = 0x20,
	TAG_SEQ = 0x10,
	TAG_INT = 0x02,
	ENCODED_TAG_SEQ = (TAG_SEQ | PRIMITIVE_BIT) | (CLASS_UNIVERSAL << 6),
	ENCODED_TAG_INT = TAG_INT | (CLASS_UNIVERSAL << 6);

function base64Url(base64) {
	return base64
		.replace(/=/g, '')
		.replace(/\+/g, '-')
		.replace(/\//g, '_');
}

function signatureAsBuffer(signature) {
	if (Buffer.isBuffer(signature)) {
		return signature;
	} else if ('string' === typeof signature) {
		return Buffer.from(signature, 'base64');
	}

	throw new TypeError('ECDSA signature must be a Base64 string or a Buffer');
}

function derToJose(signature, alg) {
	signature = signatureAsBuffer(signature);
	var paramBytes = getParamBytesForAlg(alg);

	// the DER encoded param should at most be the param size, plus a padding
	// zero, since due to being a signed integer
	var maxEncodedParamLength = paramBytes + 1;

	var inputLength = signature.length;

	var offset = 0;
	if (signature[offset++] !== ENCODED_TAG_SEQ) {
		throw new Error('Could not find expected "seq"');
	}

	var seqLength = signature[offset++];
	if (seqLength === (MAX_OCTET | 1)) {
		seqLength = signature[offset++];
	}

	if (inputLength - offset < seqLength) {
		throw new Error('"seq" specified length of "' + seqLength + '", only "' + (inputLength - offset) + '" remaining');
	}

	if (signature[offset++] !== ENCODED_TAG_INT) {
		throw new Error('Could not find expected "int" for "r"');
	}

	var rLength = signature[offset++];

	if (inputLength - offset - 2 < rLength) {
		throw new Error('"r" specified length of "' + rLength + '", only "' + (inputLength - offset - 2) + '" available');
	}

	if (maxEncodedParamLength < rLength) {
		throw new Error('"r" specified length of "' + rLength + '", max of "' + maxEncodedParamLength + '" is acceptable');
	}

	var rOffset = offset;
	offset += rLength;

	if (signature[offset++] !== ENCODED_TAG_INT) {
		throw new Error('Could not find expected "int" for "s"');
	}

	var sLength = signature[offset++];

	if (inputLength - offset !== sLength) {
		throw new Error('"s" specified length of "' + sLength + '", expected "' + (inputLength - offset) + '"');
	}

	if (maxEncodedParamLength < sLength) {
		throw new Error('"s" specified length of "' + sLength + '", max of "' + maxEncodedParamLength + '" is acceptable');
	}

	var sOffset = offset;
	offset += sLength;

	if (offset !== inputLength) {
		throw new Error('Expected to consume entire buffer, but "' + (inputLength - offset) + '" bytes remain');
	}

	var rPadding = paramBytes - rLength,
		sPadding = paramBytes - sLength;

	var dst = Buffer.allocUnsafe(rPadding + rLength + sPadding + sLength);

	for (offset = 0; offset < rPadding; ++offset) {
		dst[offset] = 0;
	}
	signature.copy(dst, offset, rOffset + Math.max(-rPadding, 0), rOffset + rLength);

	offset = paramBytes;

	for (var o = offset; offset < o + sPadding; ++offset) {
		dst[offset] = 0;
	}
	signature.copy(dst, offset, sOffset + Math.max(-sPadding, 0), sOffset + sLength);

	dst = dst.toString('base64');
	dst = base64Url(dst);

	return dst;
}

function countPadding(buf, start, stop) {
	var padding = 0;
	while (start + padding < stop && buf[start + padding] === 0) {
		++padding;
	}

	var needsSign = buf[start + padding] >= MAX_OCTET;
	if (needsSign) {
		--padding;
	}

	return padding;
}

function joseToDer(signature, alg) {
	signature = signatureAsBuffer(signature);
	var paramBytes = getParamBytesForAlg(alg);

	var signatureBytes = signature.length;
	if (signatureBytes !== paramBytes * 2) {
		throw new TypeError('"' + alg + '" signatures must be "' + paramBytes * 2 + '" bytes, saw "' + signatureBytes + '"');
	}

	var rPadding = countPadding(signature, 0, paramBytes);
	var sPadding = countPadding(signature, paramBytes, signature.length);
	var rLength = paramBytes - rPadding;
	var sLength = paramBytes - sPadding;

	var rsBytes = 1 + 1 + rLength + 1 + 1 + sLength;

	var shortLength = rsBytes < MAX_OCTET;

	var dst = Buffer.allocUnsafe((shortLength ? 2 : 3) + rsBytes);

	var offset = 0;
	dst[offset++] = ENCODED_TAG_SEQ;
	if (shortLength) {
		// Bit 8 has value "0"
		// bits 7-1 give the length.
		dst[offset++] = rsBytes;
	} else {
		// Bit 8 of first octet has value "1"
		// bits 7-1 give the number of additional length octets.
		dst[offset++] = MAX_OCTET	| 1;
		// length, base 256
		dst[offset++] = rsBytes & 0xff;
	}
	dst[offset++] = ENCODED_TAG_INT;
	dst[offset++] = rLength;
	if (rPadding < 0) {
		dst[offset++] = 0;
		offset += signature.copy(dst, offset, 0, paramBytes);
	} else {
		offset += signature.copy(dst, offset, rPadding, paramBytes);
	}
	dst[offset++] = ENCODED_TAG_INT;
	dst[offset++] = sLength;
	if (sPadding < 0) {
		dst[offset++] = 0;
		signature.copy(dst, offset, paramBytes);
	} else {
		signature.copy(dst, offset, paramBytes + sPadding);
	}

	return dst;
}

module.exports = {
	derToJose: derToJose,
	joseToDer: joseToDer
};


/***/ }),

/***/ 5028:
/***/ ((module) => {

"use strict";


function getParamSize(keySize) {
	var result = ((keySize / 8) | 0) + (keySize % 8 === 0 ? 0 : 1);
	return result;
}

var paramBytesForAlg = {
	ES256: getParamSize(256),
	ES384: getParamSize(384),
	ES512: getParamSize(521)
};

function getParamBytesForAlg(alg) {
	var paramBytes = paramBytesForAlg[alg];
	if (paramBytes) {
		return paramBytes;
	}

	throw new Error('Unknown algorithm "' + alg + '"');
}

module.exports = getParamBytesForAlg;


/***/ }),

/***/ 1136:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const semver = __nccwpck_require__(1628);

module.exports = semver.satisfies(process.version, '>=15.7.0');


/***/ }),

/***/ 3948:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var semver = __nccwpck_require__(1628);

module.exports = semver.satisfies(process.version, '^6.12.0 || >=8.0.0');


/***/ }),

/***/ 5318:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const semver = __nccwpck_require__(1628);

module.exports = semver.satisfies(process.version, '>=16.9.0');


/***/ }),

/***/ 6688:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var ms = __nccwpck_require__(744);

module.exports = function (time, iat) {
  var timestamp = iat || Math.floor(Date.now() / 1000);

  if (typeof time === 'string') {
    var milliseconds = ms(time);
    if (typeof milliseconds === 'undefined') {
      return;
    }
    return Math.floor(timestamp + milliseconds / 1000);
  } else if (typeof time === 'number') {
    return timestamp + time;
  } else {
    return;
  }

};

/***/ }),

/***/ 1006:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const ASYMMETRIC_KEY_DETAILS_SUPPORTED = __nccwpck_require__(1136);
const RSA_PSS_KEY_DETAILS_SUPPORTED = __nccwpck_require__(5318);

const allowedAlgorithmsForKeys = {
  'ec': ['ES256', 'ES384', 'ES512'],
  'rsa': ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512'],
  'rsa-pss': ['PS256', 'PS384', 'PS512']
};

const allowedCurves = {
  ES256: 'prime256v1',
  ES384: 'secp384r1',
  ES512: 'secp521r1',
};

module.exports = function(algorithm, key) {
  if (!algorithm || !key) return;

  const keyType = key.asymmetricKeyType;
  if (!keyType) return;

  const allowedAlgorithms = allowedAlgorithmsForKeys[keyType];

  if (!allowedAlgorithms) {
    throw new Error(`Unknown key type "${keyType}".`);
  }

  if (!allowedAlgorithms.includes(algorithm)) {
    throw new Error(`"alg" parameter for "${keyType}" key type must be one of: ${allowedAlgorithms.join(', ')}.`)
  }

  /*
   * Ignore the next block from test coverage because it gets executed
   * conditionally depending on the Node version. Not ignoring it would
   * prevent us from reaching the target % of coverage for versions of
   * Node under 15.7.0.
   */
  /* istanbul ignore next */
  if (ASYMMETRIC_KEY_DETAILS_SUPPORTED) {
    switch (keyType) {
    case 'ec':
      const keyCurve = key.asymmetricKeyDetails.namedCurve;
      const allowedCurve = allowedCurves[algorithm];

      if (keyCurve !== allowedCurve) {
        throw new Error(`"alg" parameter "${algorithm}" requires curve "${allowedCurve}".`);
      }
      break;

    case 'rsa-pss':
      if (RSA_PSS_KEY_DETAILS_SUPPORTED) {
        const length = parseInt(algorithm.slice(-3), 10);
        const { hashAlgorithm, mgf1HashAlgorithm, saltLength } = key.asymmetricKeyDetails;

        if (hashAlgorithm !== `sha${length}` || mgf1HashAlgorithm !== hashAlgorithm) {
          throw new Error(`Invalid key for this operation, its RSA-PSS parameters do not meet the requirements of "alg" ${algorithm}.`);
        }

        if (saltLength !== undefined && saltLength > length >> 3) {
          throw new Error(`Invalid key for this operation, its RSA-PSS parameter saltLength does not meet the requirements of "alg" ${algorithm}.`)
        }
      }
      break;
    }
  }
}


/***/ }),

/***/ 4912:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

const timespan = __nccwpck_require__(6688);
const PS_SUPPORTED = __nccwpck_require__(3948);
const validateAsymmetricKey = __nccwpck_require__(1006);
const jws = __nccwpck_require__(3324);
const includes = __nccwpck_require__(6248);
const isBoolean = __nccwpck_require__(1999);
const isInteger = __nccwpck_require__(9841);
const isNumber = __nccwpck_require__(116);
const isPlainObject = __nccwpck_require__(9888);
const isString = __nccwpck_require__(6172);
const once = __nccwpck_require__(2192);
const { KeyObject, createSecretKey, createPrivateKey } = __nccwpck_require__(6982)

const SUPPORTED_ALGS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'HS256', 'HS384', 'HS512', 'none'];
if (PS_SUPPORTED) {
  SUPPORTED_ALGS.splice(3, 0, 'PS256', 'PS384', 'PS512');
}

const sign_options_schema = {
  expiresIn: { isValid: function(value) { return isInteger(value) || (isString(value) && value); }, message: '"expiresIn" should be a number of seconds or string representing a timespan' },
  notBefore: { isValid: function(value) { return isInteger(value) || (isString(value) && value); }, message: '"notBefore" should be a number of seconds or string representing a timespan' },
  audience: { isValid: function(value) { return isString(value) || Array.isArray(value); }, message: '"audience" must be a string or array' },
  algorithm: { isValid: includes.bind(null, SUPPORTED_ALGS), message: '"algorithm" must be a valid string enum value' },
  header: { isValid: isPlainObject, message: '"header" must be an object' },
  encoding: { isValid: isString, message: '"encoding" must be a string' },
  issuer: { isValid: isString, message: '"issuer" must be a string' },
  subject: { isValid: isString, message: '"subject" must be a string' },
  jwtid: { isValid: isString, message: '"jwtid" must be a string' },
  noTimestamp: { isValid: isBoolean, message: '"noTimestamp" must be a boolean' },
  keyid: { isValid: isString, message: '"keyid" must be a string' },
  mutatePayload: { isValid: isBoolean, message: '"mutatePayload" must be a boolean' },
  allowInsecureKeySizes: { isValid: isBoolean, message: '"allowInsecureKeySizes" must be a boolean'},
  allowInvalidAsymmetricKeyTypes: { isValid: isBoolean, message: '"allowInvalidAsymmetricKeyTypes" must be a boolean'}
};

const registered_claims_schema = {
  iat: { isValid: isNumber, message: '"iat" should be a number of seconds' },
  exp: { isValid: isNumber, message: '"exp" should be a number of seconds' },
  nbf: { isValid: isNumber, message: '"nbf" should be a number of seconds' }
};

function validate(schema, allowUnknown, object, parameterName) {
  if (!isPlainObject(object)) {
    throw new Error('Expected "' + parameterName + '" to be a plain object.');
  }
  Object.keys(object)
    .forEach(function(key) {
      const validator = schema[key];
      if (!validator) {
        if (!allowUnknown) {
          throw new Error('"' + key + '" is not allowed in "' + parameterName + '"');
        }
        return;
      }
      if (!validator.isValid(object[key])) {
        throw new Error(validator.message);
      }
    });
}

function validateOptions(options) {
  return validate(sign_options_schema, false, options, 'options');
}

function validatePayload(payload) {
  return validate(registered_claims_schema, true, payload, 'payload');
}

const options_to_payload = {
  'audience': 'aud',
  'issuer': 'iss',
  'subject': 'sub',
  'jwtid': 'jti'
};

const options_for_objects = [
  'expiresIn',
  'notBefore',
  'noTimestamp',
  'audience',
  'issuer',
  'subject',
  'jwtid',
];

module.exports = function (payload, secretOrPrivateKey, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = {};
  } else {
    options = options || {};
  }

  const isObjectPayload = typeof payload === 'object' &&
                        !Buffer.isBuffer(payload);

  const header = Object.assign({
    alg: options.algorithm || 'HS256',
    typ: isObjectPayload ? 'JWT' : undefined,
    kid: options.keyid
  }, options.header);

  function failure(err) {
    if (callback) {
      return callback(err);
    }
    throw err;
  }

  if (!secretOrPrivateKey && options.algorithm !== 'none') {
    return failure(new Error('secretOrPrivateKey must have a value'));
  }

  if (secretOrPrivateKey != null && !(secretOrPrivateKey instanceof KeyObject)) {
    try {
      secretOrPrivateKey = createPrivateKey(secretOrPrivateKey)
    } catch (_) {
      try {
        secretOrPrivateKey = createSecretKey(typeof secretOrPrivateKey === 'string' ? Buffer.from(secretOrPrivateKey) : secretOrPrivateKey)
      } catch (_) {
        return failure(new Error('secretOrPrivateKey is not valid key material'));
      }
    }
  }

  if (header.alg.startsWith('HS') && secretOrPrivateKey.type !== 'secret') {
    return failure(new Error((`secretOrPrivateKey must be a symmetric key when using ${header.alg}`)))
  } else if (/^(?:RS|PS|ES)/.test(header.alg)) {
    if (secretOrPrivateKey.type !== 'private') {
      return failure(new Error((`secretOrPrivateKey must be an asymmetric key when using ${header.alg}`)))
    }
    if (!options.allowInsecureKeySizes &&
      !header.alg.startsWith('ES') &&
      secretOrPrivateKey.asymmetricKeyDetails !== undefined && //KeyObject.asymmetricKeyDetails is supported in Node 15+
      secretOrPrivateKey.asymmetricKeyDetails.modulusLength < 2048) {
      return failure(new Error(`secretOrPrivateKey has a minimum key size of 2048 bits for ${header.alg}`));
    }
  }

  if (typeof payload === 'undefined') {
    return failure(new Error('payload is required'));
  } else if (isObjectPayload) {
    try {
      validatePayload(payload);
    }
    catch (error) {
      return failure(error);
    }
    if (!options.mutatePayload) {
      payload = Object.assign({},payload);
    }
  } else {
    const invalid_options = options_for_objects.filter(function (opt) {
      return typeof options[opt] !== 'undefined';
    });

    if (invalid_options.length > 0) {
      return failure(new Error('invalid ' + invalid_options.join(',') + ' option for ' + (typeof payload ) + ' payload'));
    }
  }

  if (typeof payload.exp !== 'undefined' && typeof options.expiresIn !== 'undefined') {
    return failure(new Error('Bad "options.expiresIn" option the payload already has an "exp" property.'));
  }

  if (typeof payload.nbf !== 'undefined' && typeof options.notBefore !== 'undefined') {
    return failure(new Error('Bad "options.notBefore" option the payload already has an "nbf" property.'));
  }

  try {
    validateOptions(options);
  }
  catch (error) {
    return failure(error);
  }

  if (!options.allowInvalidAsymmetricKeyTypes) {
    try {
      validateAsymmetricKey(header.alg, secretOrPrivateKey);
    } catch (error) {
      return failure(error);
    }
  }

  const timestamp = payload.iat || Math.floor(Date.now() / 1000);

  if (options.noTimestamp) {
    delete payload.iat;
  } else if (isObjectPayload) {
    payload.iat = timestamp;
  }

  if (typeof options.notBefore !== 'undefined') {
    try {
      payload.nbf = timespan(options.notBefore, timestamp);
    }
    catch (err) {
      return failure(err);
    }
    if (typeof payload.nbf === 'undefined') {
      return failure(new Error('"notBefore" should be a number of seconds or string representing a timespan eg: "1d", "20h", 60'));
    }
  }

  if (typeof options.expiresIn !== 'undefined' && typeof payload === 'object') {
    try {
      payload.exp = timespan(options.expiresIn, timestamp);
    }
    catch (err) {
      return failure(err);
    }
    if (typeof payload.exp === 'undefined') {
      return failure(new Error('"expiresIn" should be a number of seconds or string representing a timespan eg: "1d", "20h", 60'));
    }
  }

  Object.keys(options_to_payload).forEach(function (key) {
    const claim = options_to_payload[key];
    if (typeof options[key] !== 'undefined') {
      if (typeof payload[claim] !== 'undefined') {
        return failure(new Error('Bad "options.' + key + '" option. The payload already has an "' + claim + '" property.'));
      }
      payload[claim] = options[key];
    }
  });

  const encoding = options.encoding || 'utf8';

  if (typeof callback === 'function') {
    callback = callback && once(callback);

    jws.createSign({
      header: header,
      privateKey: secretOrPrivateKey,
      payload: payload,
      encoding: encoding
    }).once('error', callback)
      .once('done', function (signature) {
        // TODO: Remove in favor of the modulus length check before signing once node 15+ is the minimum supported version
        if(!options.allowInsecureKeySizes && /^(?:RS|PS)/.test(header.alg) && signature.length < 256) {
          return callback(new Error(`secretOrPrivateKey has a minimum key size of 2048 bits for ${header.alg}`))
        }
        callback(null, signature);
      });
  } else {
    let signature = jws.sign({header: header, payload: payload, secret: secretOrPrivateKey, encoding: encoding});
    // TODO: Remove in favor of the modulus length check before signing once node 15+ is the minimum supported version
    if(!options.allowInsecureKeySizes && /^(?:RS|PS)/.test(header.alg) && signature.length < 256) {
      throw new Error(`secretOrPrivateKey has a minimum key size of 2048 bits for ${header.alg}`)
    }
    return signature
  }
};


/***/ }),

/***/ 8622:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

var Buffer = (__nccwpck_require__(3058).Buffer);
var crypto = __nccwpck_require__(6982);
var formatEcdsa = __nccwpck_require__(325);
var util = __nccwpck_require__(9023);

var MSG_INVALID_ALGORITHM = '"%s" is not a valid algorithm.\n  Supported algorithms are:\n  "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512" and "none".'
var MSG_INVALID_SECRET = 'secret must be a string or buffer';
var MSG_INVALID_VERIFIER_KEY = 'key must be a string or a buffer';
var MSG_INVALID_SIGNER_KEY = 'key must be a string, a buffer or an object';

var supportsKeyObjects = typeof crypto.createPublicKey === 'function';
if (supportsKeyObjects) {
  MSG_INVALID_VERIFIER_KEY += ' or a KeyObject';
  MSG_INVALID_SECRET += 'or a KeyObject';
}

function checkIsPublicKey(key) {
  if (Buffer.isBuffer(key)) {
    return;
  }

  if (typeof key === 'string') {
    return;
  }

  if (!supportsKeyObjects) {
    throw typeError(MSG_INVALID_VERIFIER_KEY);
  }

  if (typeof key !== 'object') {
    throw typeError(MSG_INVALID_VERIFIER_KEY);
  }

  if (typeof key.type !== 'string') {
    throw typeError(MSG_INVALID_VERIFIER_KEY);
  }

  if (typeof key.asymmetricKeyType !== 'string') {
    throw typeError(MSG_INVALID_VERIFIER_KEY);
  }

  if (typeof key.export !== 'function') {
    throw typeError(MSG_INVALID_VERIFIER_KEY);
  }
};

function checkIsPrivateKey(key) {
  if (Buffer.isBuffer(key)) {
    return;
  }

  if (typeof key === 'string') {
    return;
  }

  if (typeof key === 'object') {
    return;
  }

  throw typeError(MSG_INVALID_SIGNER_KEY);
};

function checkIsSecretKey(key) {
  if (Buffer.isBuffer(key)) {
    return;
  }

  if (typeof key === 'string') {
    return key;
  }

  if (!supportsKeyObjects) {
    throw typeError(MSG_INVALID_SECRET);
  }

  if (typeof key !== 'object') {
    throw typeError(MSG_INVALID_SECRET);
  }

  if (key.type !== 'secret') {
    throw typeError(MSG_INVALID_SECRET);
  }

  if (typeof key.export !== 'function') {
    throw typeError(MSG_INVALID_SECRET);
  }
}

function fromBase64(base64) {
  return base64
    .replace(/=/g, '')
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

function toBase64(base64url) {
  base64url = base64url.toString();

  var padding = 4 - base64url.length % 4;
  if (padding !== 4) {
    for (var i = 0; i < padding; ++i) {
      base64url += '=';
    }
  }

  return base64url
    .replace(/\-/g, '+')
    .replace(/_/g, '/');
}

function typeError(template) {
  var args = [].slice.call(arguments, 1);
  var errMsg = util.format.bind(util, template).apply(null, args);
  return new TypeError(errMsg);
}

function bufferOrString(obj) {
  return Buffer.isBuffer(obj) || typeof obj === 'string';
}

function normalizeInput(thing) {
  if (!bufferOrString(thing))
    thing = JSON.stringify(thing);
  return thing;
}

function createHmacSigner(bits) {
  return function sign(thing, secret) {
    checkIsSecretKey(secret);
    thing = normalizeInput(thing);
    var hmac = crypto.createHmac('sha' + bits, secret);
    var sig = (hmac.update(thing), hmac.digest('base64'))
    return fromBase64(sig);
  }
}

var bufferEqual;
var timingSafeEqual = 'timingSafeEqual' in crypto ? function timingSafeEqual(a, b) {
  if (a.byteLength !== b.byteLength) {
    return false;
  }

  return crypto.timingSafeEqual(a, b)
} : function timingSafeEqual(a, b) {
  if (!bufferEqual) {
    bufferEqual = __nccwpck_require__(9732);
  }

  return bufferEqual(a, b)
}

function createHmacVerifier(bits) {
  return function verify(thing, signature, secret) {
    var computedSig = createHmacSigner(bits)(thing, secret);
    return timingSafeEqual(Buffer.from(signature), Buffer.from(computedSig));
  }
}

function createKeySigner(bits) {
 return function sign(thing, privateKey) {
    checkIsPrivateKey(privateKey);
    thing = normalizeInput(thing);
    // Even though we are specifying "RSA" here, this works with ECDSA
    // keys as well.
    var signer = crypto.createSign('RSA-SHA' + bits);
    var sig = (signer.update(thing), signer.sign(privateKey, 'base64'));
    return fromBase64(sig);
  }
}

function createKeyVerifier(bits) {
  return function verify(thing, signature, publicKey) {
    checkIsPublicKey(publicKey);
    thing = normalizeInput(thing);
    signature = toBase64(signature);
    var verifier = crypto.createVerify('RSA-SHA' + bits);
    verifier.update(thing);
    return verifier.verify(publicKey, signature, 'base64');
  }
}

function createPSSKeySigner(bits) {
  return function sign(thing, privateKey) {
    checkIsPrivateKey(privateKey);
    thing = normalizeInput(thing);
    var signer = crypto.createSign('RSA-SHA' + bits);
    var sig = (signer.update(thing), signer.sign({
      key: privateKey,
      padding: crypto.constants.RSA_PKCS1_PSS_PADDING,
      saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST
    }, 'base64'));
    return fromBase64(sig);
  }
}

function createPSSKeyVerifier(bits) {
  return function verify(thing, signature, publicKey) {
    checkIsPublicKey(publicKey);
    thing = normalizeInput(thing);
    signature = toBase64(signature);
    var verifier = crypto.createVerify('RSA-SHA' + bits);
    verifier.update(thing);
    return verifier.verify({
      key: publicKey,
      padding: crypto.constants.RSA_PKCS1_PSS_PADDING,
      saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST
    }, signature, 'base64');
  }
}

function createECDSASigner(bits) {
  var inner = createKeySigner(bits);
  return function sign() {
    var signature = inner.apply(null, arguments);
    signature = formatEcdsa.derToJose(signature, 'ES' + bits);
    return signature;
  };
}

function createECDSAVerifer(bits) {
  var inner = createKeyVerifier(bits);
  return function verify(thing, signature, publicKey) {
    signature = formatEcdsa.joseToDer(signature, 'ES' + bits).toString('base64');
    var result = inner(thing, signature, publicKey);
    return result;
  };
}

function createNoneSigner() {
  return function sign() {
    return '';
  }
}

function createNoneVerifier() {
  return function verify(thing, signature) {
    return signature === '';
  }
}

module.exports = function jwa(algorithm) {
  var signerFactories = {
    hs: createHmacSigner,
    rs: createKeySigner,
    ps: createPSSKeySigner,
    es: createECDSASigner,
    none: createNoneSigner,
  }
  var verifierFactories = {
    hs: createHmacVerifier,
    rs: createKeyVerifier,
    ps: createPSSKeyVerifier,
    es: createECDSAVerifer,
    none: createNoneVerifier,
  }
  var match = algorithm.match(/^(RS|PS|ES|HS)(256|384|512)$|^(none)$/);
  if (!match)
    throw typeError(MSG_INVALID_ALGORITHM, algorithm);
  var algo = (match[1] || match[3]).toLowerCase();
  var bits = match[2];

  return {
    sign: signerFactories[algo](bits),
    verify: verifierFactories[algo](bits),
  }
};


/***/ }),

/***/ 3324:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/*global exports*/
var SignStream = __nccwpck_require__(8600);
var VerifyStream = __nccwpck_require__(4368);

var ALGORITHMS = [
  'HS256', 'HS384', 'HS512',
  'RS256', 'RS384', 'RS512',
  'PS256', 'PS384', 'PS512',
  'ES256', 'ES384', 'ES512'
];

exports.ALGORITHMS = ALGORITHMS;
exports.sign = SignStream.sign;
exports.verify = VerifyStream.verify;
exports.decode = VerifyStream.decode;
exports.isValid = VerifyStream.isValid;
exports.createSign = function createSign(opts) {
  return new SignStream(opts);
};
exports.createVerify = function createVerify(opts) {
  return new VerifyStream(opts);
};


/***/ }),

/***/ 1831:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*global module, process*/
var Buffer = (__nccwpck_require__(3058).Buffer);
var Stream = __nccwpck_require__(2203);
var util = __nccwpck_require__(9023);

function DataStream(data) {
  this.buffer = null;
  this.writable = true;
  this.readable = true;

  // No input
  if (!data) {
    this.buffer = Buffer.alloc(0);
    return this;
  }

  // Stream
  if (typeof data.pipe === 'function') {
    this.buffer = Buffer.alloc(0);
    data.pipe(this);
    return this;
  }

  // Buffer or String
  // or Object (assumedly a passworded key)
  if (data.length || typeof data === 'object') {
    this.buffer = data;
    this.writable = false;
    process.nextTick(function () {
      this.emit('end', data);
      this.readable = false;
      this.emit('close');
    }.bind(this));
    return this;
  }

  throw new TypeError('Unexpected data type ('+ typeof data + ')');
}
util.inherits(DataStream, Stream);

DataStream.prototype.write = function write(data) {
  this.buffer = Buffer.concat([this.buffer, Buffer.from(data)]);
  this.emit('data', data);
};

DataStream.prototype.end = function end(data) {
  if (data)
    this.write(data);
  this.emit('end', data);
  this.emit('close');
  this.writable = false;
  this.readable = false;
};

module.exports = DataStream;


/***/ }),

/***/ 8600:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*global module*/
var Buffer = (__nccwpck_require__(3058).Buffer);
var DataStream = __nccwpck_require__(1831);
var jwa = __nccwpck_require__(8622);
var Stream = __nccwpck_require__(2203);
var toString = __nccwpck_require__(5126);
var util = __nccwpck_require__(9023);

function base64url(string, encoding) {
  return Buffer
    .from(string, encoding)
    .toString('base64')
    .replace(/=/g, '')
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}

function jwsSecuredInput(header, payload, encoding) {
  encoding = encoding || 'utf8';
  var encodedHeader = base64url(toString(header), 'binary');
  var encodedPayload = base64url(toString(payload), encoding);
  return util.format('%s.%s', encodedHeader, encodedPayload);
}

function jwsSign(opts) {
  var header = opts.header;
  var payload = opts.payload;
  var secretOrKey = opts.secret || opts.privateKey;
  var encoding = opts.encoding;
  var algo = jwa(header.alg);
  var securedInput = jwsSecuredInput(header, payload, encoding);
  var signature = algo.sign(securedInput, secretOrKey);
  return util.format('%s.%s', securedInput, signature);
}

function SignStream(opts) {
  var secret = opts.secret;
  secret = secret == null ? opts.privateKey : secret;
  secret = secret == null ? opts.key : secret;
  if (/^hs/i.test(opts.header.alg) === true && secret == null) {
    throw new TypeError('secret must be a string or buffer or a KeyObject')
  }
  var secretStream = new DataStream(secret);
  this.readable = true;
  this.header = opts.header;
  this.encoding = opts.encoding;
  this.secret = this.privateKey = this.key = secretStream;
  this.payload = new DataStream(opts.payload);
  this.secret.once('close', function () {
    if (!this.payload.writable && this.readable)
      this.sign();
  }.bind(this));

  this.payload.once('close', function () {
    if (!this.secret.writable && this.readable)
      this.sign();
  }.bind(this));
}
util.inherits(SignStream, Stream);

SignStream.prototype.sign = function sign() {
  try {
    var signature = jwsSign({
      header: this.header,
      payload: this.payload.buffer,
      secret: this.secret.buffer,
      encoding: this.encoding
    });
    this.emit('done', signature);
    this.emit('data', signature);
    this.emit('end');
    this.readable = false;
    return signature;
  } catch (e) {
    this.readable = false;
    this.emit('error', e);
    this.emit('close');
  }
};

SignStream.sign = jwsSign;

module.exports = SignStream;


/***/ }),

/***/ 5126:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*global module*/
var Buffer = (__nccwpck_require__(181).Buffer);

module.exports = function toString(obj) {
  if (typeof obj === 'string')
    return obj;
  if (typeof obj === 'number' || Buffer.isBuffer(obj))
    return obj.toString();
  return JSON.stringify(obj);
};


/***/ }),

/***/ 4368:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

/*global module*/
var Buffer = (__nccwpck_require__(3058).Buffer);
var DataStream = __nccwpck_require__(1831);
var jwa = __nccwpck_require__(8622);
var Stream = __nccwpck_require__(2203);
var toString = __nccwpck_require__(5126);
var util = __nccwpck_require__(9023);
var JWS_REGEX = /^[a-zA-Z0-9\-_]+?\.[a-zA-Z0-9\-_]+?\.([a-zA-Z0-9\-_]+)?$/;

function isObject(thing) {
  return Object.prototype.toString.call(thing) === '[object Object]';
}

function safeJsonParse(thing) {
  if (isObject(thing))
    return thing;
  try { return JSON.parse(thing); }
  catch (e) { return undefined; }
}

function headerFromJWS(jwsSig) {
  var encodedHeader = jwsSig.split('.', 1)[0];
  return safeJsonParse(Buffer.from(encodedHeader, 'base64').toString('binary'));
}

function securedInputFromJWS(jwsSig) {
  return jwsSig.split('.', 2).join('.');
}

function signatureFromJWS(jwsSig) {
  return jwsSig.split('.')[2];
}

function payloadFromJWS(jwsSig, encoding) {
  encoding = encoding || 'utf8';
  var payload = jwsSig.split('.')[1];
  return Buffer.from(payload, 'base64').toString(encoding);
}

function isValidJws(string) {
  return JWS_REGEX.test(string) && !!headerFromJWS(string);
}

function jwsVerify(jwsSig, algorithm, secretOrKey) {
  if (!algorithm) {
    var err = new Error("Missing algorithm parameter for jws.verify");
    err.code = "MISSING_ALGORITHM";
    throw err;
  }
  jwsSig = toString(jwsSig);
  var signature = signatureFromJWS(jwsSig);
  var securedInput = securedInputFromJWS(jwsSig);
  var algo = jwa(algorithm);
  return algo.verify(securedInput, signature, secretOrKey);
}

function jwsDecode(jwsSig, opts) {
  opts = opts || {};
  jwsSig = toString(jwsSig);

  if (!isValidJws(jwsSig))
    return null;

  var header = headerFromJWS(jwsSig);

  if (!header)
    return null;

  var payload = payloadFromJWS(jwsSig);
  if (header.typ === 'JWT' || opts.json)
    payload = JSON.parse(payload, opts.encoding);

  return {
    header: header,
    payload: payload,
    signature: signatureFromJWS(jwsSig)
  };
}

function VerifyStream(opts) {
  opts = opts || {};
  var secretOrKey = opts.secret;
  secretOrKey = secretOrKey == null ? opts.publicKey : secretOrKey;
  secretOrKey = secretOrKey == null ? opts.key : secretOrKey;
  if (/^hs/i.test(opts.algorithm) === true && secretOrKey == null) {
    throw new TypeError('secret must be a string or buffer or a KeyObject')
  }
  var secretStream = new DataStream(secretOrKey);
  this.readable = true;
  this.algorithm = opts.algorithm;
  this.encoding = opts.encoding;
  this.secret = this.publicKey = this.key = secretStream;
  this.signature = new DataStream(opts.signature);
  this.secret.once('close', function () {
    if (!this.signature.writable && this.readable)
      this.verify();
  }.bind(this));

  this.signature.once('close', function () {
    if (!this.secret.writable && this.readable)
      this.verify();
  }.bind(this));
}
util.inherits(VerifyStream, Stream);
VerifyStream.prototype.verify = function verify() {
  try {
    var valid = jwsVerify(this.signature.buffer, this.algorithm, this.key.buffer);
    var obj = jwsDecode(this.signature.buffer, this.encoding);
    this.emit('done', valid, obj);
    this.emit('data', valid);
    this.emit('end');
    this.readable = false;
    return valid;
  } catch (e) {
    this.readable = false;
    this.emit('error', e);
    this.emit('close');
  }
};

VerifyStream.decode = jwsDecode;
VerifyStream.isValid = isValidJws;
VerifyStream.verify = jwsVerify;

module.exports = VerifyStream;


/***/ }),

/***/ 6248:
/***/ ((module) => {

/**
 * lodash (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright jQuery Foundation and other contributors <https://jquery.org/>
 * Released under MIT license <https://lodash.com/license>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 */

/** Used as references for various `Number` constants. */
var INFINITY = 1 / 0,
    MAX_SAFE_INTEGER = 9007199254740991,
    MAX_INTEGER = 1.7976931348623157e+308,
    NAN = 0 / 0;

/** `Object#toString` result references. */
var argsTag = '[object Arguments]',
    funcTag = '[object Function]',
    genTag = '[object GeneratorFunction]',
    stringTag = '[object String]',
    symbolTag = '[object Symbol]';

/** Used to match leading and trailing whitespace. */
var reTrim = /^\s+|\s+$/g;

/** Used to detect bad signed hexadecimal string values. */
var reIsBadHex = /^[-+]0x[0-9a-f]+$/i;

/** Used to detect binary string values. */
var reIsBinary = /^0b[01]+$/i;

/** Used to detect octal string values. */
var reIsOctal = /^0o[0-7]+$/i;

/** Used to detect unsigned integer values. */
var reIsUint = /^(?:0|[1-9]\d*)$/;

/** Built-in method references without a dependency on `root`. */
var freeParseInt = parseInt;

/**
 * A specialized version of `_.map` for arrays without support for iteratee
 * shorthands.
 *
 * @private
 * @param {Array} [array] The array to iterate over.
 * @param {Function} iteratee The function invoked per iteration.
 * @returns {Array} Returns the new mapped array.
 */
function arrayMap(array, iteratee) {
  var index = -1,
      length = array ? array.length : 0,
      result = Array(length);

  while (++index < length) {
    result[index] = iteratee(array[index], index, array);
  }
  return result;
}

/**
 * The base implementation of `_.findIndex` and `_.findLastIndex` without
 * support for iteratee shorthands.
 *
 * @private
 * @param {Array} array The array to inspect.
 * @param {Function} predicate The function invoked per iteration.
 * @param {number} fromIndex The index to search from.
 * @param {boolean} [fromRight] Specify iterating from right to left.
 * @returns {number} Returns the index of the matched value, else `-1`.
 */
function baseFindIndex(array, predicate, fromIndex, fromRight) {
  var length = array.length,
      index = fromIndex + (fromRight ? 1 : -1);

  while ((fromRight ? index-- : ++index < length)) {
    if (predicate(array[index], index, array)) {
      return index;
    }
  }
  return -1;
}

/**
 * The base implementation of `_.indexOf` without `fromIndex` bounds checks.
 *
 * @private
 * @param {Array} array The array to inspect.
 * @param {*} value The value to search for.
 * @param {number} fromIndex The index to search from.
 * @returns {number} Returns the index of the matched value, else `-1`.
 */
function baseIndexOf(array, value, fromIndex) {
  if (value !== value) {
    return baseFindIndex(array, baseIsNaN, fromIndex);
  }
  var index = fromIndex - 1,
      length = array.length;

  while (++index < length) {
    if (array[index] === value) {
      return index;
    }
  }
  return -1;
}

/**
 * The base implementation of `_.isNaN` without support for number objects.
 *
 * @private
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is `NaN`, else `false`.
 */
function baseIsNaN(value) {
  return value !== value;
}

/**
 * The base implementation of `_.times` without support for iteratee shorthands
 * or max array length checks.
 *
 * @private
 * @param {number} n The number of times to invoke `iteratee`.
 * @param {Function} iteratee The function invoked per iteration.
 * @returns {Array} Returns the array of results.
 */
function baseTimes(n, iteratee) {
  var index = -1,
      result = Array(n);

  while (++index < n) {
    result[index] = iteratee(index);
  }
  return result;
}

/**
 * The base implementation of `_.values` and `_.valuesIn` which creates an
 * array of `object` property values corresponding to the property names
 * of `props`.
 *
 * @private
 * @param {Object} object The object to query.
 * @param {Array} props The property names to get values for.
 * @returns {Object} Returns the array of property values.
 */
function baseValues(object, props) {
  return arrayMap(props, function(key) {
    return object[key];
  });
}

/**
 * Creates a unary function that invokes `func` with its argument transformed.
 *
 * @private
 * @param {Function} func The function to wrap.
 * @param {Function} transform The argument transform.
 * @returns {Function} Returns the new function.
 */
function overArg(func, transform) {
  return function(arg) {
    return func(transform(arg));
  };
}

/** Used for built-in method references. */
var objectProto = Object.prototype;

/** Used to check objects for own properties. */
var hasOwnProperty = objectProto.hasOwnProperty;

/**
 * Used to resolve the
 * [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
 * of values.
 */
var objectToString = objectProto.toString;

/** Built-in value references. */
var propertyIsEnumerable = objectProto.propertyIsEnumerable;

/* Built-in method references for those with the same name as other `lodash` methods. */
var nativeKeys = overArg(Object.keys, Object),
    nativeMax = Math.max;

/**
 * Creates an array of the enumerable property names of the array-like `value`.
 *
 * @private
 * @param {*} value The value to query.
 * @param {boolean} inherited Specify returning inherited property names.
 * @returns {Array} Returns the array of property names.
 */
function arrayLikeKeys(value, inherited) {
  // Safari 8.1 makes `arguments.callee` enumerable in strict mode.
  // Safari 9 makes `arguments.length` enumerable in strict mode.
  var result = (isArray(value) || isArguments(value))
    ? baseTimes(value.length, String)
    : [];

  var length = result.length,
      skipIndexes = !!length;

  for (var key in value) {
    if ((inherited || hasOwnProperty.call(value, key)) &&
        !(skipIndexes && (key == 'length' || isIndex(key, length)))) {
      result.push(key);
    }
  }
  return result;
}

/**
 * The base implementation of `_.keys` which doesn't treat sparse arrays as dense.
 *
 * @private
 * @param {Object} object The object to query.
 * @returns {Array} Returns the array of property names.
 */
function baseKeys(object) {
  if (!isPrototype(object)) {
    return nativeKeys(object);
  }
  var result = [];
  for (var key in Object(object)) {
    if (hasOwnProperty.call(object, key) && key != 'constructor') {
      result.push(key);
    }
  }
  return result;
}

/**
 * Checks if `value` is a valid array-like index.
 *
 * @private
 * @param {*} value The value to check.
 * @param {number} [length=MAX_SAFE_INTEGER] The upper bounds of a valid index.
 * @returns {boolean} Returns `true` if `value` is a valid index, else `false`.
 */
function isIndex(value, length) {
  length = length == null ? MAX_SAFE_INTEGER : length;
  return !!length &&
    (typeof value == 'number' || reIsUint.test(value)) &&
    (value > -1 && value % 1 == 0 && value < length);
}

/**
 * Checks if `value` is likely a prototype object.
 *
 * @private
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a prototype, else `false`.
 */
function isPrototype(value) {
  var Ctor = value && value.constructor,
      proto = (typeof Ctor == 'function' && Ctor.prototype) || objectProto;

  return value === proto;
}

/**
 * Checks if `value` is in `collection`. If `collection` is a string, it's
 * checked for a substring of `value`, otherwise
 * [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
 * is used for equality comparisons. If `fromIndex` is negative, it's used as
 * the offset from the end of `collection`.
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Collection
 * @param {Array|Object|string} collection The collection to inspect.
 * @param {*} value The value to search for.
 * @param {number} [fromIndex=0] The index to search from.
 * @param- {Object} [guard] Enables use as an iteratee for methods like `_.reduce`.
 * @returns {boolean} Returns `true` if `value` is found, else `false`.
 * @example
 *
 * _.includes([1, 2, 3], 1);
 * // => true
 *
 * _.includes([1, 2, 3], 1, 2);
 * // => false
 *
 * _.includes({ 'a': 1, 'b': 2 }, 1);
 * // => true
 *
 * _.includes('abcd', 'bc');
 * // => true
 */
function includes(collection, value, fromIndex, guard) {
  collection = isArrayLike(collection) ? collection : values(collection);
  fromIndex = (fromIndex && !guard) ? toInteger(fromIndex) : 0;

  var length = collection.length;
  if (fromIndex < 0) {
    fromIndex = nativeMax(length + fromIndex, 0);
  }
  return isString(collection)
    ? (fromIndex <= length && collection.indexOf(value, fromIndex) > -1)
    : (!!length && baseIndexOf(collection, value, fromIndex) > -1);
}

/**
 * Checks if `value` is likely an `arguments` object.
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is an `arguments` object,
 *  else `false`.
 * @example
 *
 * _.isArguments(function() { return arguments; }());
 * // => true
 *
 * _.isArguments([1, 2, 3]);
 * // => false
 */
function isArguments(value) {
  // Safari 8.1 makes `arguments.callee` enumerable in strict mode.
  return isArrayLikeObject(value) && hasOwnProperty.call(value, 'callee') &&
    (!propertyIsEnumerable.call(value, 'callee') || objectToString.call(value) == argsTag);
}

/**
 * Checks if `value` is classified as an `Array` object.
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is an array, else `false`.
 * @example
 *
 * _.isArray([1, 2, 3]);
 * // => true
 *
 * _.isArray(document.body.children);
 * // => false
 *
 * _.isArray('abc');
 * // => false
 *
 * _.isArray(_.noop);
 * // => false
 */
var isArray = Array.isArray;

/**
 * Checks if `value` is array-like. A value is considered array-like if it's
 * not a function and has a `value.length` that's an integer greater than or
 * equal to `0` and less than or equal to `Number.MAX_SAFE_INTEGER`.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is array-like, else `false`.
 * @example
 *
 * _.isArrayLike([1, 2, 3]);
 * // => true
 *
 * _.isArrayLike(document.body.children);
 * // => true
 *
 * _.isArrayLike('abc');
 * // => true
 *
 * _.isArrayLike(_.noop);
 * // => false
 */
function isArrayLike(value) {
  return value != null && isLength(value.length) && !isFunction(value);
}

/**
 * This method is like `_.isArrayLike` except that it also checks if `value`
 * is an object.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is an array-like object,
 *  else `false`.
 * @example
 *
 * _.isArrayLikeObject([1, 2, 3]);
 * // => true
 *
 * _.isArrayLikeObject(document.body.children);
 * // => true
 *
 * _.isArrayLikeObject('abc');
 * // => false
 *
 * _.isArrayLikeObject(_.noop);
 * // => false
 */
function isArrayLikeObject(value) {
  return isObjectLike(value) && isArrayLike(value);
}

/**
 * Checks if `value` is classified as a `Function` object.
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a function, else `false`.
 * @example
 *
 * _.isFunction(_);
 * // => true
 *
 * _.isFunction(/abc/);
 * // => false
 */
function isFunction(value) {
  // The use of `Object#toString` avoids issues with the `typeof` operator
  // in Safari 8-9 which returns 'object' for typed array and other constructors.
  var tag = isObject(value) ? objectToString.call(value) : '';
  return tag == funcTag || tag == genTag;
}

/**
 * Checks if `value` is a valid array-like length.
 *
 * **Note:** This method is loosely based on
 * [`ToLength`](http://ecma-international.org/ecma-262/7.0/#sec-tolength).
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a valid length, else `false`.
 * @example
 *
 * _.isLength(3);
 * // => true
 *
 * _.isLength(Number.MIN_VALUE);
 * // => false
 *
 * _.isLength(Infinity);
 * // => false
 *
 * _.isLength('3');
 * // => false
 */
function isLength(value) {
  return typeof value == 'number' &&
    value > -1 && value % 1 == 0 && value <= MAX_SAFE_INTEGER;
}

/**
 * Checks if `value` is the
 * [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
 * of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is an object, else `false`.
 * @example
 *
 * _.isObject({});
 * // => true
 *
 * _.isObject([1, 2, 3]);
 * // => true
 *
 * _.isObject(_.noop);
 * // => true
 *
 * _.isObject(null);
 * // => false
 */
function isObject(value) {
  var type = typeof value;
  return !!value && (type == 'object' || type == 'function');
}

/**
 * Checks if `value` is object-like. A value is object-like if it's not `null`
 * and has a `typeof` result of "object".
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
 * @example
 *
 * _.isObjectLike({});
 * // => true
 *
 * _.isObjectLike([1, 2, 3]);
 * // => true
 *
 * _.isObjectLike(_.noop);
 * // => false
 *
 * _.isObjectLike(null);
 * // => false
 */
function isObjectLike(value) {
  return !!value && typeof value == 'object';
}

/**
 * Checks if `value` is classified as a `String` primitive or object.
 *
 * @static
 * @since 0.1.0
 * @memberOf _
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a string, else `false`.
 * @example
 *
 * _.isString('abc');
 * // => true
 *
 * _.isString(1);
 * // => false
 */
function isString(value) {
  return typeof value == 'string' ||
    (!isArray(value) && isObjectLike(value) && objectToString.call(value) == stringTag);
}

/**
 * Checks if `value` is classified as a `Symbol` primitive or object.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a symbol, else `false`.
 * @example
 *
 * _.isSymbol(Symbol.iterator);
 * // => true
 *
 * _.isSymbol('abc');
 * // => false
 */
function isSymbol(value) {
  return typeof value == 'symbol' ||
    (isObjectLike(value) && objectToString.call(value) == symbolTag);
}

/**
 * Converts `value` to a finite number.
 *
 * @static
 * @memberOf _
 * @since 4.12.0
 * @category Lang
 * @param {*} value The value to convert.
 * @returns {number} Returns the converted number.
 * @example
 *
 * _.toFinite(3.2);
 * // => 3.2
 *
 * _.toFinite(Number.MIN_VALUE);
 * // => 5e-324
 *
 * _.toFinite(Infinity);
 * // => 1.7976931348623157e+308
 *
 * _.toFinite('3.2');
 * // => 3.2
 */
function toFinite(value) {
  if (!value) {
    return value === 0 ? value : 0;
  }
  value = toNumber(value);
  if (value === INFINITY || value === -INFINITY) {
    var sign = (value < 0 ? -1 : 1);
    return sign * MAX_INTEGER;
  }
  return value === value ? value : 0;
}

/**
 * Converts `value` to an integer.
 *
 * **Note:** This method is loosely based on
 * [`ToInteger`](http://www.ecma-international.org/ecma-262/7.0/#sec-tointeger).
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to convert.
 * @returns {number} Returns the converted integer.
 * @example
 *
 * _.toInteger(3.2);
 * // => 3
 *
 * _.toInteger(Number.MIN_VALUE);
 * // => 0
 *
 * _.toInteger(Infinity);
 * // => 1.7976931348623157e+308
 *
 * _.toInteger('3.2');
 * // => 3
 */
function toInteger(value) {
  var result = toFinite(value),
      remainder = result % 1;

  return result === result ? (remainder ? result - remainder : result) : 0;
}

/**
 * Converts `value` to a number.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to process.
 * @returns {number} Returns the number.
 * @example
 *
 * _.toNumber(3.2);
 * // => 3.2
 *
 * _.toNumber(Number.MIN_VALUE);
 * // => 5e-324
 *
 * _.toNumber(Infinity);
 * // => Infinity
 *
 * _.toNumber('3.2');
 * // => 3.2
 */
function toNumber(value) {
  if (typeof value == 'number') {
    return value;
  }
  if (isSymbol(value)) {
    return NAN;
  }
  if (isObject(value)) {
    var other = typeof value.valueOf == 'function' ? value.valueOf() : value;
    value = isObject(other) ? (other + '') : other;
  }
  if (typeof value != 'string') {
    return value === 0 ? value : +value;
  }
  value = value.replace(reTrim, '');
  var isBinary = reIsBinary.test(value);
  return (isBinary || reIsOctal.test(value))
    ? freeParseInt(value.slice(2), isBinary ? 2 : 8)
    : (reIsBadHex.test(value) ? NAN : +value);
}

/**
 * Creates an array of the own enumerable property names of `object`.
 *
 * **Note:** Non-object values are coerced to objects. See the
 * [ES spec](http://ecma-international.org/ecma-262/7.0/#sec-object.keys)
 * for more details.
 *
 * @static
 * @since 0.1.0
 * @memberOf _
 * @category Object
 * @param {Object} object The object to query.
 * @returns {Array} Returns the array of property names.
 * @example
 *
 * function Foo() {
 *   this.a = 1;
 *   this.b = 2;
 * }
 *
 * Foo.prototype.c = 3;
 *
 * _.keys(new Foo);
 * // => ['a', 'b'] (iteration order is not guaranteed)
 *
 * _.keys('hi');
 * // => ['0', '1']
 */
function keys(object) {
  return isArrayLike(object) ? arrayLikeKeys(object) : baseKeys(object);
}

/**
 * Creates an array of the own enumerable string keyed property values of `object`.
 *
 * **Note:** Non-object values are coerced to objects.
 *
 * @static
 * @since 0.1.0
 * @memberOf _
 * @category Object
 * @param {Object} object The object to query.
 * @returns {Array} Returns the array of property values.
 * @example
 *
 * function Foo() {
 *   this.a = 1;
 *   this.b = 2;
 * }
 *
 * Foo.prototype.c = 3;
 *
 * _.values(new Foo);
 * // => [1, 2] (iteration order is not guaranteed)
 *
 * _.values('hi');
 * // => ['h', 'i']
 */
function values(object) {
  return object ? baseValues(object, keys(object)) : [];
}

module.exports = includes;


/***/ }),

/***/ 1999:
/***/ ((module) => {

/**
 * lodash 3.0.3 (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright 2012-2016 The Dojo Foundation <http://dojofoundation.org/>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright 2009-2016 Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 * Available under MIT license <https://lodash.com/license>
 */

/** `Object#toString` result references. */
var boolTag = '[object Boolean]';

/** Used for built-in method references. */
var objectProto = Object.prototype;

/**
 * Used to resolve the [`toStringTag`](http://ecma-international.org/ecma-262/6.0/#sec-object.prototype.tostring)
 * of values.
 */
var objectToString = objectProto.toString;

/**
 * Checks if `value` is classified as a boolean primitive or object.
 *
 * @static
 * @memberOf _
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is correctly classified, else `false`.
 * @example
 *
 * _.isBoolean(false);
 * // => true
 *
 * _.isBoolean(null);
 * // => false
 */
function isBoolean(value) {
  return value === true || value === false ||
    (isObjectLike(value) && objectToString.call(value) == boolTag);
}

/**
 * Checks if `value` is object-like. A value is object-like if it's not `null`
 * and has a `typeof` result of "object".
 *
 * @static
 * @memberOf _
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
 * @example
 *
 * _.isObjectLike({});
 * // => true
 *
 * _.isObjectLike([1, 2, 3]);
 * // => true
 *
 * _.isObjectLike(_.noop);
 * // => false
 *
 * _.isObjectLike(null);
 * // => false
 */
function isObjectLike(value) {
  return !!value && typeof value == 'object';
}

module.exports = isBoolean;


/***/ }),

/***/ 9841:
/***/ ((module) => {

/**
 * lodash (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright jQuery Foundation and other contributors <https://jquery.org/>
 * Released under MIT license <https://lodash.com/license>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 */

/** Used as references for various `Number` constants. */
var INFINITY = 1 / 0,
    MAX_INTEGER = 1.7976931348623157e+308,
    NAN = 0 / 0;

/** `Object#toString` result references. */
var symbolTag = '[object Symbol]';

/** Used to match leading and trailing whitespace. */
var reTrim = /^\s+|\s+$/g;

/** Used to detect bad signed hexadecimal string values. */
var reIsBadHex = /^[-+]0x[0-9a-f]+$/i;

/** Used to detect binary string values. */
var reIsBinary = /^0b[01]+$/i;

/** Used to detect octal string values. */
var reIsOctal = /^0o[0-7]+$/i;

/** Built-in method references without a dependency on `root`. */
var freeParseInt = parseInt;

/** Used for built-in method references. */
var objectProto = Object.prototype;

/**
 * Used to resolve the
 * [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
 * of values.
 */
var objectToString = objectProto.toString;

/**
 * Checks if `value` is an integer.
 *
 * **Note:** This method is based on
 * [`Number.isInteger`](https://mdn.io/Number/isInteger).
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is an integer, else `false`.
 * @example
 *
 * _.isInteger(3);
 * // => true
 *
 * _.isInteger(Number.MIN_VALUE);
 * // => false
 *
 * _.isInteger(Infinity);
 * // => false
 *
 * _.isInteger('3');
 * // => false
 */
function isInteger(value) {
  return typeof value == 'number' && value == toInteger(value);
}

/**
 * Checks if `value` is the
 * [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
 * of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is an object, else `false`.
 * @example
 *
 * _.isObject({});
 * // => true
 *
 * _.isObject([1, 2, 3]);
 * // => true
 *
 * _.isObject(_.noop);
 * // => true
 *
 * _.isObject(null);
 * // => false
 */
function isObject(value) {
  var type = typeof value;
  return !!value && (type == 'object' || type == 'function');
}

/**
 * Checks if `value` is object-like. A value is object-like if it's not `null`
 * and has a `typeof` result of "object".
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
 * @example
 *
 * _.isObjectLike({});
 * // => true
 *
 * _.isObjectLike([1, 2, 3]);
 * // => true
 *
 * _.isObjectLike(_.noop);
 * // => false
 *
 * _.isObjectLike(null);
 * // => false
 */
function isObjectLike(value) {
  return !!value && typeof value == 'object';
}

/**
 * Checks if `value` is classified as a `Symbol` primitive or object.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a symbol, else `false`.
 * @example
 *
 * _.isSymbol(Symbol.iterator);
 * // => true
 *
 * _.isSymbol('abc');
 * // => false
 */
function isSymbol(value) {
  return typeof value == 'symbol' ||
    (isObjectLike(value) && objectToString.call(value) == symbolTag);
}

/**
 * Converts `value` to a finite number.
 *
 * @static
 * @memberOf _
 * @since 4.12.0
 * @category Lang
 * @param {*} value The value to convert.
 * @returns {number} Returns the converted number.
 * @example
 *
 * _.toFinite(3.2);
 * // => 3.2
 *
 * _.toFinite(Number.MIN_VALUE);
 * // => 5e-324
 *
 * _.toFinite(Infinity);
 * // => 1.7976931348623157e+308
 *
 * _.toFinite('3.2');
 * // => 3.2
 */
function toFinite(value) {
  if (!value) {
    return value === 0 ? value : 0;
  }
  value = toNumber(value);
  if (value === INFINITY || value === -INFINITY) {
    var sign = (value < 0 ? -1 : 1);
    return sign * MAX_INTEGER;
  }
  return value === value ? value : 0;
}

/**
 * Converts `value` to an integer.
 *
 * **Note:** This method is loosely based on
 * [`ToInteger`](http://www.ecma-international.org/ecma-262/7.0/#sec-tointeger).
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to convert.
 * @returns {number} Returns the converted integer.
 * @example
 *
 * _.toInteger(3.2);
 * // => 3
 *
 * _.toInteger(Number.MIN_VALUE);
 * // => 0
 *
 * _.toInteger(Infinity);
 * // => 1.7976931348623157e+308
 *
 * _.toInteger('3.2');
 * // => 3
 */
function toInteger(value) {
  var result = toFinite(value),
      remainder = result % 1;

  return result === result ? (remainder ? result - remainder : result) : 0;
}

/**
 * Converts `value` to a number.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to process.
 * @returns {number} Returns the number.
 * @example
 *
 * _.toNumber(3.2);
 * // => 3.2
 *
 * _.toNumber(Number.MIN_VALUE);
 * // => 5e-324
 *
 * _.toNumber(Infinity);
 * // => Infinity
 *
 * _.toNumber('3.2');
 * // => 3.2
 */
function toNumber(value) {
  if (typeof value == 'number') {
    return value;
  }
  if (isSymbol(value)) {
    return NAN;
  }
  if (isObject(value)) {
    var other = typeof value.valueOf == 'function' ? value.valueOf() : value;
    value = isObject(other) ? (other + '') : other;
  }
  if (typeof value != 'string') {
    return value === 0 ? value : +value;
  }
  value = value.replace(reTrim, '');
  var isBinary = reIsBinary.test(value);
  return (isBinary || reIsOctal.test(value))
    ? freeParseInt(value.slice(2), isBinary ? 2 : 8)
    : (reIsBadHex.test(value) ? NAN : +value);
}

module.exports = isInteger;


/***/ }),

/***/ 116:
/***/ ((module) => {

/**
 * lodash 3.0.3 (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright 2012-2016 The Dojo Foundation <http://dojofoundation.org/>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright 2009-2016 Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 * Available under MIT license <https://lodash.com/license>
 */

/** `Object#toString` result references. */
var numberTag = '[object Number]';

/** Used for built-in method references. */
var objectProto = Object.prototype;

/**
 * Used to resolve the [`toStringTag`](http://ecma-international.org/ecma-262/6.0/#sec-object.prototype.tostring)
 * of values.
 */
var objectToString = objectProto.toString;

/**
 * Checks if `value` is object-like. A value is object-like if it's not `null`
 * and has a `typeof` result of "object".
 *
 * @static
 * @memberOf _
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
 * @example
 *
 * _.isObjectLike({});
 * // => true
 *
 * _.isObjectLike([1, 2, 3]);
 * // => true
 *
 * _.isObjectLike(_.noop);
 * // => false
 *
 * _.isObjectLike(null);
 * // => false
 */
function isObjectLike(value) {
  return !!value && typeof value == 'object';
}

/**
 * Checks if `value` is classified as a `Number` primitive or object.
 *
 * **Note:** To exclude `Infinity`, `-Infinity`, and `NaN`, which are classified
 * as numbers, use the `_.isFinite` method.
 *
 * @static
 * @memberOf _
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is correctly classified, else `false`.
 * @example
 *
 * _.isNumber(3);
 * // => true
 *
 * _.isNumber(Number.MIN_VALUE);
 * // => true
 *
 * _.isNumber(Infinity);
 * // => true
 *
 * _.isNumber('3');
 * // => false
 */
function isNumber(value) {
  return typeof value == 'number' ||
    (isObjectLike(value) && objectToString.call(value) == numberTag);
}

module.exports = isNumber;


/***/ }),

/***/ 9888:
/***/ ((module) => {

/**
 * lodash (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright jQuery Foundation and other contributors <https://jquery.org/>
 * Released under MIT license <https://lodash.com/license>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 */

/** `Object#toString` result references. */
var objectTag = '[object Object]';

/**
 * Checks if `value` is a host object in IE < 9.
 *
 * @private
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a host object, else `false`.
 */
function isHostObject(value) {
  // Many host objects are `Object` objects that can coerce to strings
  // despite having improperly defined `toString` methods.
  var result = false;
  if (value != null && typeof value.toString != 'function') {
    try {
      result = !!(value + '');
    } catch (e) {}
  }
  return result;
}

/**
 * Creates a unary function that invokes `func` with its argument transformed.
 *
 * @private
 * @param {Function} func The function to wrap.
 * @param {Function} transform The argument transform.
 * @returns {Function} Returns the new function.
 */
function overArg(func, transform) {
  return function(arg) {
    return func(transform(arg));
  };
}

/** Used for built-in method references. */
var funcProto = Function.prototype,
    objectProto = Object.prototype;

/** Used to resolve the decompiled source of functions. */
var funcToString = funcProto.toString;

/** Used to check objects for own properties. */
var hasOwnProperty = objectProto.hasOwnProperty;

/** Used to infer the `Object` constructor. */
var objectCtorString = funcToString.call(Object);

/**
 * Used to resolve the
 * [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
 * of values.
 */
var objectToString = objectProto.toString;

/** Built-in value references. */
var getPrototype = overArg(Object.getPrototypeOf, Object);

/**
 * Checks if `value` is object-like. A value is object-like if it's not `null`
 * and has a `typeof` result of "object".
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
 * @example
 *
 * _.isObjectLike({});
 * // => true
 *
 * _.isObjectLike([1, 2, 3]);
 * // => true
 *
 * _.isObjectLike(_.noop);
 * // => false
 *
 * _.isObjectLike(null);
 * // => false
 */
function isObjectLike(value) {
  return !!value && typeof value == 'object';
}

/**
 * Checks if `value` is a plain object, that is, an object created by the
 * `Object` constructor or one with a `[[Prototype]]` of `null`.
 *
 * @static
 * @memberOf _
 * @since 0.8.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a plain object, else `false`.
 * @example
 *
 * function Foo() {
 *   this.a = 1;
 * }
 *
 * _.isPlainObject(new Foo);
 * // => false
 *
 * _.isPlainObject([1, 2, 3]);
 * // => false
 *
 * _.isPlainObject({ 'x': 0, 'y': 0 });
 * // => true
 *
 * _.isPlainObject(Object.create(null));
 * // => true
 */
function isPlainObject(value) {
  if (!isObjectLike(value) ||
      objectToString.call(value) != objectTag || isHostObject(value)) {
    return false;
  }
  var proto = getPrototype(value);
  if (proto === null) {
    return true;
  }
  var Ctor = hasOwnProperty.call(proto, 'constructor') && proto.constructor;
  return (typeof Ctor == 'function' &&
    Ctor instanceof Ctor && funcToString.call(Ctor) == objectCtorString);
}

module.exports = isPlainObject;


/***/ }),

/***/ 6172:
/***/ ((module) => {

/**
 * lodash 4.0.1 (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright 2012-2016 The Dojo Foundation <http://dojofoundation.org/>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright 2009-2016 Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 * Available under MIT license <https://lodash.com/license>
 */

/** `Object#toString` result references. */
var stringTag = '[object String]';

/** Used for built-in method references. */
var objectProto = Object.prototype;

/**
 * Used to resolve the [`toStringTag`](http://ecma-international.org/ecma-262/6.0/#sec-object.prototype.tostring)
 * of values.
 */
var objectToString = objectProto.toString;

/**
 * Checks if `value` is classified as an `Array` object.
 *
 * @static
 * @memberOf _
 * @type Function
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is correctly classified, else `false`.
 * @example
 *
 * _.isArray([1, 2, 3]);
 * // => true
 *
 * _.isArray(document.body.children);
 * // => false
 *
 * _.isArray('abc');
 * // => false
 *
 * _.isArray(_.noop);
 * // => false
 */
var isArray = Array.isArray;

/**
 * Checks if `value` is object-like. A value is object-like if it's not `null`
 * and has a `typeof` result of "object".
 *
 * @static
 * @memberOf _
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
 * @example
 *
 * _.isObjectLike({});
 * // => true
 *
 * _.isObjectLike([1, 2, 3]);
 * // => true
 *
 * _.isObjectLike(_.noop);
 * // => false
 *
 * _.isObjectLike(null);
 * // => false
 */
function isObjectLike(value) {
  return !!value && typeof value == 'object';
}

/**
 * Checks if `value` is classified as a `String` primitive or object.
 *
 * @static
 * @memberOf _
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is correctly classified, else `false`.
 * @example
 *
 * _.isString('abc');
 * // => true
 *
 * _.isString(1);
 * // => false
 */
function isString(value) {
  return typeof value == 'string' ||
    (!isArray(value) && isObjectLike(value) && objectToString.call(value) == stringTag);
}

module.exports = isString;


/***/ }),

/***/ 2192:
/***/ ((module) => {

/**
 * lodash (Custom Build) <https://lodash.com/>
 * Build: `lodash modularize exports="npm" -o ./`
 * Copyright jQuery Foundation and other contributors <https://jquery.org/>
 * Released under MIT license <https://lodash.com/license>
 * Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
 * Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
 */

/** Used as the `TypeError` message for "Functions" methods. */
var FUNC_ERROR_TEXT = 'Expected a function';

/** Used as references for various `Number` constants. */
var INFINITY = 1 / 0,
    MAX_INTEGER = 1.7976931348623157e+308,
    NAN = 0 / 0;

/** `Object#toString` result references. */
var symbolTag = '[object Symbol]';

/** Used to match leading and trailing whitespace. */
var reTrim = /^\s+|\s+$/g;

/** Used to detect bad signed hexadecimal string values. */
var reIsBadHex = /^[-+]0x[0-9a-f]+$/i;

/** Used to detect binary string values. */
var reIsBinary = /^0b[01]+$/i;

/** Used to detect octal string values. */
var reIsOctal = /^0o[0-7]+$/i;

/** Built-in method references without a dependency on `root`. */
var freeParseInt = parseInt;

/** Used for built-in method references. */
var objectProto = Object.prototype;

/**
 * Used to resolve the
 * [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
 * of values.
 */
var objectToString = objectProto.toString;

/**
 * Creates a function that invokes `func`, with the `this` binding and arguments
 * of the created function, while it's called less than `n` times. Subsequent
 * calls to the created function return the result of the last `func` invocation.
 *
 * @static
 * @memberOf _
 * @since 3.0.0
 * @category Function
 * @param {number} n The number of calls at which `func` is no longer invoked.
 * @param {Function} func The function to restrict.
 * @returns {Function} Returns the new restricted function.
 * @example
 *
 * jQuery(element).on('click', _.before(5, addContactToList));
 * // => Allows adding up to 4 contacts to the list.
 */
function before(n, func) {
  var result;
  if (typeof func != 'function') {
    throw new TypeError(FUNC_ERROR_TEXT);
  }
  n = toInteger(n);
  return function() {
    if (--n > 0) {
      result = func.apply(this, arguments);
    }
    if (n <= 1) {
      func = undefined;
    }
    return result;
  };
}

/**
 * Creates a function that is restricted to invoking `func` once. Repeat calls
 * to the function return the value of the first invocation. The `func` is
 * invoked with the `this` binding and arguments of the created function.
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Function
 * @param {Function} func The function to restrict.
 * @returns {Function} Returns the new restricted function.
 * @example
 *
 * var initialize = _.once(createApplication);
 * initialize();
 * initialize();
 * // => `createApplication` is invoked once
 */
function once(func) {
  return before(2, func);
}

/**
 * Checks if `value` is the
 * [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
 * of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
 *
 * @static
 * @memberOf _
 * @since 0.1.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is an object, else `false`.
 * @example
 *
 * _.isObject({});
 * // => true
 *
 * _.isObject([1, 2, 3]);
 * // => true
 *
 * _.isObject(_.noop);
 * // => true
 *
 * _.isObject(null);
 * // => false
 */
function isObject(value) {
  var type = typeof value;
  return !!value && (type == 'object' || type == 'function');
}

/**
 * Checks if `value` is object-like. A value is object-like if it's not `null`
 * and has a `typeof` result of "object".
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is object-like, else `false`.
 * @example
 *
 * _.isObjectLike({});
 * // => true
 *
 * _.isObjectLike([1, 2, 3]);
 * // => true
 *
 * _.isObjectLike(_.noop);
 * // => false
 *
 * _.isObjectLike(null);
 * // => false
 */
function isObjectLike(value) {
  return !!value && typeof value == 'object';
}

/**
 * Checks if `value` is classified as a `Symbol` primitive or object.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to check.
 * @returns {boolean} Returns `true` if `value` is a symbol, else `false`.
 * @example
 *
 * _.isSymbol(Symbol.iterator);
 * // => true
 *
 * _.isSymbol('abc');
 * // => false
 */
function isSymbol(value) {
  return typeof value == 'symbol' ||
    (isObjectLike(value) && objectToString.call(value) == symbolTag);
}

/**
 * Converts `value` to a finite number.
 *
 * @static
 * @memberOf _
 * @since 4.12.0
 * @category Lang
 * @param {*} value The value to convert.
 * @returns {number} Returns the converted number.
 * @example
 *
 * _.toFinite(3.2);
 * // => 3.2
 *
 * _.toFinite(Number.MIN_VALUE);
 * // => 5e-324
 *
 * _.toFinite(Infinity);
 * // => 1.7976931348623157e+308
 *
 * _.toFinite('3.2');
 * // => 3.2
 */
function toFinite(value) {
  if (!value) {
    return value === 0 ? value : 0;
  }
  value = toNumber(value);
  if (value === INFINITY || value === -INFINITY) {
    var sign = (value < 0 ? -1 : 1);
    return sign * MAX_INTEGER;
  }
  return value === value ? value : 0;
}

/**
 * Converts `value` to an integer.
 *
 * **Note:** This method is loosely based on
 * [`ToInteger`](http://www.ecma-international.org/ecma-262/7.0/#sec-tointeger).
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to convert.
 * @returns {number} Returns the converted integer.
 * @example
 *
 * _.toInteger(3.2);
 * // => 3
 *
 * _.toInteger(Number.MIN_VALUE);
 * // => 0
 *
 * _.toInteger(Infinity);
 * // => 1.7976931348623157e+308
 *
 * _.toInteger('3.2');
 * // => 3
 */
function toInteger(value) {
  var result = toFinite(value),
      remainder = result % 1;

  return result === result ? (remainder ? result - remainder : result) : 0;
}

/**
 * Converts `value` to a number.
 *
 * @static
 * @memberOf _
 * @since 4.0.0
 * @category Lang
 * @param {*} value The value to process.
 * @returns {number} Returns the number.
 * @example
 *
 * _.toNumber(3.2);
 * // => 3.2
 *
 * _.toNumber(Number.MIN_VALUE);
 * // => 5e-324
 *
 * _.toNumber(Infinity);
 * // => Infinity
 *
 * _.toNumber('3.2');
 * // => 3.2
 */
function toNumber(value) {
  if (typeof value == 'number') {
    return value;
  }
  if (isSymbol(value)) {
    return NAN;
  }
  if (isObject(value)) {
    var other = typeof value.valueOf == 'function' ? value.valueOf() : value;
    value = isObject(other) ? (other + '') : other;
  }
  if (typeof value != 'string') {
    return value === 0 ? value : +value;
  }
  value = value.replace(reTrim, '');
  var isBinary = reIsBinary.test(value);
  return (isBinary || reIsOctal.test(value))
    ? freeParseInt(value.slice(2), isBinary ? 2 : 8)
    : (reIsBadHex.test(value) ? NAN : +value);
}

module.exports = once;


/***/ }),

/***/ 744:
/***/ ((module) => {

/**
 * Helpers.
 */

var s = 1000;
var m = s * 60;
var h = m * 60;
var d = h * 24;
var w = d * 7;
var y = d * 365.25;

/**
 * Parse or format the given `val`.
 *
 * Options:
 *
 *  - `long` verbose formatting [false]
 *
 * @param {String|Number} val
 * @param {Object} [options]
 * @throws {Error} throw an error if val is not a non-empty string or a number
 * @return {String|Number}
 * @api public
 */

module.exports = function (val, options) {
  options = options || {};
  var type = typeof val;
  if (type === 'string' && val.length > 0) {
    return parse(val);
  } else if (type === 'number' && isFinite(val)) {
    return options.long ? fmtLong(val) : fmtShort(val);
  }
  throw new Error(
    'val is not a non-empty string or a valid number. val=' +
      JSON.stringify(val)
  );
};

/**
 * Parse the given `str` and return milliseconds.
 *
 * @param {String} str
 * @return {Number}
 * @api private
 */

function parse(str) {
  str = String(str);
  if (str.length > 100) {
    return;
  }
  var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
    str
  );
  if (!match) {
    return;
  }
  var n = parseFloat(match[1]);
  var type = (match[2] || 'ms').toLowerCase();
  switch (type) {
    case 'years':
    case 'year':
    case 'yrs':
    case 'yr':
    case 'y':
      return n * y;
    case 'weeks':
    case 'week':
    case 'w':
      return n * w;
    case 'days':
    case 'day':
    case 'd':
      return n * d;
    case 'hours':
    case 'hour':
    case 'hrs':
    case 'hr':
    case 'h':
      return n * h;
    case 'minutes':
    case 'minute':
    case 'mins':
    case 'min':
    case 'm':
      return n * m;
    case 'seconds':
    case 'second':
    case 'secs':
    case 'sec':
    case 's':
      return n * s;
    case 'milliseconds':
    case 'millisecond':
    case 'msecs':
    case 'msec':
    case 'ms':
      return n;
    default:
      return undefined;
  }
}

/**
 * Short format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtShort(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return Math.round(ms / d) + 'd';
  }
  if (msAbs >= h) {
    return Math.round(ms / h) + 'h';
  }
  if (msAbs >= m) {
    return Math.round(ms / m) + 'm';
  }
  if (msAbs >= s) {
    return Math.round(ms / s) + 's';
  }
  return ms + 'ms';
}

/**
 * Long format for `ms`.
 *
 * @param {Number} ms
 * @return {String}
 * @api private
 */

function fmtLong(ms) {
  var msAbs = Math.abs(ms);
  if (msAbs >= d) {
    return plural(ms, msAbs, d, 'day');
  }
  if (msAbs >= h) {
    return plural(ms, msAbs, h, 'hour');
  }
  if (msAbs >= m) {
    return plural(ms, msAbs, m, 'minute');
  }
  if (msAbs >= s) {
    return plural(ms, msAbs, s, 'second');
  }
  return ms + ' ms';
}

/**
 * Pluralization helper.
 */

function plural(ms, msAbs, n, name) {
  var isPlural = msAbs >= n * 1.5;
  return Math.round(ms / n) + ' ' + name + (isPlural ? 's' : '');
}


/***/ }),

/***/ 3058:
/***/ ((module, exports, __nccwpck_require__) => {

/*! safe-buffer. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> */
/* eslint-disable node/no-deprecated-api */
var buffer = __nccwpck_require__(181)
var Buffer = buffer.Buffer

// alternative to using Object.keys for old browsers
function copyProps (src, dst) {
  for (var key in src) {
    dst[key] = src[key]
  }
}
if (Buffer.from && Buffer.alloc && Buffer.allocUnsafe && Buffer.allocUnsafeSlow) {
  module.exports = buffer
} else {
  // Copy properties from require('buffer')
  copyProps(buffer, exports)
  exports.Buffer = SafeBuffer
}

function SafeBuffer (arg, encodingOrOffset, length) {
  return Buffer(arg, encodingOrOffset, length)
}

SafeBuffer.prototype = Object.create(Buffer.prototype)

// Copy static methods from Buffer
copyProps(Buffer, SafeBuffer)

SafeBuffer.from = function (arg, encodingOrOffset, length) {
  if (typeof arg === 'number') {
    throw new TypeError('Argument must not be a number')
  }
  return Buffer(arg, encodingOrOffset, length)
}

SafeBuffer.alloc = function (size, fill, encoding) {
  if (typeof size !== 'number') {
    throw new TypeError('Argument must be a number')
  }
  var buf = Buffer(size)
  if (fill !== undefined) {
    if (typeof encoding === 'string') {
      buf.fill(fill, encoding)
    } else {
      buf.fill(fill)
    }
  } else {
    buf.fill(0)
  }
  return buf
}

SafeBuffer.allocUnsafe = function (size) {
  if (typeof size !== 'number') {
    throw new TypeError('Argument must be a number')
  }
  return Buffer(size)
}

SafeBuffer.allocUnsafeSlow = function (size) {
  if (typeof size !== 'number') {
    throw new TypeError('Argument must be a number')
  }
  return buffer.SlowBuffer(size)
}


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

"use strict";


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


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

/***/ 1729:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   S6: () => (/* binding */ readWorkflow),
/* harmony export */   uP: () => (/* binding */ takeSecret),
/* harmony export */   vv: () => (/* binding */ readAllInputs)
/* harmony export */ });
/* unused harmony export readVariable */
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5260);
/* harmony import */ var _read_file__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9055);


/** Reads a variable; empty if it is not set. */
function readVariable(env, name) {
    return env[name] ?? '';
}
/** Reads an input as the runner passes it: `INPUT_`, upper case, dashes kept. Trimmed. */
function readInput(env, name) {
    return readVariable(env, inputVariable(name)).trim();
}
/** An input that takes a list. Blanks alone stay: that is a list that came out empty, not none. */
function readList(env, name) {
    const text = readVariable(env, inputVariable(name));
    return text.trim() === '' ? text : text.trim();
}
/** Reads an input that is a secret, and removes it from the environment, so that no later code can read it. */
function takeSecret(env, name) {
    const value = readInput(env, name);
    // Assigning undefined would leave the text "undefined" behind.
    Reflect.deleteProperty(env, inputVariable(name));
    return value;
}
/** Reads the inputs of the step. */
function readInputs(env) {
    return {
        clientId: readInput(env, 'client-id'),
        appId: readInput(env, 'app-id'),
        owner: readInput(env, 'owner'),
        repositories: readList(env, 'repositories'),
        repositoryIds: readList(env, 'repository-ids'),
        installationId: readInput(env, 'installation-id'),
        enterprise: readInput(env, 'enterprise'),
        permissions: readList(env, 'permissions'),
        permissionInputs: permissionInputs(env),
        skipTokenRevoke: readInput(env, 'skip-token-revoke'),
        githubApiUrl: readInput(env, 'github-api-url'),
        fallbackToken: takeSecret(env, 'fallback-token'),
        gitCredentials: readInput(env, 'git-credentials'),
        gitIdentity: readInput(env, 'git-identity')
    };
}
/**
 * Every input that the workflow sets, by lower-case name: the runner also passes on those that
 * action.yml does not have.
 */
function readAllInputs(env) {
    const found = new Map();
    for (const variable of Object.keys(env)) {
        const name = /^INPUT_(.+)$/.exec(variable.toUpperCase())?.[1]?.toLowerCase();
        if (name !== undefined)
            found.set(name, readVariable(env, variable).trim());
    }
    return found;
}
/** Reads what the runner says about the workflow: https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
function readWorkflow(env) {
    const repository = readFact(env, 'GITHUB_REPOSITORY');
    const serverUrl = readFact(env, 'GITHUB_SERVER_URL');
    return {
        repository,
        repositoryOwner: readFact(env, 'GITHUB_REPOSITORY_OWNER'),
        apiUrl: readFact(env, 'GITHUB_API_URL'),
        serverUrl,
        event: readEvent(env, repository, serverUrl)
    };
}
/** Reads a variable that messages quote, if it makes no sense. A secret in it makes none. */
function readFact(env, name) {
    const value = readVariable(env, name);
    return (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .secretIn */ .u7)(value) === undefined ? value : '(not shown)';
}
function readEvent(env, repository, serverUrl) {
    let payload;
    return {
        name: readFact(env, 'GITHUB_EVENT_NAME'),
        actor: readVariable(env, 'GITHUB_ACTOR'),
        repository,
        webUrl: serverUrl.replace(/\/$/, ''),
        // A payload can be large; most steps never look at it.
        get payload() {
            payload ??= readJson(readVariable(env, 'GITHUB_EVENT_PATH'));
            return payload;
        }
    };
}
/** GitHub sends no payload of more than 25 MB. */
const LARGEST_PAYLOAD = 32 * 1024 * 1024;
function readJson(path) {
    try {
        const file = (0,_read_file__WEBPACK_IMPORTED_MODULE_1__/* .readSmallFile */ .E)(path, LARGEST_PAYLOAD);
        return file.kind === 'read' ? JSON.parse(file.text) : undefined;
    }
    catch {
        return undefined;
    }
}
function permissionInputs(env) {
    const found = new Map();
    for (const name of Object.keys(env)) {
        // In upper case, as the runner sets them: another spelling comes from somebody else. On Windows
        // it is the same variable, which keeps the other's spelling, and finds the runner's value.
        const variable = name.toUpperCase();
        const input = /^INPUT_(PERMISSION.*)$/.exec(variable)?.[1]?.toLowerCase();
        if (input === undefined || input === 'permissions')
            continue;
        const value = readVariable(env, variable).trim();
        if (value !== '')
            found.set(input, value);
    }
    return found;
}
function inputVariable(name) {
    return `INPUT_${name.toUpperCase()}`;
}


/***/ }),

/***/ 8592:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   pq: () => (/* binding */ info),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8875);

/** What an annotation may hold at most: longer ones are cut by GitHub. */
const LONGEST_ANNOTATION = 4096;
/** Prints a line. */
function info(line) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(line));
}
/** Annotates the step with something the reader should know. */
function annotate({ level, message }) {
    if (level === 'notice')
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(harmless(message));
    else
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(harmless(message));
}
/** Prints lines that are folded away. */
function folded(title, lines) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(harmless(title));
    for (const line of lines)
        info(line);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
}
/** Annotates the step with why it failed. */
function error(title, message) {
    const text = harmless(message);
    const cut = text.length > LONGEST_ANNOTATION ? `${text.slice(0, LONGEST_ANNOTATION - 1)}…` : text;
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(cut, { title: harmless(title) });
}
/** Hides a text, and what the runner derives from it, in the log from here on. */
function mask(secret) {
    if (secret.trim() !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(secret);
}
/**
 * The last guard before the log: no line begins like a command, and none holds the marker of the old
 * syntax, which the runner obeys anywhere in a line. Foreign text has passed `printable` before.
 */
function harmless(text) {
    return text.replace(/##(?=\[)/g, '## ').replace(/^(\s*):(?=:)/gm, '$1: ');
}


/***/ }),

/***/ 9055:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readSmallFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Reads a regular file up to a size. A pipe or a device is not read: it could keep the step waiting,
 * or never end. Throws what the system says about a file that cannot be opened or read.
 */
function readSmallFile(path, largest) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile())
        return { kind: 'not-a-file' };
    // If a pipe has taken the file's place since, this flag keeps the step from waiting for it.
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        return size > largest ? { kind: 'too-large', bytes: size } : readAll(file, size, largest);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
/** A file may have grown since its size was asked for, and files of the kernel say that they are empty. */
function readAll(file, size, largest) {
    let bytes = Buffer.alloc(Math.max(size + 1, 4096));
    let length = 0;
    for (;;) {
        const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, bytes, length, bytes.length - length, null);
        length += count;
        if (length > largest)
            return { kind: 'too-large', bytes: length };
        if (count === 0)
            return { kind: 'read', text: bytes.toString('utf8', 0, length) };
        if (length === bytes.length)
            bytes = Buffer.concat([bytes], length * 2);
    }
}


/***/ }),

/***/ 1628:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 6315:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ appIdName),
/* harmony export */   P7: () => (/* binding */ notAnAppId),
/* harmony export */   c_: () => (/* binding */ parseAppId),
/* harmony export */   tq: () => (/* binding */ isAppId)
/* harmony export */ });
/* harmony import */ var _parsed__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5466);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5260);


/** The App as the log names it: `client-id Iv23…`. */
function appIdName({ value, input }) {
    return `${input === 'jwt' ? 'iss' : input} ${value}`;
}
/**
 * Reads the App's id from `client-id` or `app-id`; `client-id` wins, and either takes either kind.
 * Problems: `app-id-missing`, `app-id-malformed`.
 *
 * @param repository the workflow's, as `owner/name`
 */
function parseAppId(clientId, appId, repository) {
    const input = clientId === '' ? 'app-id' : 'client-id';
    const value = clientId === '' ? appId : clientId;
    if (value === '')
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ kind: 'app-id-missing', repository: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(repository) });
    if (!isAppId(value))
        return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .invalid */ .Gq)({ kind: 'app-id-malformed', input, found: notAnAppId(value) });
    return (0,_parsed__WEBPACK_IMPORTED_MODULE_1__/* .valid */ .rZ)({ value, input }, appId === '' || appId === value ? [] : [TWO_IDS]);
}
const TWO_IDS = {
    level: 'notice',
    message: 'client-id and app-id are both set, and differ. The step uses client-id. Remove one of them.'
};
/** What GitHub or a shell would have replaced: `${{ vars.NAME }}`, `vars.NAME`, `$NAME`, `%NAME%`. */
const EXPRESSION = /^(?:\$|%\w+%$|(?:vars|secrets|env|inputs|github)\.)/;
/** Whether a text can be a client ID or a numeric App ID. */
function isAppId(text) {
    return /^(\d{1,20}|[A-Za-z][A-Za-z0-9._-]{2,38})$/.test(text) && !EXPRESSION.test(text);
}
/** What a text is that cannot be an App's id. */
function notAnAppId(value) {
    if (/^[0-9a-f]{40}$/i.test(value))
        return { is: 'client-secret' };
    if (value.includes('-----BEGIN'))
        return { is: 'private-key' };
    if (/^SHA256:/i.test(value))
        return { is: 'fingerprint' };
    if (EXPRESSION.test(value))
        return { is: 'expression' };
    if ((0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .secretIn */ .u7)(value) === 'jwt')
        return { is: 'jwt' };
    if (value.length >= 40)
        return { is: 'long-text', length: value.length };
    return { is: 'text', text: (0,_printable__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(value) };
}


/***/ }),

/***/ 335:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ keyName)
/* harmony export */ });
/** A short name of the key for the log: the fingerprint if there is one. Not secret. */
function keyName(key) {
    switch (key.kind) {
        case 'pem':
            return `key ${key.fingerprint}`;
        case 'jwt':
            return 'JWT from the input jwt';
    }
}


/***/ }),

/***/ 6234:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   bi: () => (/* binding */ nearMiss),
/* harmony export */   q: () => (/* binding */ sameName),
/* harmony export */   ry: () => (/* binding */ splitList)
/* harmony export */ });
/** Characters that owner, repository and enterprise names are made of. */
const NAME = /^[A-Za-z0-9._-]{1,100}$/;
/**
 * Whether a text can be an owner, repository or enterprise name. `.` and `..` are not
 * names: in a path, they would lead out of it.
 */
function isName(text) {
    return NAME.test(text) && text !== '.' && text !== '..';
}
/** Whether two owner or repository names are the same: GitHub compares them without regard to case. */
function sameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Splits an input that takes a list: commas or lines, blanks around and between them dropped. */
function splitList(text) {
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


/***/ }),

/***/ 9828:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RETIRED_PERMISSIONS),
/* harmony export */   x: () => (/* binding */ KNOWN_PERMISSIONS)
/* harmony export */ });
// Generated by scripts/generate-permissions.ts from GitHub's API description and documentation.
const readWrite = ['read', 'write'];
const readWriteAdmin = ['read', 'write', 'admin'];
/**
 * Permissions that the token of an installation can have, with their levels: those of GitHub's API
 * description (`components.schemas["app-permissions"]` of github.com, Enterprise Cloud and Enterprise
 * Server together), and those that only GitHub's documentation lists. GitHub may know more.
 */
const KNOWN_PERMISSIONS = new Map([
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


/***/ }),

/***/ 2262:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   Gg: () => (/* binding */ dashed),
/* harmony export */   II: () => (/* binding */ readLevels),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   NW: () => (/* binding */ isLevel),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* harmony import */ var _permission_list__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9828);

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
function levelOf(permissions, name) {
    return Object.hasOwn(permissions, name) ? permissions[name] : undefined;
}
/** Everything that was granted, at its read level; what can only be written is left out. */
function readLevels(granted) {
    const readable = Object.keys(granted).filter((name) => _permission_list__WEBPACK_IMPORTED_MODULE_0__/* .KNOWN_PERMISSIONS */ .x.get(name)?.includes('read') ?? true);
    return Object.fromEntries(readable.map((name) => [name, 'read']));
}
/** A permission's name as people write it in a workflow: `pull-requests`. */
function dashed(name) {
    return name.replace(/_/g, '-');
}


/***/ }),

/***/ 3620:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ looksLikeKey),
/* harmony export */   z: () => (/* binding */ importableKey)
/* harmony export */ });
/* harmony import */ var _mistakes__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7467);

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
    [/^io/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notRsa */ .a4)('EC')],
    [/^i{6}$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notRsa */ .a4)('DSA')],
    [/^(?:sb|ii)$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notAKey */ .s5)('public-key')],
    [/^ssb$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notAKey */ .s5)('certificate')],
    [/^iss?$/, (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notAKey */ .s5)('pkcs12')]
];
function derKey(bytes) {
    const outer = elementAt(bytes, 0);
    if (outer?.tag !== SEQUENCE || outer.end > _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_TEXT */ .xG) {
        return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
    }
    if (outer.end > bytes.length) {
        return { mistake: 'cut-short', bytes: bytes.length, announced: outer.end };
    }
    const key = bytes.subarray(0, outer.end);
    const outline = outlineOf(key, outer.start);
    const type = OUTLINES.find(([pattern]) => pattern.test(outline))?.[1] ?? _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
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
const MOST_LENGTH_BYTES = 3;
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
    if (count === 0 || count > MOST_LENGTH_BYTES || start > der.length) {
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
    if ((0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(head)) {
        return head;
    }
    if (String(head.fields[0]) !== 'none') {
        return { mistake: 'encrypted' };
    }
    const body = fieldsAt(bytes, head.end + 4, 2);
    if ((0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(body)) {
        return body;
    }
    const privatePart = body.fields[1];
    return privatePart !== undefined && bytes.readUInt32BE(head.end) === 1
        ? openSshPrivatePart(privatePart)
        : _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
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
    if ((0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(type) || !bytes.subarray(0, 4).equals(bytes.subarray(4, 8))) {
        return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
    }
    const name = String(type.fields[0]);
    if (name !== 'ssh-rsa') {
        const algorithm = OPENSSH_ALGORITHMS.find(([pattern]) => pattern.test(name))?.[1];
        return algorithm === undefined ? _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax : (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .notRsa */ .a4)(algorithm);
    }
    const numbers = fieldsAt(bytes, type.end, 6);
    return (0,_mistakes__WEBPACK_IMPORTED_MODULE_0__/* .isMistake */ .VF)(numbers) ? _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax : jwkOf(numbers.fields);
}
/** The key as RFC 7518, section 6.3, writes it. OpenSSH leaves out dp and dq, so they are computed. */
function jwkOf(numbers) {
    const [n, e, d, qi, p, q] = numbers.map((bytes) => BigInt(`0x0${bytes.toString('hex')}`));
    if (!n || !e || !d || !qi || !p || !q || p < 3n || q < 3n) {
        return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
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
        if (end > _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .LONGEST_TEXT */ .xG) {
            return _mistakes__WEBPACK_IMPORTED_MODULE_0__/* .DAMAGED */ .Ax;
        }
        if (end > bytes.length) {
            return { mistake: 'cut-short', bytes: bytes.length, announced: end };
        }
        fields.push(bytes.subarray(start, end));
        at = end;
    }
    return { fields, end: at };
}


/***/ }),

/***/ 7467:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ DAMAGED),
/* harmony export */   GJ: () => (/* binding */ recognise),
/* harmony export */   VF: () => (/* binding */ isMistake),
/* harmony export */   ZR: () => (/* binding */ lookalikeOf),
/* harmony export */   a4: () => (/* binding */ notRsa),
/* harmony export */   gp: () => (/* binding */ withOddLine),
/* harmony export */   s5: () => (/* binding */ notAKey),
/* harmony export */   xG: () => (/* binding */ LONGEST_TEXT)
/* harmony export */ });
/** The longest text that is read as a key, in characters. The largest usable key needs a third. */
const LONGEST_TEXT = 64 * 1024;
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
function recognise(texts) {
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


/***/ }),

/***/ 7777:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ secretsIn)
/* harmony export */ });
/* harmony import */ var _unwrap__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1937);

/**
 * The runner masks any text it is told to, even `}`, and then the log is unreadable and unrelated
 * job outputs are dropped. Shorter parts are therefore not masked.
 */
const SHORTEST = 16;
/** The width of PEM's lines (RFC 7468, section 2), in which other tools print a key again. */
const WIDTH = 64;
/**
 * What must be masked before anything is logged about a text: each of its lines after each step of
 * {@link unwrap}, each word outside of the BEGIN and END lines, and each PEM body as one line and in
 * lines of 64, because other tools may print it wrapped differently.
 */
function secretsIn({ texts, core }) {
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
    for (const word of (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutBoundaries */ .FQ)(text).split(/\s+/)) {
        add(secrets, word);
    }
    const blocks = (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .pemBlocks */ .PQ)(text);
    if (blocks.length === 0) {
        add(secrets, (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutSpace */ .BB)(text));
    }
    for (const block of blocks) {
        addBody(secrets, (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutSpace */ .BB)(block.body));
    }
}
function addBody(secrets, body) {
    add(secrets, body);
    // A body that is still escaped is cut into lines after the step that removes the escapes.
    if (body.includes('\\'))
        return;
    for (let at = 0; at < body.length; at += WIDTH) {
        add(secrets, body.slice(at, at + WIDTH));
    }
}
function add(secrets, text) {
    if (text.length >= SHORTEST && !secrets.has(text) && !isBoundary(text)) {
        secrets.add(text);
    }
}
/** Whether a line is a BEGIN or END line, at most with quotes or escapes around it. */
function isBoundary(line) {
    if (!line.includes('--')) {
        return false;
    }
    const rest = (0,_unwrap__WEBPACK_IMPORTED_MODULE_0__/* .withoutBoundaries */ .FQ)(line);
    return rest !== line && !/[A-Za-z0-9+/=_]/.test(rest.replace(/\\[nrt]/g, ''));
}


/***/ }),

/***/ 1937:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ withoutSpace),
/* harmony export */   FQ: () => (/* binding */ withoutBoundaries),
/* harmony export */   PQ: () => (/* binding */ pemBlocks),
/* harmony export */   f5: () => (/* binding */ base64Bytes),
/* harmony export */   oA: () => (/* binding */ unwrap)
/* harmony export */ });
/* harmony import */ var _formats__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3620);
/* harmony import */ var _mistakes__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7467);


/** PEM with nothing around it, as GitHub creates it: there is no wrapping to look for. */
const CLEAN = /^-----BEGIN [A-Z ]+-----[A-Za-z0-9+/=\s]+-----END [A-Z ]+-----$/;
/** Two encodings, each quoted and escaped twice, and some more. */
const MOST_STEPS = 16;
/** Earlier steps first: quotes and escapes must be gone before a text can be base64. */
const STEPS = [withoutMarks, withoutQuotes, withoutEscapes, decoded];
/**
 * Removes, one at a time and in any order, the wrappings that people and tools put around a key:
 * invisible marks, quotes, escapes, base64. A text that is too long stays as it is.
 */
function unwrap(text) {
    if (text.length > _mistakes__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_TEXT */ .xG) {
        return { texts: [text], core: text };
    }
    const texts = [text.trim()];
    let current = texts[0];
    for (let taken = 0; taken < MOST_STEPS; taken++) {
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
/** Base64 of a text or of a key. Any word is base64 of something, so other bytes do not count. */
function decoded(text) {
    // Without its blanks, PEM consists of base64url characters, so BEGIN is looked for first.
    const bytes = text.search(BOUNDARY) === -1 ? base64Bytes(text) : undefined;
    if (bytes === undefined) {
        return undefined;
    }
    return (0,_formats__WEBPACK_IMPORTED_MODULE_0__/* .looksLikeKey */ .S)(bytes) ? bytes : textIn(bytes);
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


/***/ }),

/***/ 5237:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vg: () => (/* binding */ MOST_OWNERS),
  Zn: () => (/* binding */ MOST_REPOSITORIES),
  Sx: () => (/* binding */ parseTargets)
});

// EXTERNAL MODULE: ./src/parsed.ts
var parsed = __nccwpck_require__(5466);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __nccwpck_require__(5260);
// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __nccwpck_require__(6234);
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
    if (![host, main].some((name) => webHosts.some((known) => (0,config_names/* sameName */.q)(known, name)))) {
        return undefined;
    }
    return path.replace(/^\/+|(?<!\/)\/+$/g, '');
}
/**
 * Reads `owner`: one account or several, separated by commas or lines, without duplicates.
 * Problems: `owner-names-none`, `owner-is-json`, `owner-has-repository`, `owner-malformed`.
 */
function parseOwners(text, webHosts) {
    if (text === '')
        return (0,parsed/* valid */.rZ)([]);
    const entries = (0,config_names/* splitList */.ry)(text);
    if (entries.length === 0)
        return (0,parsed/* invalid */.Gq)({ kind: 'owner-names-none', text: (0,printable/* printable */.g$)(text) });
    if (text.startsWith('['))
        return (0,parsed/* invalid */.Gq)({ kind: 'owner-is-json', text: (0,printable/* printable */.g$)(text) });
    return (0,parsed/* map */.Tj)((0,parsed/* combineList */.ws)(entries.map((entry) => parseOwner(entry, webHosts))), distinct);
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
    if ((0,config_names/* isName */.Eo)(entry))
        return (0,parsed/* valid */.rZ)(entry);
    const account = pathOfAddress(entry, webHosts);
    if (account !== undefined && (0,config_names/* isName */.Eo)(account)) {
        const message = `owner is an address. Its account ${account} was used.`;
        return (0,parsed/* valid */.rZ)(account, [{ level: 'notice', message }]);
    }
    const text = (0,printable/* printable */.g$)(entry);
    // Of the text as it is shown: what looks like a secret is not repeated.
    const [owner = '', name = '', ...rest] = (pathOfAddress(text, webHosts) ?? text).split('/');
    return (0,config_names/* isName */.Eo)(owner) && (0,config_names/* isName */.Eo)(name) && rest.length === 0
        ? (0,parsed/* invalid */.Gq)({ kind: 'owner-has-repository', text, owner, name })
        : (0,parsed/* invalid */.Gq)({ kind: 'owner-malformed', text });
}
/**
 * Reads `repositories`, entry by entry: names, or `owner/name`, separated by commas or lines, or a
 * JSON list of them. Problems: `repository-malformed`, `list-unreadable`.
 */
function parseRepositories(text, webHosts) {
    const entries = readList('repositories', text);
    return entries.ok ? entries.value.map((entry) => parseRepository(entry, webHosts)) : [entries];
}
function parseRepository(entry, webHosts) {
    const path = pathOfAddress(entry, webHosts) ?? entry;
    const slash = path.indexOf('/');
    const owner = slash === -1 ? '' : path.slice(0, slash);
    const name = path.slice(slash + 1).replace(/\.git$/, '');
    if (!(0,config_names/* isName */.Eo)(name) || (slash !== -1 && !(0,config_names/* isName */.Eo)(owner))) {
        return (0,parsed/* invalid */.Gq)({ kind: 'repository-malformed', text: (0,printable/* printable */.g$)(entry) });
    }
    const read = owner === '' ? name : `${owner}/${name}`;
    if (read === entry)
        return (0,parsed/* valid */.rZ)({ owner, name, entry });
    const message = `repositories contains "${(0,printable/* printable */.g$)(entry)}". It was read as ${read}.`;
    return (0,parsed/* valid */.rZ)({ owner, name, entry }, [{ level: 'notice', message }]);
}
/**
 * Reads `repository-ids`: positive whole numbers. Problems: `repository-id-malformed`,
 * `list-unreadable`.
 */
function parseRepositoryIds(text) {
    const entries = readList('repository-ids', text);
    if (!entries.ok)
        return entries;
    // A list that is set and empty is no list of ids.
    const isSet = entries.value.length > 0 || text === '';
    return (0,parsed/* combineList */.ws)((isSet ? entries.value : [text]).map(parseRepositoryId));
}
function parseRepositoryId(entry) {
    return isId(entry)
        ? (0,parsed/* valid */.rZ)(Number(entry))
        : (0,parsed/* invalid */.Gq)({ kind: 'repository-id-malformed', text: (0,printable/* printable */.g$)(entry) });
}
/** Reads `installation-id`. Undefined: not set. Problem: `installation-id-malformed`. */
function parseInstallationId(text) {
    if (text === '')
        return (0,parsed/* valid */.rZ)(undefined);
    return isId(text)
        ? (0,parsed/* valid */.rZ)(Number(text))
        : (0,parsed/* invalid */.Gq)({ kind: 'installation-id-malformed', text: (0,printable/* printable */.g$)(text) });
}
/** Whether a text is an id as GitHub has them. */
function isId(text) {
    return /^[1-9]\d{0,14}$/.test(text);
}
/** Splits a list, or a JSON list, which some other actions take. No name or id begins with a bracket. */
function readList(input, text) {
    if (!text.startsWith('['))
        return (0,parsed/* valid */.rZ)((0,config_names/* splitList */.ry)(text));
    try {
        const list = JSON.parse(text);
        return (0,parsed/* valid */.rZ)(list.map((item) => (typeof item === 'string' ? item.trim() : JSON.stringify(item))));
    }
    catch {
        const isOpen = !text.trimEnd().endsWith(']');
        return (0,parsed/* invalid */.Gq)({ kind: 'list-unreadable', input, text: (0,printable/* printable */.g$)(text), isOpen });
    }
}

;// CONCATENATED MODULE: ./src/config/targets.ts




/** GitHub takes at most this many repositories in one request for a token. */
const MOST_REPOSITORIES = 500;
/** One step creates tokens for at most this many owners. */
const MOST_OWNERS = 100;
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
    const repositories = (0,parsed/* combineList */.ws)(entries);
    const others = (0,parsed/* combine */.kg)({
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
    return (0,parsed/* map */.Tj)((0,parsed/* combine */.kg)({ others, repositories, targets }), (all) => all.targets);
}
function decide(named, inputs, context) {
    const { owners, repositories, ids, installation } = named;
    if (owners.length > MOST_OWNERS) {
        return (0,parsed/* invalid */.Gq)({ kind: 'too-many-owners', count: owners.length });
    }
    const isEmptyList = inputs.repositories !== '' && repositories.length === 0;
    const text = (0,printable/* printable */.g$)(inputs.repositories);
    if (isEmptyList && (owners.length > 0 || installation !== undefined)) {
        return (0,parsed/* invalid */.Gq)({ kind: 'repositories-name-none', text });
    }
    if (installation !== undefined)
        return installationTarget(installation, named);
    const [owner, ...others] = owners;
    if (owner !== undefined && others.length > 0)
        return severalOwners([owner, ...others], named);
    if (owner !== undefined)
        return only(oneOwner(owner, named));
    if (ids.length > 0)
        return (0,parsed/* invalid */.Gq)({ kind: 'repository-ids-without-owner' });
    return isEmptyList
        ? only(workflowOwner([], context, 'empty-list'), [emptyList(text)])
        : only(workflowOwner(repositories, context, 'nothing-set'));
}
function only(target, messages = []) {
    return target.ok ? (0,parsed/* valid */.rZ)([target.value], [...messages, ...target.messages]) : target;
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
        return (0,parsed/* invalid */.Gq)({ kind: 'enterprise-with-others', inputs: set });
    const { enterprise } = inputs;
    return (0,config_names/* isName */.Eo)(enterprise)
        ? (0,parsed/* valid */.rZ)([{ kind: 'enterprise', enterprise }])
        : (0,parsed/* invalid */.Gq)({ kind: 'enterprise-malformed', text: (0,printable/* printable */.g$)(enterprise) });
}
function installationTarget(id, named) {
    const { owners, repositories, ids } = named;
    if (owners.length > 1) {
        return (0,parsed/* invalid */.Gq)({ kind: 'installation-id-with-owners', count: owners.length });
    }
    const accounts = [...owners.map((owner) => ({ owner, entry: owner })), ...repositories];
    const [first, ...others] = accounts.filter(({ owner }) => owner !== '');
    const owner = first?.owner ?? '';
    const other = others.find((one) => !(0,config_names/* sameName */.q)(one.owner, owner));
    if (first !== undefined && other !== undefined) {
        // Whole entries: a part of a key would not be recognised as one.
        const entries = [(0,printable/* printable */.g$)(first.entry), (0,printable/* printable */.g$)(other.entry)];
        return (0,parsed/* invalid */.Gq)({ kind: 'installation-id-with-accounts', named: entries });
    }
    const names = distinctNames(repositories.map(({ name }) => name));
    return only(limited({ kind: 'installation', id, owner, names, ids: [...new Set(ids)] }));
}
function severalOwners(owners, { repositories, ids }) {
    if (ids.length > 0) {
        return (0,parsed/* invalid */.Gq)({ kind: 'repository-ids-with-owners', count: owners.length });
    }
    const shares = new Map(owners.map((owner) => [owner.toLowerCase(), []]));
    const strays = repositories.filter(({ owner, name }) => {
        const share = shares.get(owner.toLowerCase());
        share?.push(name);
        return share === undefined;
    });
    // An owner without a repository is most probably the one that a stray entry was meant for.
    const refused = (0,parsed/* invalidIfAny */.Rx)(strays.map((stray) => strayProblem(stray, owners)));
    if (refused !== undefined)
        return refused;
    const targetOf = (owner) => repositories.length === 0
        ? (0,parsed/* valid */.rZ)({ kind: 'owner', owner })
        : shareOf(owner, shares.get(owner.toLowerCase()) ?? []);
    const [first, ...others] = owners;
    const targets = (0,parsed/* combine */.kg)({ first: targetOf(first), others: (0,parsed/* combineList */.ws)(others.map(targetOf)) });
    return (0,parsed/* map */.Tj)(targets, (all) => [all.first, ...all.others]);
}
/** What of `repositories` belongs to one of several owners. */
function shareOf(owner, names) {
    return names.length === 0
        ? (0,parsed/* invalid */.Gq)({ kind: 'owner-without-repository', owner: (0,printable/* printable */.g$)(owner) })
        : limited(repositoriesTarget(owner, names, [], 'both-set'));
}
/** A repository that belongs to none of several owners, or does not say to which. */
function strayProblem(stray, owners) {
    const [first, ...others] = owners;
    const shown = [(0,printable/* printable */.g$)(first), ...others.map((owner) => (0,printable/* printable */.g$)(owner))];
    return stray.owner === ''
        ? { kind: 'repository-without-owner', name: (0,printable/* printable */.g$)(stray.name), owners: shown }
        : otherOwnerProblem(stray, shown, true);
}
function otherOwnerProblem({ entry, owner }, owners, isOwnerSet) {
    const shown = (0,printable/* printable */.g$)(entry);
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
        ? (0,parsed/* valid */.rZ)({ kind: 'owner', owner })
        : ownedRepositories(owner, repositories, ids, 'both-set');
}
/** `owner` is not set: the workflow's own owner, or its repository. */
function workflowOwner(repositories, context, because) {
    if (repositories.length === 0)
        return workflowRepository(context.repository, because);
    const owner = context.repositoryOwner;
    return (0,config_names/* isName */.Eo)(owner)
        ? ownedRepositories(owner, repositories, [], 'owner-not-set')
        : (0,parsed/* invalid */.Gq)({ kind: 'owner-unknown', text: (0,printable/* printable */.g$)(owner) });
}
function workflowRepository(repository, because) {
    const [owner = '', name = '', ...rest] = repository.split('/');
    return (0,config_names/* isName */.Eo)(owner) && (0,config_names/* isName */.Eo)(name) && rest.length === 0
        ? (0,parsed/* valid */.rZ)(repositoriesTarget(owner, [name], [], because))
        : (0,parsed/* invalid */.Gq)({ kind: 'repository-unknown', text: (0,printable/* printable */.g$)(repository), because });
}
function ownedRepositories(owner, repositories, ids, because) {
    const refused = (0,parsed/* invalidIfAny */.Rx)(repositories
        .filter((one) => one.owner !== '' && !(0,config_names/* sameName */.q)(one.owner, owner))
        .map((one) => otherOwnerProblem(one, [(0,printable/* printable */.g$)(owner)], because === 'both-set')));
    const names = repositories.map(({ name }) => name);
    return refused ?? limited(repositoriesTarget(owner, names, ids, because));
}
function repositoriesTarget(owner, names, ids, because) {
    const distinctIds = [...new Set(ids)];
    return { kind: 'repositories', owner, names: distinctNames(names), ids: distinctIds, because };
}
function distinctNames(names) {
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
function limited(target) {
    const count = target.names.length + target.ids.length;
    return count <= MOST_REPOSITORIES
        ? (0,parsed/* valid */.rZ)(target)
        : (0,parsed/* invalid */.Gq)({ kind: 'too-many-repositories', count, owner: (0,printable/* printable */.g$)(target.owner) });
}


/***/ }),

/***/ 8943:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listAccounts),
/* harmony export */   Ey: () => (/* binding */ createToken),
/* harmony export */   Md: () => (/* binding */ findUserId),
/* harmony export */   Qs: () => (/* binding */ findInstallation),
/* harmony export */   xW: () => (/* binding */ listRepositories)
/* harmony export */ });
/* unused harmony exports route, permissionsField */
/* harmony import */ var _config_permissions__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2262);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8301);
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8549);
/* harmony import */ var _http_attempt__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8461);




/** Builds a path from a template; every inserted part is percent-encoded, so none can leave its place. */
function route(template, ...parts) {
    return String.raw({ raw: template }, ...parts.map((part) => encodeURIComponent(part)));
}
/** A field that is an object of permissions; other entries are dropped. Undefined if there is none. */
function permissionsField(value, name) {
    const found = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(value, name);
    if (typeof found !== 'object' || found === null || Array.isArray(found))
        return undefined;
    const entries = Object.entries(found);
    return Object.fromEntries(entries.flatMap(([key, level]) => typeof level === 'string' && (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .isLevel */ .NW)(level) ? [[key, level]] : []));
}
function selectionField(value) {
    const selection = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'repository_selection');
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
const MOST_ACCOUNT_PAGES = 10;
/**
 * The logins of the accounts, or the slugs of the enterprises, on which the App is installed, among
 * the first thousand installations. Raises what `AppClient.call` raises.
 */
async function listAccounts(app, kind) {
    const name = kind === 'account' ? 'login' : 'slug';
    const accounts = [];
    for (let page = 1; page <= MOST_ACCOUNT_PAGES; page++) {
        const path = `/app/installations?per_page=100&page=${page}`;
        const { reply } = await app.call({ method: 'GET', path });
        const found = Array.isArray(reply.body) ? reply.body : [];
        const names = found.map((installation) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)((0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(installation, 'account'), name));
        accounts.push(...names.filter((each) => each !== ''));
        if (found.length < 100)
            break;
    }
    return accounts;
}
function accountName(installation) {
    const account = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(installation, 'account');
    const login = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(account, 'login');
    return login === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(account, 'slug') : login;
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
    const id = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .idField */ .ei)(reply.body, 'id');
    if (id === undefined)
        throw new _http_errors__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk(reply, attempts);
    return {
        id,
        appSlug: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'app_slug'),
        owner: accountName(reply.body),
        permissions: permissionsField(reply.body, 'permissions') ?? {},
        repositorySelection: selectionField(reply.body) ?? 'selected',
        suspendedAt: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'suspended_at'),
        settingsUrl: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'html_url'),
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
    const token = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'token');
    const listed = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(reply.body, 'repositories');
    const repositories = listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(one, 'full_name'));
    return {
        token,
        expiresAt: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(reply.body, 'expires_at'),
        grant: {
            permissions: permissionsField(reply.body, 'permissions'),
            repositorySelection: selectionField(reply.body),
            repositories: repositories.length === 0 ? undefined : repositories,
            repositoryIds: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .idField */ .ei)(one, 'id') ?? 0)
        },
        lost: attempts.filter(_http_attempt__WEBPACK_IMPORTED_MODULE_3__/* .mayHaveLostToken */ .Xe).length
    };
}
const PER_PAGE = 100;
/** At most this many pages are read. */
const MOST_REPOSITORY_PAGES = 10;
/**
 * Lists what a token reaches, as `owner/name`; undefined if that is a thousand or more
 * repositories. Raises what `HttpClient.send` raises.
 * https://docs.github.com/en/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 */
async function listRepositories(github, token) {
    const names = [];
    for (let page = 1; page <= MOST_REPOSITORY_PAGES; page++) {
        const path = `/installation/repositories?per_page=${PER_PAGE}&page=${page}`;
        const { reply } = await github.call({ method: 'GET', path, bearer: () => token });
        const found = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(reply.body, 'repositories').map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(one, 'full_name'));
        names.push(...found);
        if (found.length < PER_PAGE)
            return names;
    }
    return undefined;
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
        const id = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .idField */ .ei)(reply.body, 'id');
        if (id === undefined)
            throw new _http_errors__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk(reply, attempts);
        return id;
    }
    catch (error) {
        if (error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_1__/* .RefusedError */ .fk && error.reply.status === 404)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3106:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ appClaims),
/* harmony export */   Sf: () => (/* binding */ LIFETIME),
/* harmony export */   Xg: () => (/* binding */ isClockRefusal),
/* harmony export */   nW: () => (/* binding */ clockSkew)
/* harmony export */ });
/** GitHub's advice against clock drift. */
const BACKDATED = 60;
/**
 * How many seconds a JWT is valid. GitHub takes at most 600 s by its own clock; the rest is for a
 * runner whose clock is fast.
 */
const LIFETIME = 540;
/**
 * The claims that GitHub asks for:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 *
 * @param now GitHub's time as far as known, in milliseconds since 1970
 */
function appClaims(issuer, now) {
    const seconds = Math.floor(now / 1000);
    return { iat: seconds - BACKDATED, exp: seconds + LIFETIME, iss: issuer };
}
/** A forged `Date` could otherwise buy a JWT that is valid in a far future. */
const MOST = 24 * 60 * 60 * 1000;
/** Less than the margins of the JWT's own times cannot be the cause. */
const LEAST = 10 * 1000;
/**
 * Whether clocks that differ explain that GitHub refused a JWT for its times: by how many
 * milliseconds GitHub's (`date`) is ahead of the runner's (`now`), negative if it is behind.
 * Undefined if something else must be the cause.
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


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTunnelFailure),
/* harmony export */   Xe: () => (/* binding */ mayHaveLostToken),
/* harmony export */   fb: () => (/* binding */ isUntrusted),
/* harmony export */   he: () => (/* binding */ mayHaveCreatedToken)
/* harmony export */ });
/** Errors that occur before any byte of a request is sent. */
const BEFORE_SENDING = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOTIME)$/;
/**
 * Whether a token may have been created although its answer never arrived: the connection broke, the
 * time was up, a gateway gave up, or the answer made no sense.
 */
function mayHaveLostToken(attempt) {
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
function mayHaveCreatedToken(attempt) {
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


/***/ }),

/***/ 8549:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ UnreachableError),
/* harmony export */   fk: () => (/* binding */ RefusedError),
/* harmony export */   p4: () => (/* binding */ InterruptedError)
/* harmony export */ });
/** GitHub, or something in its place, answered with something other than what was asked for. */
class RefusedError extends Error {
    name = 'RefusedError';
    reply;
    /** Every time the request was sent, the refusal last. */
    attempts;
    /** How long the step had waited for rate limits until then, in milliseconds. */
    limitWaited;
    constructor(reply, attempts, limitWaited = 0) {
        super(`${reply.status} ${reply.message}`);
        this.reply = reply;
        this.attempts = attempts;
        this.limitWaited = limitWaited;
    }
}
/** No answer arrived. The message is Node's, of the last attempt. */
class UnreachableError extends Error {
    name = 'UnreachableError';
    /** Node's error code, such as `ECONNREFUSED`; empty if it gave none. */
    code;
    /** Every time the request was sent, the last failure last. */
    attempts;
    constructor(failure, attempts, options) {
        super(failure.message, options);
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

/***/ 8262:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ isLookingUp),
  $: () => (/* binding */ lookup)
});

;// CONCATENATED MODULE: external "node:dns"
const external_node_dns_namespaceObject = require("node:dns");
;// CONCATENATED MODULE: ./src/http/name-lookup.ts

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
    (0,external_node_dns_namespaceObject.lookup)(hostname, all, (error, addresses) => {
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

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   ei: () => (/* binding */ idField)
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
/** A field that is a list; empty if it is not. */
function listField(value, name) {
    const found = field(value, name);
    return Array.isArray(found) ? found : [];
}
/** A field that is a positive whole number. */
function idField(value, name) {
    const found = field(value, name);
    return Number.isSafeInteger(found) && found > 0 ? found : undefined;
}


/***/ }),

/***/ 5466:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Rx: () => (/* binding */ invalidIfAny),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   kg: () => (/* binding */ combine),
/* harmony export */   rZ: () => (/* binding */ valid),
/* harmony export */   ws: () => (/* binding */ combineList)
/* harmony export */ });
/** A usable input. */
function valid(value, messages = []) {
    return { ok: true, value, messages };
}
/** An input that cannot be used, and why. */
function invalid(first, ...rest) {
    return { ok: false, problems: [first, ...rest] };
}
/** An input with every problem that was found; undefined if there is none. */
function invalidIfAny(problems) {
    const [first, ...rest] = problems;
    return first === undefined ? undefined : { ok: false, problems: [first, ...rest] };
}
/** Changes the value of an input that is usable. */
function map(parsed, change) {
    return parsed.ok ? valid(change(parsed.value), parsed.messages) : parsed;
}
/**
 * All of several inputs, or every problem in any of them, in the order of the keys. A problem that
 * several inputs share is reported once.
 */
function combine(parts) {
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
    return invalidIfAny(new Set(problems)) ?? valid(values, messages);
}
/** Adds items one by one: an input can have more problems than a call can have arguments. */
function append(list, items) {
    for (const item of items)
        list.push(item);
}
/** All of a list of inputs, or every problem in any of them. */
function combineList(parts) {
    const byPlace = Object.fromEntries(parts.entries());
    return map(combine(byPlace), (values) => Object.values(values));
}


/***/ }),

/***/ 5260:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bl: () => (/* binding */ holdsKeyWords),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   u7: () => (/* binding */ secretIn)
/* harmony export */ });
/* unused harmony exports breakCommands, withoutSecrets */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

const LONGEST = 200;
/**
 * Makes text that somebody else wrote (an input, a reply, an error, a file) fit for a log line or
 * an annotation: what looks like a secret is left out, control characters and line ends become
 * visible escapes, `::` and `##[` are broken so that the runner finds no command in them, and at
 * most 200 characters are kept. The runner obeys `##[command]` anywhere in a line:
 * https://github.com/actions/runner (ActionCommand.cs).
 */
function printable(foreign, longest = LONGEST) {
    const bare = withoutSecrets(foreign);
    const cut = bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare;
    return breakCommands(cut.replace(INVISIBLE, escape));
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
    // Node takes anything behind a percent sign for a zone.
    const isAddress = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(word) && !/%.*:/.test(word) && (word !== '::' || text[at - 1] === '[');
    // What a text begins with may come to stand at the start of a line.
    const isWithin = text.slice(0, at).trim() !== '';
    return isAddress && isWithin ? word : word.replace(/:(?=:)/g, ': ');
}
/** Controls, line and paragraph separators, and the marks that reorder text on a screen. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
function escape(character) {
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
/** GitHub's tokens in full length: no name of an account or repository is like it. Newer ones hold a JWT. */
const WHOLE_TOKEN = /(?<![A-Za-z0-9])(?:gh[a-z]_(?:[A-Za-z0-9]{36}|\d{1,20}_eyJ)|github_pat_\w{60})/;
/** The first two parts of a JSON web token. */
const WHOLE_JWT = /(?<![A-Za-z0-9])eyJ[\w-]{16,512}\.[\w-]{16}/;
/** The same where anything that begins like one is better not shown. */
const ANY_TOKEN = /eyJ[\w-]{16}[\w.-]*|(?<![A-Za-z0-9])(?:gh[a-z]_|github_pat_)[\w.-]{16,}/g;
/** Many characters of base64 or base64url in a row, or a key's fingerprint, which is public. */
const RUN = /SHA256:\s{0,9}[A-Za-z0-9+/]{43}=?|[A-Za-z0-9+/_-]{40,}/g;
/** The lines of a key have 64 characters and more, but a piece of one may have lost some. */
const SHORTEST_LINE = 60;
/** GitHub takes no longer names. */
const LONGEST_NAME = 100;
/**
 * Finds out by its looks whether an input holds a secret that belongs elsewhere. What can be the
 * name of something is none: words change between upper case, lower case and digits less than keys.
 */
function secretIn(text) {
    if (holdsKeyWords(text))
        return 'key';
    // Before the lines of a key, because the parts of a JWT look like them.
    if (WHOLE_TOKEN.test(text))
        return 'token';
    if (WHOLE_JWT.test(text))
        return 'jwt';
    return (text.match(RUN) ?? []).some(isKeyLine) ? 'key' : undefined;
}
/** The text without what looks like a secret; nothing is left of a text with words of a key in it. */
function withoutSecrets(text) {
    if (holdsKeyWords(text))
        return NOT_SHOWN;
    return text.replace(RUN, (run) => (isRandom(run) ? NOT_SHOWN : run)).replace(ANY_TOKEN, NOT_SHOWN);
}
/** Whether a text contains words or beginnings of a private key. */
function holdsKeyWords(text) {
    return KEY_WORDS.some((words) => words.test(text));
}
/** A shorter one is taken for part of a key only if it holds what no name does. */
function isKeyLine(run) {
    return (run.length >= SHORTEST_LINE || run.includes('+')) && isRandom(run);
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
    return run.length > LONGEST_NAME || changes >= pairs * 0.45;
}
function kindOf(character) {
    if (character >= '0' && character <= '9')
        return 'digit';
    if (character >= 'a' && character <= 'z')
        return 'lower';
    return character >= 'A' && character <= 'Z' ? 'upper' : 'mark';
}


/***/ }),

/***/ 4008:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 7325:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ SourceError)
/* harmony export */ });
/** A token could not be created for an installation that was found. The cause says why. */
class SourceError extends Error {
    name = 'SourceError';
    installation;
    constructor(cause, installation) {
        super('no token could be created', { cause });
        this.installation = installation;
    }
}


/***/ }),

/***/ 1968:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  RI: () => (/* binding */ amountOfTime),
  qo: () => (/* binding */ clockTime),
  Ly: () => (/* binding */ isoTime),
  wI: () => (/* binding */ monotonicTime),
  yy: () => (/* binding */ sleep)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./src/time.ts

/** Milliseconds since some fixed moment. Unlike `Date.now`, it never goes backwards. */
function monotonicTime() {
    // Not performance.now(): loading perf_hooks takes longer than signing the JWT.
    return Number(process.hrtime.bigint() / 1000000n);
}
/** Waits so many milliseconds; rejects as soon as the signal is aborted. */
async function sleep(milliseconds, signal) {
    await (0,promises_namespaceObject.setTimeout)(milliseconds, undefined, signal === undefined ? {} : { signal });
}
/** A time in milliseconds since 1970, to the second: `2026-11-21T14:03:11Z`. */
function isoTime(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
/** A difference in milliseconds as people say it: `90 seconds`, `25 minutes`, `30 hours`. */
function amountOfTime(milliseconds) {
    const seconds = Math.round(Math.abs(milliseconds) / 1000);
    if (seconds < 120)
        return `${seconds} seconds`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 300)
        return `${minutes} minutes`;
    const hours = Math.round(minutes / 60);
    return hours < 72 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}
/** When something happens "at", by an ISO 8601 time: `14:03 UTC`; a token's end where there is none. */
function clockTime(iso) {
    const time = Date.parse(iso);
    return Number.isNaN(time)
        ? 'the end of its hour'
        : `${new Date(time).toISOString().slice(11, 16)} UTC`;
}


/***/ }),

/***/ 4199:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  rF: () => (/* binding */ CreateError),
  FY: () => (/* binding */ GrantError),
  jC: () => (/* binding */ createTokens),
  d: () => (/* binding */ revokeUnused)
});

// UNUSED EXPORTS: sideBySide

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __nccwpck_require__(8549);
// EXTERNAL MODULE: ./src/sources/token-source.ts
var token_source = __nccwpck_require__(7325);
// EXTERNAL MODULE: ./src/tokens/grant.ts
var tokens_grant = __nccwpck_require__(184);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __nccwpck_require__(1968);
;// CONCATENATED MODULE: ./src/tokens/revoke.ts


/** How long to wait before each further try, in milliseconds: three tries within three seconds. */
const RETRY_DELAYS = [1_000, 2_000];
/**
 * Revokes a token with itself. GitHub answers 401 for a token that has ended, but also, for some
 * seconds, for one that is new: so a 401 is asked again, unless the token is past its end. Only 204
 * means that the token is revoked. Raises what `HttpClient.send` raises, also for a 401 that is not
 * GitHub's own. https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token
 */
async function revokeToken(github, { token, expiresAt }) {
    for (let tries = 0;; tries++) {
        try {
            const bearer = () => token;
            await github.call({ method: 'DELETE', path: '/installation/token', bearer });
            return { kind: 'revoked' };
        }
        catch (error) {
            if (!(error instanceof errors/* RefusedError */.fk) || error.reply.status !== 401)
                throw error;
            const { message, date = Date.now() } = error.reply;
            const isGitHubs = message === 'Bad credentials';
            const ago = date - Date.parse(expiresAt);
            if (isGitHubs && ago >= 0)
                return { kind: 'expired', ago };
            const delay = RETRY_DELAYS[tries];
            if (delay !== undefined)
                await (0,time/* sleep */.yy)(delay);
            else if (isGitHubs)
                return { kind: 'not-accepted' };
            else
                throw error;
        }
    }
}
/** Revokes every token in parallel. Never rejects: a failure does not keep another token alive. */
async function revokeAll(github, tokens) {
    return Promise.all(tokens.map((saved) => revokeSaved(github, saved)));
}
async function revokeSaved(github, saved) {
    try {
        return { ...(await revokeToken(github, saved)), saved };
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
/** GitHub rate-limits more parallel requests than this. */
const MOST_PARALLEL = 10;
/**
 * Creates all tokens in parallel, or none: if one fails, the others are revoked at once. Raises
 * {@link CreateError}, and {@link InterruptedError} if the job is cancelled: post then revokes what
 * was saved.
 */
async function createTokens(requests, options) {
    const results = await sideBySide(requests, MOST_PARALLEL, (request) => createOne(request, options), ({ kind }) => kind !== 'created');
    if (results.some(({ kind }) => kind === 'interrupted'))
        throw new errors/* InterruptedError */.p4();
    const failed = results.filter((result) => result.kind === 'failed');
    const created = results.flatMap((one) => (one.kind === 'created' ? [one.token] : []));
    const [failure, ...failures] = failed.map(({ failure: each }) => each);
    // There is at least one request, so at least one token.
    if (failure === undefined)
        return created;
    const unsaved = failed.flatMap((one) => (one.unsaved === undefined ? [] : [one.unsaved]));
    const unused = await revokeUnused(created, options);
    throw new CreateError([failure, ...failures], [...unsaved, ...unused]);
}
/**
 * Works on all items in parallel, at most so many at a time. Nothing new is started after a result
 * that `endsIt`; what is under way is waited for. The results are in the order of the items, and
 * there are none for those that were not started. `work` must not reject.
 */
async function sideBySide(items, most, work, endsIt) {
    const results = [];
    const waiting = items.entries();
    let isOver = false;
    const workInTurn = async () => {
        for (const [index, item] of waiting) {
            results[index] = await work(item);
            if (endsIt(results[index]))
                isOver = true;
            if (isOver)
                return;
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, workInTurn));
    return results;
}
/** Never rejects. */
async function createOne(request, options) {
    let saved;
    let unsaved;
    const save = async (issued) => {
        try {
            options.store.addToken(issued, request);
            saved = issued;
        }
        catch (error) {
            const fate = (await tryRevoke(issued, options)) ? 'revoked' : 'alive';
            unsaved = { subject: request.subject, expiresAt: issued.expiresAt, fate };
            throw error;
        }
    };
    try {
        return await createAndCompare(request, save, options);
    }
    catch (error) {
        if (error instanceof errors/* InterruptedError */.p4)
            return { kind: 'interrupted' };
        if (saved !== undefined)
            await tryRevoke(saved, options);
        const [cause, installation] = error instanceof token_source/* SourceError */.c ? [error.cause, error.installation] : [error, undefined];
        return { kind: 'failed', failure: { error: cause, request, installation }, unsaved };
    }
}
async function createAndCompare(request, save, options) {
    const token = await options.source.create(request, save);
    const { installation, scope, grant } = token;
    const comparison = (0,tokens_grant/* compareGrant */.m)(installation.owner, scope, grant);
    if (comparison.wrong.length === 0)
        return { kind: 'created', token: { ...token, comparison } };
    const revoked = await tryRevoke(token, options);
    const error = new GrantError({ comparison, installation, grant: token, revoked });
    return { kind: 'failed', failure: { error, request, installation }, unsaved: undefined };
}
/** Revokes tokens that are saved and not output. Never rejects: post tries again. */
async function revokeUnused(tokens, options) {
    return Promise.all(tokens.map(async (token) => ({
        subject: token.request.subject,
        expiresAt: token.expiresAt,
        fate: (await tryRevoke(token, options)) ? 'revoked' : 'saved'
    })));
}
/** Whether the token is revoked now. */
async function tryRevoke(token, { github, store }) {
    try {
        if ((await revokeToken(github, token)).kind !== 'revoked')
            return false;
    }
    catch {
        return false;
    }
    try {
        store.removeToken(token);
    }
    catch {
        // The state still has the token: post then finds that GitHub no longer accepts it.
    }
    return true;
}


/***/ }),

/***/ 2149:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ describeFallback),
/* harmony export */   Uk: () => (/* binding */ describeLost),
/* harmony export */   Zs: () => (/* binding */ messagesOnToken),
/* harmony export */   k2: () => (/* binding */ describeTokens),
/* harmony export */   mp: () => (/* binding */ describeSkew)
/* harmony export */ });
/* unused harmony export listPermissions */
/* harmony import */ var _config_permissions__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2262);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1968);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5260);



/**
 * The log of a success.
 *
 * @param key a short name of the App's key
 * @param now GitHub's time, in milliseconds since 1970
 */
function describeTokens(tokens, { keepToken, key }, now) {
    const [first, ...others] = tokens;
    const isOne = others.length === 0;
    const they = isOne ? 'It is' : 'They are';
    const end = keepToken
        ? `${they} not revoked when this job ends (skip-token-revoke is true).`
        : `${they} revoked when this job ends.`;
    const about = tokens.flatMap((one) => describeToken(one, key));
    const expires = `${isOne ? 'Expires' : 'They expire'} ${expiry(first.expiresAt, now)}. ${end}`;
    if (isOne)
        return [...about, expires];
    const which = `The output tokens has one token for each of the ${tokens.length} owners. The other outputs are about the first, ${(0,_printable__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(first.installation.owner)}`;
    return [...about, expires, which];
}
function describeToken(token, key) {
    const { installation, grant, request } = token;
    return [
        `Token for ${reach(token)}`,
        `Permissions: ${rights(request.rights, grant.permissions)}`,
        `App ${(0,_printable__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(installation.appSlug)}, installation ${installation.id}, ${key}`
    ];
}
/** Notices and warnings about a token that is output. */
function messagesOnToken(token) {
    const { comparison, request, installation, grant, lost } = token;
    const found = [];
    if (comparison.extraReads.length > 0) {
        const names = comparison.extraReads.map((name) => `${(0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .dashed */ .Gg)((0,_printable__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name))}: read`).join(', ');
        found.push({
            level: 'notice',
            message: `GitHub granted more than the step names, but only to read: ${names}.`
        });
    }
    if (installation.movedRepositoryId !== undefined && request.lookup.kind === 'repository') {
        const { owner, repository } = request.lookup;
        const at = grant.repositoryIds.indexOf(installation.movedRepositoryId);
        const name = grant.repositories?.[at] ?? '';
        const renamed = name === '' ? 'renamed' : `renamed to ${(0,_printable__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name)}`;
        found.push({
            level: 'notice',
            message: `${owner}/${repository} was ${renamed}. The token covers it. Use its new name in the workflow.`
        });
    }
    for (const what of comparison.untold) {
        found.push({
            level: 'warning',
            message: `GitHub did not say which ${what} the token has. So the action could not compare them with those that you named.`
        });
    }
    if (lost > 0)
        found.push({ level: 'warning', message: describeLost(lost) });
    return found;
}
/** Says that the fallback token is output, and why. */
function describeFallback(because) {
    const why = because.kind === 'dependabot'
        ? 'Dependabot runs read only Dependabot secrets'
        : 'this pull request comes from a fork, and GitHub gives such runs no secrets';
    return {
        level: 'notice',
        message: `private-key is empty: ${why}. The step outputs the token from fallback-token, and does not revoke it.`
    };
}
/** Says that answers with a token were lost, and what that means. */
function describeLost(lost) {
    const what = lost === 1
        ? "GitHub's answer to a request for a token was lost"
        : `${lost} of GitHub's answers to a request for a token were lost`;
    return `${what}: a token that nobody knows may exist for an hour.`;
}
/** Says by how much the runner's clock is off. */
function describeSkew(skew) {
    const direction = skew > 0 ? 'behind' : 'ahead of';
    return `This runner's clock is ${(0,_time__WEBPACK_IMPORTED_MODULE_1__/* .amountOfTime */ .RI)(skew)} ${direction} GitHub's. The step used GitHub's time. Set the runner's clock.`;
}
function reach({ request, installation }) {
    const { target, subject } = request;
    const everything = `every repository ${(0,_printable__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(installation.appSlug)} can reach in ${subject} (repositories is empty)`;
    switch (target.kind) {
        case 'repositories':
            return subject + omission(target);
        case 'owner':
            return everything;
        case 'enterprise':
            return subject;
        case 'installation':
            return target.names.length + target.ids.length === 0 ? everything : subject;
    }
}
function omission({ because, owner }) {
    switch (because) {
        case 'nothing-set':
            return ' (owner and repositories are not set: this repository only)';
        case 'empty-list':
            return ' (owner is not set, and repositories names nothing: this repository only)';
        case 'owner-not-set':
            return ` (owner is not set: ${owner})`;
        case 'both-set':
            return '';
    }
}
function rights(asked, granted) {
    if (granted === undefined)
        return untoldRights(asked);
    const list = listPermissions(granted);
    switch (asked.kind) {
        case 'listed':
            return list;
        case 'read-all':
            return `all that the App has, but only to read (read-all): ${list}`;
        case 'everything': {
            const count = Object.keys(granted).length;
            const all = count === 1 ? 'the one' : `all ${count}`;
            return `${all} that the App has, because the step names none: ${list}`;
        }
    }
}
function untoldRights(asked) {
    switch (asked.kind) {
        case 'listed':
            return `not told by GitHub. The step requested ${listPermissions(asked.permissions)}`;
        case 'read-all':
            return 'not told by GitHub. The step requested all that the App has, but only to read (read-all)';
        case 'everything':
            return 'all that the App has, because the step names none. GitHub did not list them';
    }
}
/** Permissions as people write them in a workflow; `metadata`, which every token has, last. */
function listPermissions(permissions) {
    const names = Object.keys(permissions).sort(byName);
    return names.length === 0
        ? 'none'
        : names.map((name) => `${(0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .dashed */ .Gg)((0,_printable__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(name))}: ${String(permissions[name])}`).join(', ');
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
    return `at ${(0,_time__WEBPACK_IMPORTED_MODULE_1__/* .clockTime */ .qo)(expiresAt)} (in ${Math.round((time - now) / 60_000)} minutes)`;
}


/***/ }),

/***/ 184:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isWider),
/* harmony export */   m: () => (/* binding */ compareGrant)
/* harmony export */ });
/* harmony import */ var _config_permissions__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2262);
/* harmony import */ var _config_names__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6234);


/**
 * Compares what GitHub granted with what was asked. Nothing asked or nothing told, nothing to
 * compare: only `token` and `expires_at` are in every answer.
 * `metadata: read` comes with every token and is not counted.
 */
function compareGrant(owner, scope, grant) {
    const { wrong, extraReads } = comparePermissions(scope.permissions, grant.permissions);
    return {
        wrong: [...wrong, ...compareRepositories(owner, scope, grant)],
        extraReads,
        untold: untold(scope, grant)
    };
}
function untold(scope, grant) {
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
        const [wanted, got] = [(0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(asked, name), (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(granted, name)];
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
        ...names.filter((name) => !granted.some((one) => (0,_config_names__WEBPACK_IMPORTED_MODULE_1__/* .sameName */ .q)(one, name))),
        ...ids.filter((id) => !grant.repositoryIds.includes(id)).map((id) => `repository ${id}`)
    ];
    const extra = granted.filter((one, index) => !names.some((name) => (0,_config_names__WEBPACK_IMPORTED_MODULE_1__/* .sameName */ .q)(one, name)) && !ids.includes(grant.repositoryIds[index] ?? 0));
    return [
        ...missing.map((name) => ({ kind: 'repository-missing', name })),
        ...(extra.length === 0 ? [] : [{ kind: 'repositories-extra', count: extra.length }])
    ];
}
/** Whether a granted level is more than was asked. */
function isWider(asked, granted) {
    if (granted === undefined)
        return false;
    return asked === undefined || (granted !== asked && (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .covers */ .hU)(granted, asked));
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

"use strict";
module.exports = require("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

"use strict";
module.exports = require("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

"use strict";
module.exports = require("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

"use strict";
module.exports = require("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

"use strict";
module.exports = require("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

"use strict";
module.exports = require("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

"use strict";
module.exports = require("net");

/***/ }),

/***/ 1421:
/***/ ((module) => {

"use strict";
module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

"use strict";
module.exports = require("node:fs");

/***/ }),

/***/ 7030:
/***/ ((module) => {

"use strict";
module.exports = require("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

"use strict";
module.exports = require("node:path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

"use strict";
module.exports = require("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

"use strict";
module.exports = require("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

"use strict";
module.exports = require("util");

/***/ }),

/***/ 8875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, setFailed, setOutput, summary, toPlatformPath, toPosixPath, toWin32Path

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
function toCommandProperties(annotationProperties) {
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
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
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
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(2593);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
        return __awaiter(this, void 0, void 0, function* () {
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
        return __awaiter(this, void 0, void 0, function* () {
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
        return __awaiter(this, void 0, void 0, function* () {
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
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
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
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
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

/***/ }),

/***/ 2593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient),
  s_: () => (/* binding */ lib_getProxyUrl)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
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
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: ./src/http/name-lookup.ts + 1 modules
var name_lookup = __nccwpck_require__(8262);
;// CONCATENATED MODULE: ./src/bundle/tunnel.ts


/**
 * Replaces the package `tunnel` inside the bundle (tsconfig `paths`) by the real one, which is loaded
 * only if a proxy is used: loading it, and `assert`, which it needs, takes time.
 */
const httpOverHttp = (options) => tunnel_open('httpOverHttp', options);
const httpsOverHttp = (options) => tunnel_open('httpsOverHttp', options);
const httpOverHttps = (options) => tunnel_open('httpOverHttps', options);
const httpsOverHttps = (options) => tunnel_open('httpsOverHttps', options);
function tunnel_open(kind, options) {
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
    const servername = (0,external_node_net_.isIP)(host) === 0 ? host : '';
    return { ...options, proxy: { ...options.proxy, host, servername, lookup: name_lookup/* lookup */.$ } };
}
function load() {
    // It uses `new Buffer()` for a proxy's credentials, and Node would warn about it in the log.
    process.noDeprecation = true;
    return __nccwpck_require__(218);
}

// EXTERNAL MODULE: ./src/bundle/unused.ts
var unused = __nccwpck_require__(1628);
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
class HttpClient {
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
        proxyAgent = new unused.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
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
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
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
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
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
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
// This entry need to be wrapped in an IIFE because it need to be in strict mode.
(() => {
"use strict";

// EXTERNAL MODULE: ./src/config/app-key.ts
var app_key = __nccwpck_require__(335);
// EXTERNAL MODULE: ./src/json.ts
var json = __nccwpck_require__(8301);
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
    async call({ method, path, bearer, expires, body }) {
        return this.http.send({
            method,
            url: this.#apiUrl + path,
            headers: {
                accept: 'application/vnd.github+json',
                'x-github-api-version': '2022-11-28'
            },
            body,
            bearer,
            bearerExpires: expires,
            effect: EFFECTS[method],
            isUsable: (reply) => isUsable(method, reply)
        });
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

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __nccwpck_require__(8549);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __nccwpck_require__(1968);
// EXTERNAL MODULE: ./src/github/jwt.ts
var github_jwt = __nccwpck_require__(3106);
;// CONCATENATED MODULE: ./src/github/app-client.ts



/** A JWT is sent for at most so many milliseconds: a minute less than it is valid. */
const LONGEST_USE = github_jwt/* LIFETIME */.Sf * 1000 - 60_000;
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
    /** GitHub's time as far as known, in milliseconds since 1970. */
    now() {
        return Date.now() + (this.#skew ?? 0);
    }
    /** Calls GitHub. Raises what `HttpClient.send` raises, and what the signer raises. */
    async call(call) {
        const { github, signer } = this.#options;
        let sent;
        const bearer = () => {
            sent = this.#currentJwt();
            return sent.text;
        };
        const authorized = { ...call, bearer, expires: signer.expires };
        try {
            return await github.call(authorized);
        }
        catch (error) {
            const isFinal = signer.expires !== undefined;
            if (isFinal || !(error instanceof errors/* RefusedError */.fk) || !(0,github_jwt/* isClockRefusal */.Xg)(error.reply))
                throw error;
            this.#correctClock(error.reply);
            // Another call at the same time may have corrected the clock before this one.
            if (this.#jwt === sent)
                throw error;
            return await github.call(authorized);
        }
    }
    #currentJwt() {
        const now = (0,time/* monotonicTime */.wI)();
        // A wait for a rate limit can be longer than a JWT is valid.
        if (this.#jwt === undefined || now - this.#jwt.madeAt > LONGEST_USE) {
            this.#jwt = { text: this.#makeJwt(), madeAt: now };
        }
        return this.#jwt;
    }
    async #makeJwt() {
        const { signer, issuer, mask } = this.#options;
        const jwt = await signer.jwt((0,github_jwt/* appClaims */.JS)(issuer, this.now()));
        mask(jwt);
        return jwt;
    }
    #correctClock(reply) {
        if (this.#skew !== undefined)
            return;
        const skew = (0,github_jwt/* clockSkew */.nW)(reply.date, Date.now());
        if (skew === undefined)
            return;
        this.#skew = skew;
        this.#jwt = undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/jsonwebtoken/sign.js
var sign = __nccwpck_require__(4912);
var sign_default = /*#__PURE__*/__nccwpck_require__.n(sign);
;// CONCATENATED MODULE: ./src/signers/pem.ts

/** Signs with a private key that is on the runner. */
function pemSigner({ pem }) {
    return {
        expires: undefined,
        jwt: (claims) => Promise.resolve(sign_default()({ ...claims }, pem, { algorithm: 'RS256' }))
    };
}

;// CONCATENATED MODULE: ./src/signers/open.ts

/** Opens the signer for a kind of key. Only a PEM's is loaded at the start, because most steps use it. */
async function openSigner(key) {
    switch (key.kind) {
        case 'pem':
            return pemSigner(key);
        case 'jwt': {
            const { jwtSigner } = await __nccwpck_require__.e(/* import() */ 486).then(__nccwpck_require__.bind(__nccwpck_require__, 2486));
            return jwtSigner(key);
        }
    }
}

// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __nccwpck_require__(6234);
// EXTERNAL MODULE: ./src/github/api.ts
var api = __nccwpck_require__(8943);
// EXTERNAL MODULE: ./src/printable.ts
var printable = __nccwpck_require__(5260);
// EXTERNAL MODULE: ./src/problem.ts
var src_problem = __nccwpck_require__(4008);
// EXTERNAL MODULE: ./src/config/permissions.ts
var permissions = __nccwpck_require__(2262);
;// CONCATENATED MODULE: ./src/tokens/plan.ts

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
function scopeOf({ target, rights }, granted) {
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
            return { permissions: (0,permissions/* readLevels */.II)(granted) };
        case 'listed':
            return { permissions: rights.permissions };
    }
}

// EXTERNAL MODULE: ./src/sources/token-source.ts
var token_source = __nccwpck_require__(7325);
;// CONCATENATED MODULE: ./src/sources/app-source.ts







/** Creates tokens as the App: finds the installation, and asks GitHub for a token. */
class AppSource {
    /** What calls GitHub as the App. */
    app;
    #cancelled;
    /** @param cancelled aborted when the job is cancelled: no token is returned after that */
    constructor(app, cancelled) {
        this.app = app;
        this.#cancelled = cancelled;
    }
    async create(request, save) {
        const { lookup, rights } = request;
        const isKnown = lookup.kind === 'installation' && rights.kind !== 'read-all';
        return isKnown
            ? this.#createById(request, lookup.id, save)
            : this.#createAfterLookup(request, save);
    }
    async #createAfterLookup(request, save) {
        let installation;
        try {
            installation = await (0,api/* findInstallation */.Qs)(this.app, request.lookup);
            checkAccount(request, installation);
            const scope = scopeFor(request, installation);
            const issued = await this.#createAndSave(installation.id, scope, request, save);
            return { ...issued, request, installation, scope };
        }
        catch (error) {
            throw failure(error, installation);
        }
    }
    /** The id is known, so the lookup of what else is known of the installation need not come first. */
    async #createById(request, id, save) {
        const scope = scopeOf(request, {});
        const [lookup, creation] = await Promise.allSettled([
            (0,api/* findInstallation */.Qs)(this.app, request.lookup),
            this.#createAndSave(id, scope, request, save)
        ]);
        const installation = lookup.status === 'fulfilled' ? lookup.value : undefined;
        try {
            // On another account than the one meant, a refusal says nothing about what was asked for.
            if (creation.status === 'rejected' && !(creation.reason instanceof errors/* RefusedError */.fk)) {
                throw creation.reason;
            }
            if (installation !== undefined)
                checkAccount(request, installation);
            if (creation.status === 'rejected')
                throw creation.reason;
            if (lookup.status === 'rejected')
                throw lookup.reason;
            return { ...creation.value, request, installation: lookup.value, scope };
        }
        catch (error) {
            throw failure(error, installation);
        }
    }
    async #createAndSave(installationId, scope, request, save) {
        const issued = await (0,api/* createToken */.Ey)(this.app, installationId, scope);
        await save(issued, request);
        if (this.#cancelled.aborted)
            throw new errors/* InterruptedError */.p4();
        return issued;
    }
}
/** Adds the installation to an error, if it was found. */
function failure(error, installation) {
    const isKnown = installation !== undefined && !(error instanceof errors/* InterruptedError */.p4);
    return isKnown ? new token_source/* SourceError */.c(error, installation) : error;
}
/** Refuses an installation on another account than the workflow names. */
function checkAccount(request, installation) {
    const problem = accountProblem(request, installation);
    if (problem !== undefined)
        throw new src_problem/* ProblemError */.M([problem], { nothingSent: false });
}
/** Why an installation is on another account than the workflow names, if it is. */
function accountProblem({ target, lookup }, installation) {
    const named = target.kind === 'enterprise' ? target.enterprise : target.owner;
    if (named === '' || (0,config_names/* sameName */.q)(named, installation.owner))
        return undefined;
    if (lookup.kind === 'repository' && installation.movedRepositoryId !== undefined) {
        const repository = (0,printable/* printable */.g$)(`${lookup.owner}/${lookup.repository}`);
        return { kind: 'repository-moved-away', repository };
    }
    const account = (0,printable/* printable */.g$)(named);
    return target.kind === 'installation'
        ? { kind: 'installation-of-other-account', id: target.id, owner: account }
        : { kind: 'installation-found-elsewhere', account };
}
/** The scope to ask for. A repository that was renamed is asked for by its id. */
function scopeFor(request, installation) {
    const scope = scopeOf(request, installation.permissions);
    if (scope.permissions !== undefined && Object.keys(scope.permissions).length === 0) {
        const subject = (0,printable/* printable */.g$)(request.subject);
        // GitHub would read an empty list as every permission.
        throw new src_problem/* ProblemError */.M([{ kind: 'nothing-to-read', subject }], { nothingSent: false });
    }
    const id = installation.movedRepositoryId;
    if (id === undefined || request.lookup.kind !== 'repository')
        return scope;
    const { repository } = request.lookup;
    const { repositories = [], repositoryIds = [], ...rest } = scope;
    const others = repositories.filter((name) => !(0,config_names/* sameName */.q)(name, repository));
    const names = others.length === 0 ? {} : { repositories: others };
    return { ...rest, ...names, repositoryIds: [...new Set([id, ...repositoryIds])] };
}

;// CONCATENATED MODULE: ./src/sources/open.ts



/** Opens the source of tokens for a credential. Sends nothing. */
async function openTokenSource({ app, key }, { github, cancelled, mask }) {
    const signer = await openSigner(key);
    const client = new AppClient({ github, signer, issuer: app.value, mask });
    return new AppSource(client, cancelled);
}

// EXTERNAL MODULE: ./src/tokens/create.ts + 1 modules
var create = __nccwpck_require__(4199);
// EXTERNAL MODULE: ./src/tokens/describe.ts
var describe = __nccwpck_require__(2149);
// EXTERNAL MODULE: ./src/action/log.ts
var log = __nccwpck_require__(8592);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: ./src/action/runner-files.ts





/**
 * Refuses to work without a runner: outputs and state would be printed, and the
 * token with them. Problem: `no-runner`.
 */
function requireRunner(env) {
    const missing = ['GITHUB_OUTPUT', 'GITHUB_STATE'].filter((name) => (env[name] ?? '') === '');
    if (missing.length === 0)
        return;
    throw new src_problem/* ProblemError */.M([{ kind: 'no-runner', missing, need: 'output' }], { nothingSent: true });
}
/**
 * Passes values to the runner, all of them or none: texts as they are, anything else as JSON. Raises
 * {@link ProblemError} with `runner-file-unwritable`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function appendToRunnerFile(file, values) {
    const text = [...values].map(([name, value]) => entry(name, value)).join('');
    try {
        appendWhole(String(process.env[file]), text);
    }
    catch (error) {
        const code = (0,json/* textField */.M8)(error, 'code');
        throw new src_problem/* ProblemError */.M([{ kind: 'runner-file-unwritable', file, code }], { nothingSent: false });
    }
}
function entry(name, value) {
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return [`${name}<<${delimiter}`, text, delimiter, ''].join(external_node_os_namespaceObject.EOL);
}
/**
 * Appends a text, or leaves the file as it was. If a disk fills up half-way, half an entry would
 * make the runner refuse the whole file, or take a part of the outputs for all of them.
 */
function appendWhole(path, text) {
    const { size } = (0,external_node_fs_.statSync)(path);
    try {
        (0,external_node_fs_.appendFileSync)(path, text);
    }
    catch (error) {
        (0,external_node_fs_.truncateSync)(path, size);
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/action/outputs.ts

/**
 * Sets the outputs. Those that describe one token are about the first.
 * Problem: `runner-file-unwritable`.
 *
 * @param others outputs beside those of the tokens
 */
function setOutputs(tokens, others = {}) {
    const [{ token, expiresAt, installation, grant }] = tokens;
    writeOutputs({
        token,
        tokens: Object.fromEntries(tokens.map((one) => [one.installation.owner, one.token])),
        'installation-id': installation.id,
        'app-slug': installation.appSlug,
        'expires-at': expiresAt,
        permissions: grant.permissions ?? '',
        'repository-selection': grant.repositorySelection ?? '',
        repositories: grant.repositories ?? '',
        owner: installation.owner,
        'token-source': 'app',
        ...others
    });
}
/**
 * Outputs the fallback token. The outputs that describe the App's grant stay empty. Problem:
 * `runner-file-unwritable`.
 */
function setFallbackOutputs(token) {
    writeOutputs({ token, 'token-source': 'fallback' });
}
function writeOutputs(outputs) {
    appendToRunnerFile('GITHUB_OUTPUT', Object.entries(outputs));
}
/** Sets variables for later steps. Problem: `runner-file-unwritable`. */
function setVariables(variables) {
    appendToRunnerFile('GITHUB_ENV', variables);
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
// EXTERNAL MODULE: ./src/http/attempt.ts
var attempt = __nccwpck_require__(8461);
;// CONCATENATED MODULE: ./src/http/reply.ts
/**
 * Reads what an answer says. Never throws.
 *
 * @param credential what was sent with the request. An answer may repeat it, also in the escapes of
 *   JSON, and the log could then show a piece that no mask matches: it is removed.
 */
function readReply(url, received, credential) {
    const remove = remover(credential);
    const raw = withoutCredential(received, remove);
    const body = parseJson(raw.text, remove);
    const message = messageOf(body);
    const date = parseDate(header(raw, 'date'));
    const isRateLimited = isLimit(raw, message);
    return {
        url,
        status: raw.status,
        statusText: raw.statusText,
        body,
        isForeign: body === undefined && raw.text.trim() !== '',
        message,
        requestId: header(raw, 'x-github-request-id'),
        date,
        location: header(raw, 'location'),
        isRateLimited,
        wait: waitOf(raw, date, isRateLimited)
    };
}
/** Shorter parts of a credential occur in ordinary answers. */
const SHORTEST_PART = 16;
/** A function that replaces a credential, and each part of it between dots, by asterisks. */
function remover(credential) {
    const parts = [credential, ...credential.split('.')].filter((part) => part.length >= SHORTEST_PART);
    return (text) => parts.reduce((rest, part) => rest.replaceAll(part, '***'), text);
}
function withoutCredential(raw, remove) {
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
function isLimit(raw, message) {
    if (raw.status === 429)
        return true;
    if (raw.status !== 403)
        return false;
    return (header(raw, 'retry-after') !== undefined ||
        header(raw, 'x-ratelimit-remaining') === '0' ||
        /\brate limit\b/i.test(message));
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

;// CONCATENATED MODULE: ./src/http/retry.ts

/** A request is sent at most this many times, without those that meet a limit. */
const MOST_ATTEMPTS = 4;
const FIRST_DELAY = 500;
/**
 * GitHub's documentation asks for at least a minute if the answer does not say how long to wait:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
const LIMIT_DELAY = 60_000;
/**
 * The shortest wait for a limit. It is doubled each time, up to a minute, so that a GitHub that asks for
 * no wait is not asked again and again.
 */
const SHORTEST_LIMIT_DELAY = 1_000;
/**
 * Decides what is tried again, and after how long; undefined to give up. Network errors, 408 and 5xx
 * are tried again with growing delays or as GitHub asks, a 400 for a new token once, and anything
 * else never. If GitHub says that a limit is reached, the wait is as long as GitHub asks, and up to
 * twice as long by chance, so that jobs that met the limit together do not meet it again. A wait
 * that does not fit into the remaining time is not started.
 */
function decideRetry(input) {
    const { outcome, remaining } = input;
    if (outcome.kind === 'answered' && outcome.isRateLimited)
        return afterLimit(input, outcome.wait);
    if (triesOf(input) >= MOST_ATTEMPTS || !isTemporary(input))
        return undefined;
    const delay = (outcome.kind === 'answered' ? outcome.wait : undefined) ?? backoff(input);
    return delay < remaining ? { kind: 'failure', delay } : undefined;
}
function afterLimit({ limited, remainingForLimits, random }, asked = LIMIT_DELAY) {
    const shortest = Math.min(SHORTEST_LIMIT_DELAY * 2 ** (limited - 1), LIMIT_DELAY);
    const least = Math.max(asked, shortest);
    if (least > remainingForLimits)
        return undefined;
    const delay = Math.min(Math.round(least * (1 + random)), remainingForLimits);
    return { kind: 'limit', delay, asked };
}
function triesOf({ attempts, limited }) {
    return attempts - limited;
}
function isTemporary(input) {
    const { outcome, createsToken } = input;
    switch (outcome.kind) {
        case 'unanswered':
            return (!(0,attempt/* isUntrusted */.fb)(outcome) && !((0,attempt/* isTunnelFailure */.D)(outcome) && /=4\d\d\b/.test(outcome.message)));
        case 'answered':
            if (outcome.status === 400)
                return createsToken && triesOf(input) === 1;
            return outcome.status === 408 || outcome.status >= 500;
    }
}
/** Half a second, doubled each time, give or take a quarter. */
function backoff(input) {
    return Math.round(FIRST_DELAY * 2 ** (triesOf(input) - 1) * (0.75 + input.random / 2));
}

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(2593);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
// EXTERNAL MODULE: ./src/http/name-lookup.ts + 1 modules
var name_lookup = __nccwpck_require__(8262);
;// CONCATENATED MODULE: ./src/http/transport.ts




const LIMITS = {
    ETIMEDOUT: 'no answer in time',
    ENOTIME: "the step's time was over before the request could be sent",
    ETOOLARGE: 'the answer is too large'
};
/** No answer arrived, or none that could be read to its end. The message is Node's. */
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
const LARGEST_ANSWER = 32 * 1024 * 1024;
/**
 * Sends requests over connections that stay open: one after another over the same one, side by side
 * over one each, so that one that fails takes no other with it. Uses `HttpClient` of
 * `@actions/http-client` for its proxy support, without what it does badly: its redirects re-send
 * credentials, and its `readBody()` never settles if an answer is cut off.
 */
class HttpTransport {
    #userAgent;
    /** Those that wait for their next request. */
    #idle = [];
    constructor(userAgent) {
        this.#userAgent = userAgent;
    }
    /**
     * Sends a request and reads the whole answer within a time limit, in milliseconds. Raises
     * {@link TransportError}. A redirect is an answer like any other.
     */
    async exchange(request, limit) {
        const connection = this.#idle.pop() ?? this.#connect(request.url);
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
    #connect(address) {
        const client = new lib/* HttpClient */.Qq(this.#userAgent, [CONNECTION_OPTIONS], {
            allowRedirects: false,
            allowRetries: false,
            keepAlive: true
        });
        return { client, address };
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
function destroy({ client, address }) {
    // `dispose()` destroys the agent of direct connections only, not the one that goes through a proxy.
    client.getAgent(address).destroy();
    client.dispose();
}
/** Sets what `HttpClient` has no option for. */
const CONNECTION_OPTIONS = {
    prepareRequest: (options) => {
        options.lookup = name_lookup/* lookup */.$;
        // A URL has brackets around an IPv6 address. Node wants none, but the CONNECT of a proxy does.
        const isDirect = options.agent instanceof external_node_http_namespaceObject.Agent;
        if (isDirect)
            options.host = options.host?.replace(/^\[(.*)\]$/, '$1');
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not supported'))
};
async function send(client, request) {
    const { method, url, headers, body } = request;
    const { message } = body === undefined
        ? await client.request(method, url, null, { ...headers })
        : await client.request(method, url, JSON.stringify(body), {
            ...headers,
            'content-type': 'application/json'
        });
    const text = await readText(message);
    const { statusCode, statusMessage } = message;
    const received = Object.entries(message.headers).map(([name, value]) => [name, String(value)]);
    return {
        status: statusCode,
        statusText: statusMessage,
        headers: Object.fromEntries(received),
        text
    };
}
async function readText(message) {
    const chunks = [];
    let size = 0;
    // Iterating rejects if the connection breaks before the answer is complete.
    for await (const chunk of message) {
        size += chunk.length;
        if (size > LARGEST_ANSWER)
            throw new TransportError('ETOOLARGE');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./src/http/http-client.ts







const USER_AGENT = 'github-app-token';
const REQUEST_LIMIT = 10_000;
const TOTAL_LIMIT = 50_000;
/** What a revocation gets at least. */
const REVOCATION_LIMIT = 1_000;
const MOST_REDIRECTS = 3;
/**
 * Sends all requests of a step: over connections that stay open, with a time limit for each request
 * and for all together, retries as {@link decideRetry} decides, and redirects only for requests that
 * change nothing, and only within the same scheme, host and port. While a request waits because GitHub
 * says that a limit is reached, no other one is sent, except to revoke a token, and the time limit
 * for all together does not run.
 */
class main_HttpClient {
    /** Every request of this step, in order: the details of a bug report. */
    journal = [];
    #cancelled;
    #limitWaits;
    #transport = new HttpTransport(USER_AGENT);
    #deadline = (0,time/* monotonicTime */.wI)() + TOTAL_LIMIT;
    #creationsUnderWay = 0;
    /**
     * @param cancelled aborted when the job is cancelled
     * @param limitWaits the waits of the step for limits, none of them begun
     */
    constructor(cancelled, limitWaits) {
        this.#cancelled = cancelled;
        this.#limitWaits = limitWaits;
        // Each request that is under way listens. Node warns about more than ten.
        (0,external_node_events_namespaceObject.setMaxListeners)(0, cancelled);
    }
    /**
     * Sends a request until its answer is usable. Raises {@link RefusedError} for any other answer,
     * {@link UnreachableError} if none came, {@link InterruptedError} if the job is cancelled.
     */
    async send(request) {
        const attempts = [];
        let limited = 0;
        for (;;) {
            this.#checkCancelled(request);
            if (request.effect !== 'revokes-token')
                await this.#waitForLimit();
            const authorized = await authorize(request);
            this.#checkCancelled(request);
            const result = await this.#attempt(authorized, attempts);
            if (result.kind === 'done')
                return { reply: result.reply, attempts };
            const { outcome, error } = result;
            if (outcome.kind === 'answered' && outcome.isRateLimited)
                limited += 1;
            const retry = decideRetry({
                outcome,
                attempts: attempts.length,
                limited,
                remaining: Math.min(this.remaining(), lifeOf(request)),
                remainingForLimits: Math.min(this.#limitWaits.remaining((0,time/* monotonicTime */.wI)()), lifeOf(request)),
                createsToken: request.effect === 'creates-token',
                random: Math.random()
            });
            if (retry === undefined)
                throw error;
            if (retry.kind === 'limit') {
                this.#limitWaits.begin((0,time/* monotonicTime */.wI)(), retry);
                await this.#waitForLimit();
            }
            else
                await this.#pause(retry.delay, request);
        }
    }
    /** How many requests may have created a token although no usable answer has arrived. */
    get lostTokens() {
        return this.journal.filter(attempt/* mayHaveLostToken */.Xe).length + this.#creationsUnderWay;
    }
    /** How many milliseconds of the step's time limit are left; negative when it is over. */
    remaining() {
        const now = (0,time/* monotonicTime */.wI)();
        return this.#deadline + this.#limitWaits.waited(now) - now;
    }
    async #attempt(request, attempts) {
        try {
            const reply = await this.#follow(request, (attempt) => {
                attempts.push(attempt);
                this.journal.push(attempt);
            });
            if (request.isUsable(reply))
                return { kind: 'done', reply };
            const waited = this.#limitWaits.waited((0,time/* monotonicTime */.wI)());
            const error = new errors/* RefusedError */.fk(reply, attempts, waited);
            return { kind: 'failed', error, outcome: answerOf(reply) };
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
            if (next === undefined || redirects === MOST_REDIRECTS) {
                record(answered(request, reply));
                return reply;
            }
            this.journal.push(answered(request, reply));
            url = next;
        }
    }
    async #exchange(request, url) {
        const limit = this.#limit(request);
        if (limit <= 0)
            throw new TransportError('ENOTIME');
        const exchange = this.#transport.exchange({ ...request, url }, limit);
        if (request.effect === 'none') {
            return readReply(url, await this.#unlessCancelled(exchange), request.credential);
        }
        const creations = request.effect === 'creates-token' ? 1 : 0;
        this.#creationsUnderWay += creations;
        try {
            return readReply(url, await exchange, request.credential);
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
            await (0,time/* sleep */.yy)(delay);
            return;
        }
        try {
            await (0,time/* sleep */.yy)(delay, this.#cancelled);
        }
        catch {
            throw new errors/* InterruptedError */.p4();
        }
    }
    /**
     * Waits until no limit is waited for. A cancelled job ends such a wait at once, also if a token is to
     * be revoked: post tries again.
     */
    async #waitForLimit() {
        for (let left = this.#limitLeft(); left > 0; left = this.#limitLeft()) {
            try {
                await (0,time/* sleep */.yy)(left, this.#cancelled);
            }
            catch {
                throw new errors/* InterruptedError */.p4();
            }
        }
    }
    #limitLeft() {
        return this.#limitWaits.left((0,time/* monotonicTime */.wI)());
    }
    #checkCancelled({ effect }) {
        if (effect !== 'revokes-token' && this.#cancelled.aborted)
            throw new errors/* InterruptedError */.p4();
    }
    /** How long a request may take; nothing or less if the step's time is over. */
    #limit({ effect }) {
        const limit = Math.min(REQUEST_LIMIT, this.remaining());
        return effect === 'revokes-token' ? Math.max(REVOCATION_LIMIT, limit) : limit;
    }
}
/** How many milliseconds a request may wait until what authorizes it ends while it is sent. */
function lifeOf({ bearerExpires = Infinity }) {
    return bearerExpires - REQUEST_LIMIT - Date.now();
}
async function authorize(request) {
    const credential = await request.bearer();
    const headers = { ...request.headers, authorization: `Bearer ${credential}` };
    return { ...request, headers, credential };
}
/** The part of an answer that decides whether to try again. */
function answerOf({ status, isRateLimited, wait }) {
    return { kind: 'answered', status, isRateLimited, wait };
}
function answered(request, reply) {
    return {
        kind: 'answered',
        method: request.method,
        effect: request.effect,
        url: reply.url,
        status: reply.status,
        message: reply.message === '' ? reply.statusText : reply.message,
        requestId: reply.requestId,
        isUsable: request.isUsable(reply)
    };
}
function unanswered({ method, effect, url }, error) {
    const { code, message } = error;
    return { kind: 'unanswered', method, effect, url, code, message };
}
/** Where to go instead, if the answer says so and the request may be repeated there. */
function redirectOf({ effect }, reply) {
    if (effect !== 'none' || ![301, 302, 307, 308].includes(reply.status))
        return undefined;
    if (reply.location === undefined || !URL.canParse(reply.location, reply.url))
        return undefined;
    const next = new URL(reply.location, reply.url);
    return next.origin === new URL(reply.url).origin ? next.href : undefined;
}

;// CONCATENATED MODULE: ./src/http/limit-waits.ts
/** Answers to parallel requests that meet one limit differ by less than this, in milliseconds. */
const SAME_LIMIT = 1_000;
/**
 * The waits of a step for GitHub's rate limits. All requests share them: requests that meet a limit
 * together wait until the same moment, and their waits do not add up. Together, the waits of a step
 * never take longer than its `longest`. Moments (`now`) are those of one monotonic clock.
 */
class LimitWaits {
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
    remaining(now) {
        return this.#isClosed ? 0 : this.#longest - this.waited(now);
    }
    /** How long the wait that is under way still takes, in milliseconds; 0 if there is none. */
    left(now) {
        return Math.max(0, this.#end - now);
    }
    /** Begins a wait, or joins the one that is under way. */
    begin(now, wait) {
        const isUnderWay = now < this.#end;
        const asksNothingNew = now + wait.asked < this.#end + SAME_LIMIT;
        const delay = isUnderWay && asksNothingNew ? wait.asked : wait.delay;
        const end = now + Math.min(delay, this.remaining(now));
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
    const wait = Math.round(delay / 1000);
    const least = Math.round(asked / 1000);
    const unit = wait === 1 ? 'second' : 'seconds';
    const request = least === 0 ? '' : ` (GitHub asks for at least ${least})`;
    return `GitHub's rate limit is reached. The step tries again in ${wait} ${unit}${request}.`;
}

;// CONCATENATED MODULE: ./src/action/time-limits.ts

/** How long all waits of a step for rate limits take at most together, in milliseconds. */
const LONGEST_LIMIT_WAITS = { main: 10 * 60_000, post: 2 * 60_000 };
/**
 * Longer than all other time limits of a step together, without its waits for rate limits: reached
 * only if one of them fails.
 */
const LONGEST_STEP = 60_000;
/** What to say then. */
const TIME_OVER = 'The step was not done after a minute of work, and was stopped.';
/**
 * Calls back if the step is still at work after a minute, and as long again as it has waited for rate
 * limits. Does not keep the process alive.
 */
function onTimeOver(limitWaits, act) {
    const check = (limit, counted) => {
        setTimeout(() => {
            const waited = limitWaits.waited((0,time/* monotonicTime */.wI)());
            if (waited > counted)
                check(waited - counted, waited);
            else
                act();
        }, limit).unref();
    };
    check(LONGEST_STEP, 0);
}

;// CONCATENATED MODULE: ./src/action/run-step.ts







/** How long a cancelled step may still save a token that is on its way; the runner kills after 10 s. */
const GRACE = 5_000;
/**
 * Runs a step to its end, and ends the process. The process fails unless the work is done: a promise
 * that never settles must not look like success.
 */
async function runStep({ run, reportFailure }) {
    process.exitCode = 1;
    const cancellation = new AbortController();
    const limitWaits = new LimitWaits(LONGEST_LIMIT_WAITS.main, log/* info */.pq);
    const http = new main_HttpClient(cancellation.signal, limitWaits);
    let isSettled = false;
    const giveUp = (report) => {
        isSettled = true;
        report();
        reportLostTokens(http);
        endProcessNow(1);
    };
    const cancel = () => {
        if (cancellation.signal.aborted)
            return;
        cancellation.abort();
        setTimeout(() => {
            giveUp(() => {
                log/* info */.pq('The job was cancelled, and GitHub did not answer in time.');
            });
        }, GRACE).unref();
    };
    // Each time, not once: a second signal would kill the step, and the token would live on.
    process.on('SIGINT', cancel);
    process.on('SIGTERM', cancel);
    process.once('exit', () => {
        if (!isSettled)
            log/* error */.z3('The step ended too early', 'The step ended before its work was done.');
    });
    onTimeOver(limitWaits, () => {
        giveUp(() => {
            log/* error */.z3('The step took too long', TIME_OVER);
        });
    });
    let exitCode = 1;
    try {
        await run(http, cancellation.signal);
        exitCode = 0;
    }
    catch (error) {
        if (error instanceof errors/* InterruptedError */.p4) {
            log/* info */.pq('The job was cancelled: no token is output.');
            reportLostTokens(http);
        }
        else {
            // What is looked up to explain a failure must not delay the explanation.
            limitWaits.close();
            await reportFailure(error);
        }
    }
    isSettled = true;
    await endProcess(exitCode);
}
/** Says that a step that was stopped may leave tokens at GitHub that nobody knows. */
function reportLostTokens({ lostTokens }) {
    if (lostTokens > 0)
        log/* annotate */.fz({ level: 'warning', message: (0,describe/* describeLost */.Uk)(lostTokens) });
}
/** How long to wait until the runner has read the output. */
const LONGEST_FLUSH = 2_000;
/** Ends the process when its output is written: no open connection or timer can keep it alive. */
async function endProcess(exitCode) {
    const isWritten = Promise.all([process.stdout, process.stderr].map(flush));
    await Promise.race([isWritten, new Promise((resolve) => setTimeout(resolve, LONGEST_FLUSH))]);
    endProcessNow(exitCode);
}
async function flush(stream) {
    return new Promise((resolve) => {
        stream.write('', () => {
            resolve();
        });
    });
}
/** Ends the process at once. */
function endProcessNow(exitCode) {
    // `process.exit` waits for a name lookup, which cannot be stopped and may take a minute. A new
    // program in the same process does not wait.
    if ((0,name_lookup/* isLookingUp */.l)())
        replaceProgram(`process.exit(${exitCode})`);
    process.exit(exitCode);
}
function replaceProgram(script) {
    try {
        process.execve?.(process.execPath, [process.execPath, '-e', script], {});
    }
    catch {
        // Windows cannot do this: the process then ends when the lookup does.
    }
}

// EXTERNAL MODULE: ./src/parsed.ts
var parsed = __nccwpck_require__(5466);
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
        return (0,parsed/* invalid */.Gq)({ kind: 'api-url-malformed', name, mistake: url });
    const base = given === ownUrl ? given : apiBaseOf(url);
    const isOwn = base === ownUrl;
    const webUrl = isOwn && own.serverUrl !== '' ? trimSlashes(own.serverUrl) : webUrlOf(new URL(base));
    return (0,parsed/* valid */.rZ)({ url: base, isOwn, webUrl, webHosts: hostsOf([webUrl, base]) }, messagesOn(given, base, new URL(base)));
}
function messagesOn(given, base, url) {
    const found = [];
    if (base !== given) {
        found.push({
            level: 'notice',
            message: `github-api-url is "${(0,printable/* printable */.g$)(given)}". The API there is ${base}, which was used.`
        });
    }
    if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
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
        return { mistake: 'not-an-address', text: (0,printable/* printable */.g$)(text) };
    if (!isWeb) {
        return { mistake: 'scheme', scheme: (0,printable/* printable */.g$)(url.protocol) };
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
    if (host === 'api.github.com' || isLoopback(host))
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
function isLoopback(hostname) {
    return hostname === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(hostname) || hostname === '[::1]';
}
function trimSlashes(text) {
    return text.replace(/(?<!\/)\/+$/, '');
}

// EXTERNAL MODULE: ./src/config/app-id.ts
var app_id = __nccwpck_require__(6315);
;// CONCATENATED MODULE: ./src/config/event.ts


/** Events of pull requests that run without secrets when the pull request comes from a fork. */
const FORK_EVENTS = /^pull_request(_review|_review_comment)?$/;
/**
 * Whether the event proves that GitHub gives this run no secrets:
 * https://docs.github.com/en/actions/reference/security/secure-use and
 * https://docs.github.com/en/code-security/dependabot/working-with-dependabot/troubleshooting-dependabot-on-github-actions
 */
function secretlessRun(event) {
    if (event.actor === 'dependabot[bot]')
        return { kind: 'dependabot' };
    if (!FORK_EVENTS.test(event.name))
        return undefined;
    const pullRequest = (0,json/* field */.ZZ)(event.payload, 'pull_request');
    const head = (0,json/* field */.ZZ)(pullRequest, 'head');
    if (head === undefined)
        return undefined;
    const repository = (0,json/* field */.ZZ)(head, 'repo');
    // The repository of a head is null if the fork was deleted.
    if (repository === null)
        return { kind: 'fork', head: '' };
    const name = (0,json/* field */.ZZ)(repository, 'full_name');
    if (typeof name !== 'string' || name.toLowerCase() === event.repository.toLowerCase()) {
        return undefined;
    }
    return { kind: 'fork', head: name };
}
/** Why the private key is missing, as far as the event shows. */
function missingKey(event, fallback) {
    const { name, webUrl } = event;
    const repository = (0,printable/* printable */.g$)(event.repository);
    const run = secretlessRun(event);
    switch (run?.kind) {
        case 'fork':
            return { kind: 'key-empty-for-fork', fork: (0,printable/* printable */.g$)(run.head), fallback };
        case 'dependabot': {
            const settings = `${(0,printable/* printable */.g$)(webUrl)}/${repository}/settings`;
            return { kind: 'key-empty-for-dependabot', settings, fallback };
        }
        case undefined:
            return { kind: 'key-empty', event: (0,printable/* printable */.g$)(name), repository, fallback };
    }
}

// EXTERNAL MODULE: ./src/config/permission-list.ts
var permission_list = __nccwpck_require__(9828);
;// CONCATENATED MODULE: ./src/config/parse-permissions.ts





/** GitHub has less than a hundred. */
const MOST_PERMISSIONS = 500;
/**
 * Reads what the tokens may do: `permissions: read-all` alone, or as {@link parsePermissions} does.
 * Problems: each `PermissionProblem`.
 */
function parseRights(permissions, inputs) {
    if (permissions.toLowerCase() !== 'read-all') {
        return (0,parsed/* map */.Tj)(parsePermissions(permissions, inputs), (listed) => listed === undefined ? { kind: 'everything' } : { kind: 'listed', permissions: listed });
    }
    const [other] = inputs.keys();
    return other === undefined
        ? (0,parsed/* valid */.rZ)({ kind: 'read-all' })
        : (0,parsed/* invalid */.Gq)({ kind: 'read-all-with-others', input: (0,printable/* printable */.g$)(other) });
}
/**
 * Reads what permissions the token gets, from `permissions` and from every `permission-<name>`
 * input. Undefined: no permission is named, so the token gets all that the installation was granted.
 * A name outside GitHub's published list draws a warning and is sent, since GitHub may know it
 * before the list does; one that is nearly a listed name is a problem.
 *
 * @param permissions the input `permissions`: lines or a comma list of `name: level`, or JSON
 * @param inputs every input that is set and whose name begins with `permission`, except `permissions`
 *   itself, by its lower-case name as the workflow has it (`permission-contents`)
 */
function parsePermissions(permissions, inputs) {
    if (inputs.size > MOST_PERMISSIONS)
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
    return (0,parsed/* invalidIfAny */.Rx)(problems.map((one) => withOthers(one, hasOthers))) ?? combined;
}
/** What would happen without a permission depends on whether another one is requested. */
function withOthers(problem, hasOthers) {
    return 'hasOthers' in problem ? { ...problem, hasOthers } : problem;
}
/** Takes all permissions together: known names, known levels, no contradiction. */
function combinePermissions(requested) {
    if (requested.length > MOST_PERMISSIONS)
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
        else if (permission_list/* RETIRED_PERMISSIONS */.X.has(name)) {
            messages.push(retired(read.value));
        }
        else {
            messages.push(...unlisted(read.value));
            usable.set(name, read.value);
        }
    }
    const refused = (0,parsed/* invalidIfAny */.Rx)(problems);
    if (refused !== undefined)
        return refused;
    if (requested.length === 0)
        return (0,parsed/* valid */.rZ)(undefined);
    // If only retired permissions were named, an empty request would mean "everything".
    if (usable.size === 0)
        return (0,parsed/* valid */.rZ)({ metadata: 'read' }, messages);
    const entries = [...usable].map(([name, { level }]) => [name, level]);
    return (0,parsed/* valid */.rZ)(Object.fromEntries(entries), messages);
}
function readPermission(requested) {
    const { input } = requested;
    const name = underscored(requested.name);
    const level = requested.level.toLowerCase();
    if (!/^[a-z][a-z0-9_]{0,99}$/.test(name)) {
        const shown = (0,printable/* printable */.g$)(requested.name);
        return (0,parsed/* invalid */.Gq)({ kind: 'permission-name-malformed', where: (0,printable/* printable */.g$)(input), name: shown });
    }
    if (!(0,permissions/* isLevel */.NW)(level))
        return (0,parsed/* invalid */.Gq)(malformedLevel(requested));
    if (!permission_list/* KNOWN_PERMISSIONS */.x.has(name) && !permission_list/* RETIRED_PERMISSIONS */.X.has(name)) {
        const near = (0,config_names/* nearMiss */.bi)(name, permission_list/* KNOWN_PERMISSIONS */.x.keys());
        if (near !== undefined) {
            const meant = input === 'permissions' ? (0,permissions/* dashed */.Gg)(near) : `permission-${(0,permissions/* dashed */.Gg)(near)}`;
            return (0,parsed/* invalid */.Gq)(unknown(placeOf(requested), meant));
        }
    }
    return (0,parsed/* valid */.rZ)({ input, name, level });
}
function unknown(where, meant) {
    return { kind: 'permission-unknown', where, meant, hasOthers: false };
}
function tooMany(count) {
    return (0,parsed/* invalid */.Gq)({ kind: 'too-many-permissions', count });
}
function twoLevels(one, other) {
    const asked = [one, other].map(({ level, input }) => ({ level, where: (0,printable/* printable */.g$)(input) }));
    return { kind: 'permission-at-two-levels', name: (0,permissions/* dashed */.Gg)(one.name), asked };
}
/** GitHub may know a permission or a level before its published list does. */
function unlisted({ input, name, level }) {
    const known = permission_list/* KNOWN_PERMISSIONS */.x.get(name);
    if (known === undefined) {
        return [
            {
                level: 'warning',
                message: `${input}: "${(0,permissions/* dashed */.Gg)(name)}" is not in GitHub's published list of permissions. It is sent unchanged. GitHub may know it.`
            }
        ];
    }
    if (known.includes(level))
        return [];
    return [
        {
            level: 'warning',
            message: `${input}: GitHub's published list knows ${(0,permissions/* dashed */.Gg)(name)} as ${known.join(' or ')}, not ${level}. It is sent unchanged.`
        }
    ];
}
function retired({ input }) {
    return {
        level: 'warning',
        message: `${input}: GitHub has dropped this permission. The request leaves it out. Remove the line.`
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
            const meant = (0,printable/* printable */.g$)(rightInput(input));
            problems.push(unknown((0,printable/* printable */.g$)(input), meant));
        }
    }
    return { requested, problems };
}
/** The input a misspelt one was meant to be: `permissions-contents` means `permission-contents`. */
function rightInput(input) {
    const name = input.replace(/^permissions?[-_ ]?/, '').replace(/[_ ]/g, '-');
    if (name === '')
        return 'permissions';
    const meant = (0,config_names/* nearMiss */.bi)(name.replace(/-/g, '_'), permission_list/* KNOWN_PERMISSIONS */.x.keys());
    return `permission-${meant === undefined ? name : (0,permissions/* dashed */.Gg)(meant)}`;
}
/** Where a permission is requested, for a message: its input, or the line of `permissions`. */
function placeOf({ input, name }) {
    return (0,printable/* printable */.g$)(input === 'permissions' ? `permissions: ${(0,permissions/* dashed */.Gg)(name)}` : input);
}
/** No level is longer than this. A longer text may be a secret. */
const LONGEST_LEVEL = 15;
function malformedLevel(requested) {
    const { name, level } = requested;
    return {
        kind: 'permission-level-malformed',
        where: placeOf(requested),
        level: level.length > LONGEST_LEVEL ? undefined : (0,printable/* printable */.g$)(level),
        length: level.length,
        levels: permission_list/* KNOWN_PERMISSIONS */.x.get(underscored(name)) ?? permissions/* LEVELS */.A_
    };
}
function parseList(text) {
    if (text === '')
        return (0,parsed/* valid */.rZ)([]);
    const entries = text.startsWith('{') ? jsonEntries(text) : lineEntries(text);
    if (entries === undefined) {
        return (0,parsed/* invalid */.Gq)({ kind: 'permissions-unreadable', text: (0,printable/* printable */.g$)(text) });
    }
    if (entries.length === 0) {
        return (0,parsed/* invalid */.Gq)({ kind: 'permissions-name-none', text: (0,printable/* printable */.g$)(text), hasOthers: false });
    }
    return (0,parsed/* valid */.rZ)(entries.map(([name, level]) => ({ input: 'permissions', name, level })));
}
function lineEntries(text) {
    const entries = [];
    for (const item of (0,config_names/* splitList */.ry)(text)) {
        const match = /^([^:=\s]+)\s*:\s*([^:\s]+)$/.exec(item);
        if (match?.[1] === undefined || match[2] === undefined)
            return undefined;
        entries.push([match[1], match[2]]);
    }
    return entries;
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
        return undefined;
    }
}
/** A permission's name as GitHub's API spells it: `pull_requests`. */
function underscored(name) {
    return name.toLowerCase().replace(/-/g, '_');
}

;// CONCATENATED MODULE: ./src/config/switches.ts


/**
 * Reads a switch. Empty means off. What counts as true and false is YAML 1.2's core schema, as
 * `getBooleanInput` of `@actions/core` reads it. Problem: `boolean-malformed`.
 */
function parseBoolean(input, text) {
    if (['true', 'True', 'TRUE'].includes(text))
        return (0,parsed/* valid */.rZ)(true);
    if (['', 'false', 'False', 'FALSE'].includes(text))
        return (0,parsed/* valid */.rZ)(false);
    return (0,parsed/* invalid */.Gq)({ kind: 'boolean-malformed', input, text: (0,printable/* printable */.g$)(text) });
}
/**
 * Reads `git-credentials` and `git-identity`. Problems: `boolean-malformed`,
 * `git-credentials-with-enterprise`.
 */
function parseGit(inputs) {
    const settings = (0,parsed/* combine */.kg)({
        credentials: parseBoolean('git-credentials', inputs.gitCredentials),
        identity: parseBoolean('git-identity', inputs.gitIdentity)
    });
    // A token of an enterprise reaches no repository.
    const isUseless = settings.ok && settings.value.credentials && inputs.enterprise !== '';
    return isUseless ? (0,parsed/* invalid */.Gq)({ kind: 'git-credentials-with-enterprise' }) : settings;
}

// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var targets = __nccwpck_require__(5237);
// EXTERNAL MODULE: ./src/config/private-key/secrets.ts
var secrets = __nccwpck_require__(7777);
// EXTERNAL MODULE: ./src/config/private-key/unwrap.ts
var unwrap = __nccwpck_require__(1937);
;// CONCATENATED MODULE: ./src/config/wrong-input.ts




/**
 * Looks at each input as a whole, before it is read: a list that is split into lines would leave
 * pieces of a key that do not look like one. `client-id` and `app-id` are checked by their own
 * parser, and `fallback-token` is a secret. Problems: `secret-in-input`, `key-in-input-name`.
 */
function findWrongInputs(inputs) {
    const found = new Map();
    for (const [input, text] of valuesOf(inputs)) {
        const problem = findWrongInput(input, text);
        if (problem !== undefined)
            found.set(input, problem);
    }
    for (const name of inputs.permissionInputs.keys()) {
        if (secretKind(name) === undefined && !LONG_NAME.test(name))
            continue;
        found.set(name, { kind: 'key-in-input-name' });
    }
    return found;
}
/** The problems with some inputs. Such an input must not be read. Undefined if there is no problem. */
function refuseWrongInputs(found, names) {
    return (0,parsed/* invalidIfAny */.Rx)(names.flatMap((name) => found.get(name) ?? []));
}
/** A secret in an input, if there is one. Problem: `secret-in-input`. */
function findWrongInput(input, text) {
    const secret = secretKind(text);
    return secret === undefined ? undefined : { kind: 'secret-in-input', input, secret };
}
/** What must be masked before anything is said about the inputs, wherever in them a secret is. */
function secretsInInputs(inputs) {
    const values = [...valuesOf(inputs), ...otherValues(inputs)].map(([, text]) => text);
    return [...values, ...inputs.permissionInputs.keys()].flatMap(maskable);
}
/** What must be masked of a text that holds a secret; nothing of any other text. */
function maskable(text) {
    return secretKind(text) === undefined ? [] : (0,secrets/* secretsIn */.V)((0,unwrap/* unwrap */.oA)(text));
}
function valuesOf(inputs) {
    return [
        ['owner', inputs.owner],
        ['repositories', inputs.repositories],
        ['repository-ids', inputs.repositoryIds],
        ['installation-id', inputs.installationId],
        ['enterprise', inputs.enterprise],
        ['permissions', inputs.permissions],
        ...inputs.permissionInputs,
        ['skip-token-revoke', inputs.skipTokenRevoke],
        ['github-api-url', inputs.githubApiUrl],
        ['git-credentials', inputs.gitCredentials],
        ['git-identity', inputs.gitIdentity]
    ];
}
function otherValues(inputs) {
    return [
        ['client-id', inputs.clientId],
        ['app-id', inputs.appId],
        ['fallback-token', inputs.fallbackToken]
    ];
}
/** The runner changes the letters of a name to upper case, so that a key in it looks like a word. */
const LONG_NAME = /[a-z0-9+/=]{40}/;
function secretKind(text) {
    // Most inputs are short: do not make every step wait for the rest.
    if (text.length < SHORTEST_SECRET)
        return undefined;
    const { texts, core } = (0,unwrap/* unwrap */.oA)(text);
    if (typeof core !== 'string')
        return 'key';
    // The innermost text, because base64 of anything looks like part of a key.
    return texts.map(printable/* secretIn */.u7).findLast((kind) => kind !== undefined);
}
const SHORTEST_SECRET = 16;

;// CONCATENATED MODULE: ./src/config/config.ts









/**
 * Reads what the workflow wants, or collects every problem with its inputs. The fallback token is used
 * only if the event proves that GitHub gives the run no secrets, the key is empty and the API is the
 * workflow's own: a misspelt secret stays an error.
 *
 * @param key the App's key as it was read; undefined if all inputs for it are empty
 */
function parseConfig(inputs, key, workflow) {
    const wrong = findWrongInputs(inputs);
    const unless = (names, parse) => refuseWrongInputs(wrong, names) ?? parse();
    const api = unless(['github-api-url'], () => parseApiUrl(inputs.githubApiUrl, workflow));
    const webHosts = api.ok ? api.value.webHosts : [];
    const settings = {
        credential: chooseCredential(inputs, key, workflow, api),
        targets: unless(TARGET_INPUTS, () => (0,targets/* parseTargets */.Sx)(inputs, { ...workflow, webHosts })),
        rights: unless(['permissions', ...inputs.permissionInputs.keys()], () => parseRights(inputs.permissions, inputs.permissionInputs)),
        api,
        keepToken: unless(['skip-token-revoke'], () => parseBoolean('skip-token-revoke', inputs.skipTokenRevoke)),
        git: unless(['git-credentials', 'git-identity'], () => parseGit(inputs))
    };
    return (0,parsed/* combine */.kg)(settings);
}
/** The inputs that say together what the token is for. */
const TARGET_INPUTS = ['owner', 'repositories', 'repository-ids', 'installation-id', 'enterprise'];
function chooseCredential(inputs, key, workflow, api) {
    const { clientId, appId, fallbackToken: token } = inputs;
    const { event, repository } = workflow;
    const because = key === undefined ? secretlessRun(event) : undefined;
    if (because !== undefined && token !== '' && api.ok && api.value.isOwn) {
        return (0,parsed/* valid */.rZ)({ kind: 'fallback', token, because, repository });
    }
    const fallback = token === '' ? 'not-set' : whyUnused(api);
    if (key !== undefined)
        return appCredential(inputs, withFallback(key, fallback), event);
    const missing = missingKey(event, fallback);
    // If the event explains why all secrets are empty, a second explanation would only confuse.
    const isExplained = because !== undefined && clientId === '' && appId === '';
    return isExplained ? (0,parsed/* invalid */.Gq)(missing) : appCredential(inputs, (0,parsed/* invalid */.Gq)(missing), event);
}
function whyUnused(api) {
    return api.ok && !api.value.isOwn ? 'foreign' : 'set';
}
/** The App's id and key. A JWT names its App, so the id can be left out then. Problem: `jwt-of-other-app`. */
function appCredential({ clientId, appId }, key, { repository }) {
    if (clientId === '' && appId === '') {
        if (!key.ok && key.problems.some(isAboutJwt))
            return key;
        if (key.ok && key.value.kind === 'jwt')
            return (0,parsed/* valid */.rZ)(appOfJwt(key.value));
    }
    const app = (0,app_id/* parseAppId */.c_)(clientId, appId, repository);
    const other = app.ok && key.ok && otherApp(app.value, key.value);
    if (other)
        return (0,parsed/* invalid */.Gq)(other);
    const credential = (0,parsed/* combine */.kg)({ app, key });
    return (0,parsed/* map */.Tj)(credential, (value) => ({ kind: 'app', ...value }));
}
function appOfJwt(key) {
    return { kind: 'app', app: { value: key.issuer, input: 'jwt' }, key };
}
function isAboutJwt(problem) {
    return (problem.kind === 'jwt-unusable' ||
        (problem.kind === 'key-twice' && problem.inputs.includes('jwt')));
}
function otherApp({ value, input }, key) {
    if (input === 'jwt' || key.kind !== 'jwt' || key.issuer === value)
        return undefined;
    return { kind: 'jwt-of-other-app', input, id: (0,printable/* printable */.g$)(value), issuer: (0,printable/* printable */.g$)(key.issuer) };
}
/** Lets the problems with a key say that there is a fallback token, and why it is not used. */
function withFallback(key, fallback) {
    if (key.ok || fallback === 'not-set')
        return key;
    const [first, ...others] = key.problems;
    return (0,parsed/* invalid */.Gq)(mentionFallback(first), ...others.map(mentionFallback));
}
function mentionFallback(problem) {
    const isAboutKey = problem.kind === 'key-unusable' ||
        problem.kind === 'key-file-unusable' ||
        problem.kind === 'jwt-unusable';
    return isAboutKey ? { ...problem, isFallbackSet: true } : problem;
}

// EXTERNAL MODULE: ./src/config/private-key/formats.ts
var formats = __nccwpck_require__(3620);
// EXTERNAL MODULE: ./src/config/private-key/mistakes.ts
var mistakes = __nccwpck_require__(7467);
;// CONCATENATED MODULE: ./src/config/private-key/read.ts






/**
 * Reads the App's RSA private key in every form that people store it in: PEM (RFC 7468) of PKCS#1,
 * PKCS#8 or OpenSSH, or its base64 alone; escaped, quoted, indented, on one line, in base64 or
 * base64url once or twice, beside a public key or certificate. If there is no usable key, says what
 * the text is instead, and shows none of it.
 */
function readPrivateKey(text, input) {
    const unwrapped = (0,unwrap/* unwrap */.oA)(text);
    const key = findKey(unwrapped);
    return {
        secrets: (0,secrets/* secretsIn */.V)(unwrapped),
        result: (0,mistakes/* isMistake */.VF)(key)
            ? (0,parsed/* invalid */.Gq)({ kind: 'key-unusable', input, mistake: key })
            : (0,parsed/* valid */.rZ)({ kind: 'pem', ...key, input })
    };
}
function findKey({ texts, core }) {
    if (typeof core !== 'string') {
        return keyFromBytes(core);
    }
    // Such a text is not unwrapped either.
    if (core.length > mistakes/* LONGEST_TEXT */.xG) {
        return { mistake: 'too-long', length: core.length };
    }
    const blocks = (0,unwrap/* pemBlocks */.PQ)(core);
    return blocks.length === 0 ? (0,mistakes/* recognise */.GJ)(texts) : keyFromPem(core, blocks);
}
/** Labels of what people keep in the same file as the key. */
const BESIDE = /PUBLICKEY$|CERTIFICATE$|REQUEST$|PARAMETERS$|CRL$/;
/** The one private key among the PEM blocks of a text. */
function keyFromPem(text, blocks) {
    const keys = blocks.filter((block) => !BESIDE.test(block.label));
    const whole = keys.filter((block) => block.missing !== 'first-line' && hasBody(block));
    // A lone END line, or a BEGIN line pasted twice, does no harm beside a key.
    const candidates = whole.length > 0 ? whole : keys;
    const [first, ...others] = candidates.map((block) => keyFromBlock(text, block));
    if (first === undefined) {
        return blocks[0]?.label.endsWith('PUBLICKEY') ? (0,mistakes/* notAKey */.s5)('public-key') : (0,mistakes/* notAKey */.s5)('certificate');
    }
    return onlyKey([first, ...others]);
}
function hasBody(block) {
    return /[A-Za-z0-9]/.test(block.body);
}
/** The same key twice is one key. If the keys differ, it is not clear which one to use. */
function onlyKey(found) {
    const fingerprints = new Set(found.map((key) => ((0,mistakes/* isMistake */.VF)(key) ? undefined : key.fingerprint)));
    const hasKey = found.some((key) => !(0,mistakes/* isMistake */.VF)(key));
    return hasKey && fingerprints.size > 1
        ? { mistake: 'several', keys: fingerprints.size }
        : found[0];
}
/** Labels of private keys that GitHub does not accept, whatever is in the block. */
const REFUSED = new Map([
    ['ECPRIVATEKEY', (0,mistakes/* notRsa */.a4)('EC')],
    ['DSAPRIVATEKEY', (0,mistakes/* notRsa */.a4)('DSA')],
    ['ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
    ['SSH2ENCRYPTEDPRIVATEKEY', { mistake: 'encrypted' }],
    ['PGPPRIVATEKEYBLOCK', (0,mistakes/* notAKey */.s5)('pgp')],
    ['PGPPUBLICKEYBLOCK', (0,mistakes/* notAKey */.s5)('pgp')]
]);
function keyFromBlock(text, block) {
    const mistake = REFUSED.get(block.label) ?? mistakeInLayout(block);
    if (mistake !== undefined) {
        return mistake;
    }
    const body = withoutHeaders(block.body);
    const bytes = (0,unwrap/* base64Bytes */.f5)(body);
    const key = bytes === undefined ? mistakes/* DAMAGED */.Ax : keyFromBytes(bytes);
    return (0,mistakes/* isMistake */.VF)(key) ? (0,mistakes/* withOddLine */.gp)(key, text, body, block.at) : key;
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
    const importable = (0,formats/* importableKey */.z)(bytes);
    if ((0,mistakes/* isMistake */.VF)(importable)) {
        return importable;
    }
    const key = importKey(importable);
    if (key === undefined) {
        return mistakes/* DAMAGED */.Ax;
    }
    return key.asymmetricKeyType === 'rsa'
        ? checkRsaKey(key, bytes.length)
        : (0,mistakes/* notRsa */.a4)(algorithmName(String(key.asymmetricKeyType)));
}
/** Object identifier of rsaEncryption (RFC 8017, appendix A.1). */
const RSA_ENCRYPTION = Buffer.from('2a864886f70d010101', 'hex');
/**
 * OpenSSL computes the public half of a DSA or DH key when it imports the key. Above this number of
 * bytes, that can take minutes.
 */
const LONGEST_OTHER_KEY = 4096;
function importKey(importable) {
    if (importable.format === 'der' && importable.type === 'pkcs8') {
        const { key } = importable;
        if (key.length > LONGEST_OTHER_KEY && !key.includes(RSA_ENCRYPTION)) {
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
const FEWEST_BITS = 2048;
/** To sign with a key of this size takes seconds; with one of six times the size, minutes. */
const MOST_BITS = 16_384;
/** Checks the size first: with numbers that are too long, one signature takes minutes. */
function checkRsaKey(key, length) {
    const bits = Number(key.asymmetricKeyDetails?.modulusLength);
    if (bits > MOST_BITS) {
        return { mistake: 'too-many-bits', bits };
    }
    // The numbers of a key take up less than five times the bytes of its modulus.
    if (length > 5 * (bits / 8) + 1024 || !canSign(key)) {
        return mistakes/* DAMAGED */.Ax;
    }
    return bits >= FEWEST_BITS
        ? { pem: pemOf(key), fingerprint: fingerprintOf(key) }
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
function fingerprintOf(key) {
    const publicKey = (0,external_node_crypto_.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(publicKey).digest('base64')}`;
}

;// CONCATENATED MODULE: ./src/http/proxy-address.ts


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
            return (0,parsed/* valid */.rZ)({ url: url.href, secrets: credentials(user, password, secrets) });
        }
    }
    catch {
        // Falls through to the one explanation: what exactly is wrong with it may hold the password.
    }
    return (0,parsed/* invalid */.Gq)({ kind: 'proxy-malformed', variable, ...otherScheme(text) });
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
function credentials(user, password, guessed) {
    const found = [...guessed, password, `${user}:${password}`];
    return [...new Set(password === '' ? guessed : found.filter(isMaskable))];
}
/** Masking one to three characters would shred the log and hide nothing. */
function isMaskable(text) {
    return text.length >= 4;
}
function otherScheme(text) {
    const scheme = /^([a-z][a-z0-9+.-]{0,15}):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme === undefined || scheme === 'http' || scheme === 'https')
        return {};
    return { scheme: (0,printable/* printable */.g$)(scheme) };
}

;// CONCATENATED MODULE: ./src/http/proxy.ts



/**
 * Settles whether a proxy is used for an API, as the environment says, and writes its address back
 * in the one form that `@actions/http-client` takes from there: it would silently connect directly
 * if it cannot read it. The value: what must be masked. Problem: `proxy-malformed`.
 */
function settleProxy(env, apiUrl) {
    const variable = `${new URL(apiUrl).protocol.replace(':', '')}_proxy`;
    const setting = [variable, variable.toUpperCase()]
        .map((name) => ({ name, value: (env[name] ?? '').trim() }))
        .find(({ value }) => value !== '');
    if (setting === undefined || isBypassed(env, variable, apiUrl))
        return (0,parsed/* valid */.rZ)([]);
    const proxy = parseProxy(spelling(env, setting.name), setting.value);
    if (!proxy.ok)
        return proxy;
    env[variable] = proxy.value.url;
    return (0,parsed/* valid */.rZ)(proxy.value.secrets);
}
/** The name as it was set: on Windows a variable is found in any letter case. */
function spelling(env, name) {
    const names = Object.keys(env).filter((one) => one.toLowerCase() === name.toLowerCase());
    const [spelt = name] = names;
    return names.includes(name) ? name : spelt;
}
/** Asks the library itself whether `NO_PROXY` or the loopback excepts this API from any proxy. */
function isBypassed(env, variable, apiUrl) {
    const before = env[variable];
    env[variable] = 'http://proxy.invalid';
    const isExcepted = (0,lib/* getProxyUrl */.s_)(apiUrl) === '';
    if (before === undefined)
        Reflect.deleteProperty(env, variable);
    else
        env[variable] = before;
    return isExcepted;
}

// EXTERNAL MODULE: ./src/action/inputs.ts
var action_inputs = __nccwpck_require__(1729);
// EXTERNAL MODULE: ./src/action/read-file.ts
var read_file = __nccwpck_require__(9055);
;// CONCATENATED MODULE: ./src/action/read-config.ts











/** No private key is anywhere near as large. */
const LARGEST = 64 * 1024;
/** Reads the file that `private-key-file` names. Problem: `key-file-unusable`. */
function readKeyFile(path) {
    try {
        const file = (0,read_file/* readSmallFile */.E)(path, LARGEST);
        switch (file.kind) {
            case 'not-a-file':
                return unusable(path, { mistake: 'not-a-file' });
            case 'too-large':
                return unusable(path, { mistake: 'too-large', bytes: file.bytes });
            case 'read':
                return file.text.trim() === '' ? unusable(path, { mistake: 'empty' }) : (0,parsed/* valid */.rZ)(file.text);
        }
    }
    catch (error) {
        return unusable(path, { mistake: 'unreadable', code: (0,json/* textField */.M8)(error, 'code') });
    }
}
function unusable(path, mistake) {
    return (0,parsed/* invalid */.Gq)({ kind: 'key-file-unusable', path: (0,printable/* printable */.g$)(path), mistake });
}
/**
 * Reads everything the step is told, once; nothing later looks at inputs or environment. Hides the
 * secrets among it before anything is said. Raises one {@link ProblemError} for all problems.
 */
async function readConfig(env) {
    const key = await readKey(env);
    const inputs = (0,action_inputs/* readInputs */.Ko)(env);
    log/* mask */.dK(inputs.fallbackToken);
    secretsInInputs(inputs).forEach(log/* mask */.dK);
    const config = parseConfig(inputs, key, (0,action_inputs/* readWorkflow */.S6)(env));
    const proxy = config.ok ? proxyFor(config.value, env) : (0,parsed/* valid */.rZ)([]);
    if (proxy.ok)
        proxy.value.forEach(log/* mask */.dK);
    const settled = (0,parsed/* combine */.kg)({ config, proxy });
    if (!settled.ok)
        throw new src_problem/* ProblemError */.M(settled.problems, { nothingSent: true });
    for (const message of [...settled.messages, ...unsafeTls(env)])
        log/* annotate */.fz(message);
    return settled.value.config;
}
/** The App's key from the one of its inputs that is set; undefined if all are empty. */
async function readKey(env) {
    const text = (0,action_inputs/* takeSecret */.uP)(env, 'private-key');
    const jwt = (0,action_inputs/* takeSecret */.uP)(env, 'jwt');
    const path = (0,action_inputs/* readInput */.R5)(env, 'private-key-file');
    // Both are read, even if only one may be set, so that both are masked.
    const key = text === '' ? undefined : readPem(text, 'private-key');
    const appJwt = jwt === '' ? undefined : await readJwt(jwt);
    maskable(path).forEach(log/* mask */.dK);
    const wrong = findWrongInput('private-key-file', path);
    if (wrong !== undefined)
        return (0,parsed/* invalid */.Gq)(wrong);
    const given = {
        'private-key': text,
        'private-key-file': path,
        jwt
    };
    const inputs = Object.keys(given).filter((name) => given[name] !== '');
    if (inputs.length > 1)
        return (0,parsed/* invalid */.Gq)({ kind: 'key-twice', inputs });
    return key ?? appJwt ?? (path === '' ? undefined : readPemFile(path));
}
function readPemFile(path) {
    const file = readKeyFile(path);
    return file.ok ? readPem(file.value, 'private-key-file') : file;
}
async function readJwt(text) {
    // Loaded late: most steps have a key.
    const { readAppJwt } = await __nccwpck_require__.e(/* import() */ 693).then(__nccwpck_require__.bind(__nccwpck_require__, 2693));
    const { secrets, result } = readAppJwt(text, Date.now());
    secrets.forEach(log/* mask */.dK);
    return result;
}
function readPem(text, input) {
    const { secrets, result } = readPrivateKey(text, input);
    secrets.forEach(log/* mask */.dK);
    return result;
}
function proxyFor({ credential, api }, env) {
    return credential.kind === 'app' ? settleProxy(env, api.url) : (0,parsed/* valid */.rZ)([]);
}
function unsafeTls(env) {
    if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0')
        return [];
    return [
        {
            level: 'warning',
            message: 'NODE_TLS_REJECT_UNAUTHORIZED is 0: anyone between this runner and GitHub can read the token. For a private certificate authority, set NODE_EXTRA_CA_CERTS instead.'
        }
    ];
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var lib_core = __nccwpck_require__(8875);
;// CONCATENATED MODULE: ./src/action/state.ts





const EMPTY = { apiUrl: '', keepToken: false, tokens: [], gitFile: '' };
const NAME = 'github-app-token';
/**
 * The runner passes the state to post in one variable of its environment. If it is longer than this,
 * in characters, post cannot even be started. Linux takes 128 KiB, Windows 32,767 characters.
 */
const MOST = { windows: 30_000, others: 120_000 };
/**
 * What main saves for post. Every change is saved at once. Each method raises
 * {@link ProblemError} with `state-too-large` or `runner-file-unwritable`.
 */
class PostState {
    #state;
    #tokens = new Map();
    constructor() {
        this.#state = EMPTY;
    }
    /** Saves that there is nothing to revoke: a state that an earlier step planted no longer counts. */
    static saveEmpty() {
        const state = new PostState();
        state.#save({});
        return state;
    }
    /** Says which API the tokens belong to. It is saved with the next change. */
    setApi(apiUrl) {
        this.#state = { ...this.#state, apiUrl };
    }
    /** Hides a token in the log, and saves it. */
    addToken({ token, expiresAt }, { subject }) {
        log/* mask */.dK(token);
        this.#tokens.set(token, { token, expiresAt, subject });
        this.#save({ tokens: [...this.#tokens.values()] });
    }
    /** Takes a revoked token out. */
    removeToken({ token }) {
        this.#tokens.delete(token);
        this.#save({ tokens: [...this.#tokens.values()] });
    }
    /** Leaves git's file to post, which removes it. */
    setGitFile(gitFile) {
        this.#save({ gitFile });
    }
    /** Lets the tokens outlive the job. */
    keepAfterJob() {
        this.#save({ apiUrl: '', keepToken: true, tokens: [] });
    }
    #save(change) {
        this.#state = { ...this.#state, ...change };
        const text = JSON.stringify(this.#state);
        const most = MOST[process.platform === 'win32' ? 'windows' : 'others'];
        if (text.length > most) {
            const { length } = text;
            const problem = { kind: 'state-too-large', tokens: this.#tokens.size, length, most };
            throw new src_problem/* ProblemError */.M([problem], { nothingSent: false });
        }
        appendToRunnerFile('GITHUB_STATE', [[NAME, text]]);
    }
}
/** Reads what main saved. If that is missing or cannot be read, there is nothing to do. */
function loadState() {
    const saved = parse(core.getState(NAME));
    return {
        apiUrl: textField(saved, 'apiUrl'),
        keepToken: field(saved, 'keepToken') === true,
        tokens: listField(saved, 'tokens')
            .map((token) => ({
            token: textField(token, 'token'),
            subject: textField(token, 'subject'),
            expiresAt: textField(token, 'expiresAt')
        }))
            .filter(({ token }) => token !== ''),
        gitFile: textField(saved, 'gitFile')
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

;// CONCATENATED MODULE: ./src/action/main-step.ts













/** The main step: creates the tokens, and outputs them. */
async function mainStep(env = process.env) {
    let work;
    await runStep({
        run: async (http, cancelled) => {
            requireRunner(env);
            const state = PostState.saveEmpty();
            const config = await readConfig(env);
            const { credential } = config;
            state.setApi(config.api.url);
            const git = await prepareGit(config, state, env);
            await orDiscardGitFile(git, async () => {
                switch (credential.kind) {
                    case 'fallback':
                        await outputFallback(credential, git);
                        break;
                    case 'app':
                        work = await connect(config, credential, http, cancelled);
                        await outputTokens(work, state, git);
                }
            });
        },
        reportFailure: async (error) => {
            // Loaded late: a step that succeeds does not wait for what explains failures.
            const { reportFailure } = await __nccwpck_require__.e(/* import() */ 973).then(__nccwpck_require__.bind(__nccwpck_require__, 3973));
            await reportFailure(error, work, env);
        }
    });
}
async function connect(config, credential, http, cancelled) {
    const github = new GitHubClient(config.api.url, http);
    const source = await openTokenSource(credential, { github, cancelled, mask: log/* mask */.dK });
    return { config, credential, github, source };
}
async function outputTokens(work, state, git) {
    const { config, github, source } = work;
    const requests = planRequests(config.targets, config.rights);
    const options = { source, github, store: state };
    const tokens = await (0,create/* createTokens */.jC)(requests, options);
    const gitResult = await orRevoke(tokens, options, async () => {
        const result = await git?.setUp(tokens, github, log/* mask */.dK);
        if (result !== undefined)
            setVariables(result.variables);
        setOutputs(tokens, result?.outputs);
        if (config.keepToken)
            state.keepAfterJob();
        return result;
    });
    await updateEarlierGitFiles(git);
    logResult(tokens, work);
    logGit(gitResult);
}
/** Passes tokens on. If that fails, revokes them: a failed step must not leave a living token. */
async function orRevoke(tokens, options, passOn) {
    try {
        return await passOn();
    }
    catch (error) {
        if (error instanceof errors/* InterruptedError */.p4)
            throw error;
        const [{ request, installation }] = tokens;
        const unused = await (0,create/* revokeUnused */.d)(tokens, options);
        throw new create/* CreateError */.rF([{ error, request, installation }], unused);
    }
}
async function outputFallback({ token, because, repository }, git) {
    const result = git?.setUpForFallback(token, repository, log/* mask */.dK);
    if (result !== undefined)
        setVariables(result.variables);
    setFallbackOutputs(token);
    await updateEarlierGitFiles(git);
    log/* annotate */.fz((0,describe/* describeFallback */.Mw)(because));
    logGit(result);
}
async function prepareGit(config, state, env) {
    if (!config.git.credentials && !config.git.identity)
        return undefined;
    // Loaded late: most steps do nothing for git.
    const { prepareGit: prepare } = await __nccwpck_require__.e(/* import() */ 109).then(__nccwpck_require__.bind(__nccwpck_require__, 5109));
    return prepare(config, state, env);
}
/** Removes git's file if the step fails, because it may contain a token. */
async function orDiscardGitFile(git, work) {
    try {
        await work();
    }
    catch (error) {
        git?.discardFile();
        throw error;
    }
}
/**
 * Call it after the outputs are written: a step that fails must not change what earlier steps set
 * up.
 */
async function updateEarlierGitFiles(git) {
    const message = await git?.updateEarlierFiles();
    if (message !== undefined)
        log/* annotate */.fz(message);
}
function logResult(tokens, { config, credential, source }) {
    const { keepToken } = config;
    const key = (0,app_key/* keyName */.x)(credential.key);
    (0,describe/* describeTokens */.k2)(tokens, { keepToken, key }, source.app.now()).forEach(log/* info */.pq);
    tokens.flatMap(describe/* messagesOnToken */.Zs).forEach(log/* annotate */.fz);
    const skew = source.app.clockSkew;
    if (skew !== undefined)
        log/* annotate */.fz({ level: 'warning', message: (0,describe/* describeSkew */.mp)(skew) });
}
function logGit(result) {
    result?.lines.forEach(log/* info */.pq);
    result?.messages.forEach(log/* annotate */.fz);
}

;// CONCATENATED MODULE: ./src/main.ts

void mainStep();

})();

module.exports = __webpack_exports__;
/******/ })()
;