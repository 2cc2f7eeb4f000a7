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

/***/ 8976:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 6234:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eo: () => (/* binding */ isName),
/* harmony export */   bi: () => (/* binding */ nearMiss),
/* harmony export */   q: () => (/* binding */ sameName)
/* harmony export */ });
/* unused harmony export splitList */
/** Characters that owner, repository and enterprise names are made of. */
const VALID_NAME = /^[A-Za-z0-9._-]{1,100}$/;
/**
 * Whether a text can be an owner, repository or enterprise name. `.` and `..` are not
 * names: in a path, they would lead out of it.
 */
function isName(text) {
    return VALID_NAME.test(text) && text !== '.' && text !== '..';
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
/* harmony export */   x: () => (/* binding */ KNOWN_PERMISSIONS)
/* harmony export */ });
/* unused harmony export RETIRED_PERMISSIONS */
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
/* harmony export */   Gg: () => (/* binding */ dashed),
/* harmony export */   II: () => (/* binding */ readLevels),
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   NW: () => (/* binding */ isLevel),
/* harmony export */   hU: () => (/* binding */ covers)
/* harmony export */ });
/* unused harmony export LEVELS */
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

/***/ 5237:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  qL: () => (/* binding */ MAX_OWNERS),
  ar: () => (/* binding */ MAX_REPOSITORIES),
  XP: () => (/* binding */ accountOf)
});

// UNUSED EXPORTS: namesNone, parseTargets

// EXTERNAL MODULE: ./src/printable.ts + 1 modules
var src_printable = __nccwpck_require__(9095);
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
function accountOf(target) {
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


/***/ }),

/***/ 3457:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  JZ: () => (/* binding */ tokenServiceCredentialName),
  yv: () => (/* binding */ tokenServiceName)
});

// UNUSED EXPORTS: readTokenService

// EXTERNAL MODULE: ./src/printable.ts + 1 modules
var src_printable = __nccwpck_require__(9095);
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
        return invalid({ kind: 'api-url-malformed', name, mistake: url });
    const base = given === ownUrl ? given : apiBaseOf(url);
    const isOwn = base === ownUrl;
    const webUrl = isOwn && own.serverUrl !== '' ? trimSlashes(own.serverUrl) : webUrlOf(new URL(base));
    return valid({ url: base, isOwn, webUrl, webHosts: hostsOf([webUrl, base]) }, messagesOn(given, base, new URL(base)));
}
function messagesOn(given, base, url) {
    const found = [];
    if (base !== given) {
        found.push({
            level: 'notice',
            message: `github-api-url is "${printable(given)}". The API there is ${base}, which was used.`
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
        return { mistake: 'not-an-address', text: printable(text) };
    if (!isWeb) {
        return { mistake: 'scheme', scheme: printable(url.protocol) };
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
function tokenServiceCredentialName(service) {
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


/***/ }),

/***/ 8943:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ createToken),
/* harmony export */   Qs: () => (/* binding */ findInstallation),
/* harmony export */   Vg: () => (/* binding */ findReach)
/* harmony export */ });
/* unused harmony exports route, permissionsField, listAccounts, listRepositories, findUserId, findViewer */
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
    const id = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(reply.body, 'id');
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
            repositoryIds: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(one, 'id') ?? 0)
        },
        lost: attempts.filter(_http_attempt__WEBPACK_IMPORTED_MODULE_3__/* .mayHaveLostToken */ .Xe).length
    };
}
const PER_PAGE = 100;
/** At most this many pages are read. */
const MAX_REPOSITORY_PAGES = 10;
async function readRepositories(github, token, page) {
    const path = `/installation/repositories?per_page=${PER_PAGE}&page=${page}`;
    const { reply } = await github.call({ method: 'GET', path, bearer: () => token });
    const listed = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(reply.body, 'repositories');
    return {
        grant: {
            repositorySelection: selectionField(reply.body),
            repositories: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(one, 'full_name')),
            repositoryIds: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(one, 'id') ?? 0)
        },
        total: Math.max(listed.length, (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .positiveIntegerField */ .ii)(reply.body, 'total_count') ?? 0)
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
async function findReach(github, token) {
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


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTunnelFailure),
/* harmony export */   Xe: () => (/* binding */ mayHaveLostToken),
/* harmony export */   fb: () => (/* binding */ isUntrusted)
/* harmony export */ });
/* unused harmony export mayHaveCreatedTokenDespiteError */
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


/***/ }),

/***/ 7252:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ callService)
/* harmony export */ });
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


/***/ }),

/***/ 8549:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 2962:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readClaims),
/* harmony export */   r: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8301);

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

/***/ 1308:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ requestOidcToken)
/* harmony export */ });
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2962);
/* harmony import */ var _http_call_service__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7252);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8301);



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
    const { value } = await (0,_http_call_service__WEBPACK_IMPORTED_MODULE_0__/* .callService */ .c)(http, {
        method: 'GET',
        url: address.href,
        authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_1__/* .bearerAuthorization */ .Dv)(token),
        refusals: { codeOf: ({ message }) => message, isTemporary: ({ status }) => status === 429 },
        read: ({ body }) => {
            const text = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(body, 'value');
            return JWT.test(text) ? text : undefined;
        }
    });
    return value;
}


/***/ }),

/***/ 9095:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ printable)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
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

/***/ 1694:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   QH: () => (/* binding */ isIssuerUnreachable),
/* harmony export */   Xg: () => (/* binding */ isClockRefusal),
/* harmony export */   c6: () => (/* binding */ AWS_REFUSALS),
/* harmony export */   es: () => (/* binding */ awsError),
/* harmony export */   xK: () => (/* binding */ xmlText)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8301);

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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ azureService),
/* harmony export */   u: () => (/* binding */ azureFailure)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8301);
/* harmony import */ var _key_service__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3796);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1394);





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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ googleError),
/* harmony export */   R: () => (/* binding */ googleService)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_key_service_google_paths__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8976);
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8301);
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9095);
/* harmony import */ var _key_service__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3796);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1394);







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

/***/ 1394:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W6: () => (/* binding */ credentialField),
/* harmony export */   _Y: () => (/* binding */ KeyServiceClient),
/* harmony export */   j2: () => (/* binding */ KeyServiceError),
/* harmony export */   uo: () => (/* binding */ isCredential)
/* harmony export */ });
/* harmony import */ var _http_call_service__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7252);
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8549);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8301);
/* harmony import */ var _oidc_claims__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2704);
/* harmony import */ var _oidc_request__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1308);





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
    const text = (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .textField */ .M8)(value, name);
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
        const { value } = await this.#attempt(call.stage, () => (0,_http_call_service__WEBPACK_IMPORTED_MODULE_2__/* .callService */ .c)(this.#options.http, { ...call, effect }));
        return value;
    }
    /**
     * Gets the job's OIDC token, and hides it in the log. Raises {@link KeyServiceError}, and
     * `InterruptedError`.
     */
    async oidcToken(oidc) {
        const token = await this.#attempt('oidc', () => (0,_oidc_request__WEBPACK_IMPORTED_MODULE_3__/* .requestOidcToken */ .I)(this.#options.http, oidc));
        this.mask(token);
        this.claims = (0,_oidc_claims__WEBPACK_IMPORTED_MODULE_4__/* .readClaims */ .I)(token);
        return token;
    }
    async #attempt(stage, work) {
        try {
            return await work();
        }
        catch (error) {
            const isKnown = error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk || error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .UnreachableError */ .Jk;
            const facts = { key: this.#options.key, stage, claims: this.claims };
            throw isKnown ? new KeyServiceError(error, facts) : error;
        }
    }
}


/***/ }),

/***/ 3796:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ keyServiceSigner),
  _: () => (/* binding */ unusable)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/config/private-key/fingerprint.ts

/**
 * The fingerprint of a key, as GitHub shows it in the App's settings: `SHA256:` and the hash of the public
 * half in base64. Raises an error if the text is not a key.
 *
 * @param key a private or a public key; a text is PEM
 */
function fingerprintOf(key) {
    const publicKey = (0,external_node_crypto_.createPublicKey)(key).export({ type: 'spki', format: 'der' });
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(publicKey).digest('base64')}`;
}

// EXTERNAL MODULE: ./src/problems/problem.ts
var problems_problem = __nccwpck_require__(6147);
;// CONCATENATED MODULE: ./src/signers/key-service/key-service.ts


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
    return new problems_problem/* ProblemError */.M([problem], { nothingSent: false });
}
function encode(value) {
    return Buffer.from(JSON.stringify(value)).toString('base64url');
}
/** As GitHub shows it in the App's settings. Undefined if the text is no public key. */
function fingerprint(pem) {
    try {
        return fingerprintOf(pem);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3497:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ vaultError),
/* harmony export */   u: () => (/* binding */ vaultService)
/* harmony export */ });
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2962);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8301);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1968);
/* harmony import */ var _key_service_client__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1394);




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

/***/ 3273:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LB: () => (/* binding */ TokenServiceError),
/* harmony export */   Qb: () => (/* binding */ tokenServiceMessage),
/* harmony export */   cg: () => (/* binding */ TokenServiceClient)
/* harmony export */ });
/* harmony import */ var _http_request_parts__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2962);
/* harmony import */ var _http_attempt__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8461);
/* harmony import */ var _http_call_service__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7252);
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8549);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8301);
/* harmony import */ var _oidc_claims__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2704);
/* harmony import */ var _oidc_request__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1308);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1968);








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
const MAX_ANSWER_BYTES = 64 * 1024;
/** What a token can be: masking a shorter text would hide ordinary words of the log. */
const TOKEN = /^[\x21-\x7e]{20,4096}$/;
/**
 * Exchanges the job's OIDC token for tokens, in the protocol of octo-sts:
 * https://github.com/octo-sts/app
 */
class TokenServiceClient {
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
            authorize: () => (0,_http_request_parts__WEBPACK_IMPORTED_MODULE_2__/* .bearerAuthorization */ .Dv)(idToken),
            refusals: {
                codeOf: tokenServiceMessage,
                isTemporary: ({ status }) => status === 429
            },
            effect: 'creates-token',
            maxBytes: MAX_ANSWER_BYTES,
            read: ({ body }) => {
                const token = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .textField */ .M8)(body, 'token');
                return TOKEN.test(token) ? token : undefined;
            }
        };
        const send = () => (0,_http_call_service__WEBPACK_IMPORTED_MODULE_4__/* .callService */ .c)(http, request);
        const { value, attempts } = await this.attempt(asked, 'exchange', send);
        return { token: value, lost: attempts.filter(_http_attempt__WEBPACK_IMPORTED_MODULE_5__/* .mayHaveLostToken */ .Xe).length };
    }
    /** Turns what the HTTP client raises into a {@link TokenServiceError}. */
    async attempt(asked, stage, work) {
        try {
            return await work();
        }
        catch (error) {
            const isKnown = error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk || error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .UnreachableError */ .Jk;
            const facts = { service: this.#options.service, stage, asked, claims: this.claims };
            throw isKnown ? new TokenServiceError(error, facts) : error;
        }
    }
    /** One token is enough for all owners of a step. */
    async #currentOidcToken(asked) {
        const now = (0,_time__WEBPACK_IMPORTED_MODULE_1__/* .monotonicTime */ .wI)();
        if (this.#oidcToken === undefined || now - this.#oidcToken.requestedAt > MAX_USE_MS) {
            this.#oidcToken = { text: this.#requestOidcToken(asked), requestedAt: now };
        }
        return this.#oidcToken.text;
    }
    async #requestOidcToken(asked) {
        const { http, service, mask } = this.#options;
        const token = await this.attempt(asked, 'oidc', () => (0,_oidc_request__WEBPACK_IMPORTED_MODULE_6__/* .requestOidcToken */ .I)(http, service.oidc));
        mask(token);
        this.claims = (0,_oidc_claims__WEBPACK_IMPORTED_MODULE_7__/* .readClaims */ .I)(token);
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
    const description = (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .messageField */ .iO)(body, 'error_description');
    return description === '' ? (0,_json__WEBPACK_IMPORTED_MODULE_3__/* .messageField */ .iO)(body, 'error') : description;
}


/***/ }),

/***/ 572:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ ReachError),
  TokenServiceSource: () => (/* binding */ TokenServiceSource)
});

// EXTERNAL MODULE: ./src/config/names.ts
var names = __nccwpck_require__(6234);
// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var targets = __nccwpck_require__(5237);
// EXTERNAL MODULE: ./src/config/token-service.ts + 2 modules
var token_service = __nccwpck_require__(3457);
// EXTERNAL MODULE: ./src/github/api.ts
var api = __nccwpck_require__(8943);
// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __nccwpck_require__(8549);
// EXTERNAL MODULE: ./src/time.ts + 1 modules
var time = __nccwpck_require__(1968);
;// CONCATENATED MODULE: ./src/github/new-token.ts


/** How long to wait before each retry, in milliseconds. */
const RETRY_DELAYS_MS = [500, 1_000, 2_000, 4_000];
/**
 * Uses a token that was created just now, and retries after a 401: it can take some seconds until
 * every server of GitHub knows the token. Raises what the last try raises.
 */
async function retryUntilKnown(use, http) {
    for (const delay of RETRY_DELAYS_MS) {
        try {
            return await use();
        }
        catch (error) {
            const isUnknownYet = error instanceof errors/* RefusedError */.fk && error.reply.status === 401;
            if (!isUnknownYet || http.remaining() < delay)
                throw error;
            await (0,time/* sleep */.yy)(delay);
        }
    }
    return use();
}

// EXTERNAL MODULE: ./src/sources/token-service-client.ts
var token_service_client = __nccwpck_require__(3273);
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
        this.name = (0,token_service/* tokenServiceCredentialName */.JZ)(service);
        this.#service = service;
        this.#client = new token_service_client/* TokenServiceClient */.cg({ service, http: github.http, mask });
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
            throw new errors/* InterruptedError */.p4();
        const common = { ...issued, request, installation: undefined, scope: {} };
        // GitHub would not say what such a token reaches, and a token of another service is not its business.
        if (isForeign)
            return { ...common, owner: asked.owner };
        const reached = await this.#client.attempt(asked, 'reach', () => retryUntilKnown(() => (0,api/* findReach */.Vg)(this.#github, token), this.#github.http));
        if (!isWithin(asked, reached))
            throw new ReachError(this.#service, asked, reached);
        const [owner = asked.owner] = reached.owners;
        return { ...common, grant: reached.grant, owner };
    }
}
/** What to ask a service for. Problems with the inputs were found when they were read. */
function scopeOfRequest({ target }) {
    const owner = (0,targets/* accountOf */.XP)(target);
    const [repository] = target.kind === 'repositories' ? target.names : [];
    const scope = repository === undefined ? owner : `${owner}/${repository}`;
    return { scope, owner, repository };
}
/** Whether a token reaches what was asked for, and nothing else. */
function isWithin({ owner, repository }, { grant, count, owners }) {
    if (owners.some((one) => !(0,names/* sameName */.q)(one, owner)))
        return false;
    if (repository === undefined)
        return count > 0;
    const [name = ''] = grant.repositories ?? [];
    return count === 1 && (0,names/* sameName */.q)(name, `${owner}/${repository}`);
}


/***/ }),

/***/ 1968:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  RI: () => (/* binding */ amountOfTime),
  nW: () => (/* binding */ clockSkew),
  qo: () => (/* binding */ clockTime),
  lp: () => (/* binding */ handlePendingEvents),
  F7: () => (/* binding */ inSeconds),
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
/** Lets Node handle what happened on the network while code was running. */
async function handlePendingEvents() {
    await (0,promises_namespaceObject.setImmediate)();
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

/***/ 7598:
/***/ ((module) => {

"use strict";
module.exports = require("node:crypto");

/***/ }),

/***/ 7030:
/***/ ((module) => {

"use strict";
module.exports = require("node:net");

/***/ }),

/***/ 1692:
/***/ ((module) => {

"use strict";
module.exports = require("node:tls");

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

;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = require("node:stream/consumers");
;// CONCATENATED MODULE: ./src/renew/order.ts
/** What the renewer says when it is ready. Nothing else is written to its standard output. */
const READY = 'ready\n';

// EXTERNAL MODULE: ./src/http/request-parts.ts
var request_parts = __nccwpck_require__(2962);
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

// EXTERNAL MODULE: ./src/time.ts + 1 modules
var src_time = __nccwpck_require__(1968);
// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __nccwpck_require__(8549);
;// CONCATENATED MODULE: ./src/tokens/revoke.ts


/** How long to wait before each further try, in milliseconds: three tries within three seconds. */
const RETRY_DELAYS_MS = [1_000, 2_000];
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
            const delay = RETRY_DELAYS_MS[tries];
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

;// CONCATENATED MODULE: ./src/tokens/token-life.ts

/** How long GitHub's installation tokens live, in milliseconds. */
const TOKEN_LIFE_MS = 60 * 60_000;
/**
 * When a token ends, for sentences: `14:03 UTC`, or `the end of its hour`.
 *
 * @param expiresAt ISO 8601; empty, or anything else, if GitHub gave no time
 */
function tokenEnd(expiresAt) {
    return Number.isNaN(Date.parse(expiresAt)) ? 'the end of its hour' : (0,src_time/* clockTime */.qo)(expiresAt);
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./src/files.ts




/**
 * Whether a path is absolute, has no detours, and is directly in a folder. False if `folder` is an empty
 * text.
 */
function files_isDirectlyIn(path, folder) {
    return folder !== '' && resolve(path) === path && dirname(path) === resolve(folder);
}
/** Creates a file that only its owner can read. Raises an error if there is something already. */
function createFile(path, text) {
    (0,external_node_fs_namespaceObject.writeFileSync)(path, text, { flag: 'wx', mode: 0o600 });
}
/** Where {@link replaceFile} writes the new text first. A process that was killed leaves it there. */
function files_unfinishedPath(path) {
    return `${path}.new`;
}
/** On Windows, a file cannot be replaced while another process has it open. In milliseconds. */
const REPLACE_DELAYS_MS = [20, 50, 100, 200, 500, 1_000];
/**
 * Writes a file, or replaces it: a reader gets the old text or the new one. Replaces a link, and never
 * follows it. One process at a time may do it. Raises errors of the file system.
 */
async function files_replaceFile(path, text) {
    const beside = files_unfinishedPath(path);
    // A process that was killed may have left it.
    (0,external_node_fs_namespaceObject.rmSync)(beside, { force: true });
    try {
        createFile(beside, text);
        await moveWhenFree(beside, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(beside, { force: true });
        throw error;
    }
}
async function moveWhenFree(from, to) {
    for (const delay of REPLACE_DELAYS_MS) {
        try {
            (0,external_node_fs_namespaceObject.renameSync)(from, to);
            return;
        }
        catch (error) {
            if (!IN_USE.has((0,json/* textField */.M8)(error, 'code')))
                throw error;
        }
        await (0,src_time/* sleep */.yy)(delay);
    }
    (0,external_node_fs_namespaceObject.renameSync)(from, to);
}
const IN_USE = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Whether there is something at a path. A link counts, also one that leads nowhere. */
function isThere(path) {
    return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/** Whether there is a file at a path, and not a link to one. */
function isFile(path) {
    return (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })?.isFile() === true;
}
/** Something that is not a file, such as a link, is where a file of ours should be. */
class files_NotAFileError extends Error {
    name = 'NotAFileError';
    file;
    constructor(file) {
        super(`not a file: ${file}`);
        this.file = file;
    }
}
/** No file of ours is anywhere near as large. */
const MAX_BYTES = 4 * 1024 * 1024;
/**
 * The text of a file that this action wrote; undefined if something else is there. Follows no link, and waits
 * for no pipe. Raises errors of the file system, such as `ENOENT`.
 */
function readOwnFile(path) {
    if (!(0,external_node_fs_namespaceObject.lstatSync)(path).isFile())
        return undefined;
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = external_node_fs_namespaceObject.constants;
    // Windows does not have these flags: they count as 0 there.
    const descriptor = (0,external_node_fs_namespaceObject.openSync)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        // If something else has taken its place since, reading it fails.
        const { size } = (0,external_node_fs_namespaceObject.fstatSync)(descriptor);
        return size <= MAX_BYTES ? (0,external_node_fs_namespaceObject.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(descriptor);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/renew/folder.ts




const OUR_NAME = /^github-app-token-[0-9a-f-]{36}$/;
/** A path in `RUNNER_TEMP` that nobody can guess. */
function newFolderPath(temp) {
    return join(resolve(temp), `github-app-token-${randomUUID()}`);
}
/** Creates the folder. Only its owner can look into it. Raises errors of the file system. */
function createFolder(path) {
    mkdirSync(path, { mode: 0o700 });
}
/** The files of a folder. Each is replaced as a whole. */
function filesOf(folder) {
    return {
        token: (0,external_node_path_namespaceObject.join)(folder, 'token'),
        ledger: (0,external_node_path_namespaceObject.join)(folder, 'ledger.json'),
        stop: (0,external_node_path_namespaceObject.join)(folder, 'stop')
    };
}
/** Whether a path is one of {@link newFolderPath}, directly in `RUNNER_TEMP`. */
function isFolderPath(path, temp) {
    return isDirectlyIn(path, temp) && OUR_NAME.test(basename(path));
}
/** Distinguishes a folder from a later one at the same path. Undefined if there is no folder. */
function identityOfFolder(path) {
    const found = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
    return found?.isDirectory() === true ? `${found.dev} ${found.ino}` : undefined;
}
/** Removes a folder of ours with its files. Follows no link. Raises errors of the file system. */
function removeFolder(path) {
    if (identityOfFolder(path) !== undefined)
        rmSync(path, { recursive: true, force: true });
}

;// CONCATENATED MODULE: ./src/renew/ledger.ts


/** The ledger before the first renewal. */
const EMPTY_LEDGER = {
    tokens: [],
    creatingSince: '',
    lost: [],
    renewals: 0,
    renewedAt: '',
    failures: 0,
    lastFailure: undefined,
    isFailing: false,
    gap: undefined,
    end: undefined
};
/** The text of a ledger, with a seal that needs the secret. */
function sealLedger(ledger, secret) {
    const text = JSON.stringify(ledger);
    return JSON.stringify({ ledger: text, seal: sealOf(text, secret).toString('base64') });
}
/** Reads a ledger. Undefined if its seal is not the one of this secret, or if a time in it is not valid. */
function openLedger(sealed, secret) {
    const found = parse(sealed);
    const text = textField(found, 'ledger');
    const seal = Buffer.from(textField(found, 'seal'), 'base64');
    const expected = sealOf(text, secret);
    const isOurs = seal.length === expected.length && timingSafeEqual(seal, expected);
    if (!isOurs)
        return undefined;
    const ledger = readLedger(parse(text));
    return timesOf(ledger).every(isTime) ? ledger : undefined;
}
/** Every time in a ledger that is shown to people. */
function timesOf({ tokens, lost, renewedAt, lastFailure, gap }) {
    const texts = [renewedAt, lastFailure?.at ?? '', gap?.since ?? '', gap?.until ?? ''];
    return [
        ...texts.filter((text) => text !== ''),
        ...lost,
        ...tokens.map(({ createdAt }) => createdAt)
    ];
}
function isTime(text) {
    return !Number.isNaN(Date.parse(text));
}
/** JSON leaves out what is undefined, so every field is there again. */
function readLedger(value) {
    return { ...EMPTY_LEDGER, ...value };
}
function sealOf(text, secret) {
    return (0,external_node_crypto_.createHmac)('sha256', Buffer.from(secret, 'base64')).update(text).digest();
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
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
        const text = (0,external_node_fs_namespaceObject.readFileSync)(statPath(pid), 'utf8');
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

// EXTERNAL MODULE: ./src/problems/problem.ts
var problems_problem = __nccwpck_require__(6147);
// EXTERNAL MODULE: ./src/printable.ts + 1 modules
var src_printable = __nccwpck_require__(9095);
;// CONCATENATED MODULE: ./src/git/config-text.ts
/** The characters of repository names. Any other character ends a name. */
const NAME_CHARACTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-');
/** The rules that match exact names would slow down git with more repositories than this. */
const MAX_EXACT = 25;
const HEAD = '# Credentials for one job, which removes them when it ends.\n';
/**
 * The text of a git configuration file that lets git use each token for what the token reaches.
 * HTTPS requests get the `Authorization` header of the token. SSH addresses (`git@host:owner/name`,
 * `ssh://git@host/owner/name`) are rewritten to HTTPS.
 *
 * `http.<url>.extraHeader` is a list. Every matching section adds to it, unless a better match came
 * before. An empty value resets the list, so one stands before each header: git never sends a
 * second `Authorization` header.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
 *
 * @param webUrl the address of GitHub's web pages, such as `https://github.com`
 */
function gitConfiguration(webUrl, credentials) {
    const { origin, hostname } = new URL(webUrl);
    const addressed = credentials.map(({ token, reach }) => ({
        token,
        addresses: addressesOf(reach)
    }));
    const all = addressed.flatMap(({ addresses }) => addresses);
    const isShortened = all.filter(({ isRepository }) => isRepository).length > MAX_EXACT;
    const headers = addressed.flatMap(({ token, addresses }) => addresses.flatMap((address) => headersFor(origin, address, token)));
    const rewrites = [`git@${hostname}:`, `ssh://git@${hostname}/`].flatMap((base) => rewritesFor(`${origin}/`, base, all, isShortened));
    return {
        text: HEAD + [...headers, ...rewrites].join(''),
        secrets: credentials.map(({ token }) => basic(token)),
        isShortened
    };
}
function addressesOf(reach) {
    switch (reach.kind) {
        case 'owner':
            return reach.owners.map((owner) => ({ path: `${owner}/`, isRepository: false }));
        case 'repositories':
            return reach.names.map((path) => ({ path, isRepository: true }));
    }
}
/**
 * Git compares the path of `http.<url>` by whole parts between slashes. So `octo/` does not match
 * `octo-evil/lib`, and `octo/lib` does not match `octo/lib-evil`. It does not match `octo/lib.git`
 * either, which needs its own section.
 */
function headersFor(origin, { path, isRepository }, token) {
    const urls = isRepository ? [path, `${path}.git`] : [path];
    return urls.map((url) => section('http', `${origin}/${url}`, [
        'extraHeader = ""',
        `extraHeader = "Authorization: Basic ${basic(token)}"`
    ]));
}
/**
 * Git rewrites every address that begins with the value of `insteadOf`. If several match, it uses
 * the longest, and of equally long ones the first. `octo/lib` must not rewrite `octo/lib-evil`, nor
 * `octo/octo.git` rewrite `octo/octo.github.io`. So each longer beginning, one for each character
 * that can follow the name, is "rewritten" to itself.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-urlbaseinsteadOf
 */
function rewritesFor(web, ssh, addresses, isShortened) {
    const whole = addresses.filter(({ isRepository }) => isRepository).map(({ path }) => path);
    const rewritten = new Set([...(isShortened ? [] : whole), ...whole.map((path) => `${path}.git`)]);
    const continuations = isShortened ? ['h'] : NAME_CHARACTERS;
    const longer = [...rewritten].flatMap((path) => continuations.map((next) => path + next));
    const left = longer.filter((path) => !rewritten.has(path));
    const owners = addresses.filter(({ isRepository }) => !isRepository).map(({ path }) => path);
    return [
        ...[...owners, ...rewritten].map((path) => insteadOf(web + path, ssh + path)),
        ...left.map((path) => insteadOf(ssh + path, ssh + path))
    ];
}
function insteadOf(url, address) {
    return section('url', url, [`insteadOf = ${address}`]);
}
function section(name, subsection, lines) {
    return `[${name} "${subsection}"]\n${lines.map((line) => `\t${line}\n`).join('')}`;
}
/**
 * The token as git sends it, with the user name that GitHub expects:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
 */
function basic(token) {
    return Buffer.from(`x-access-token:${token}`).toString('base64');
}
/** The text of a file, with a new token instead of older ones. Nothing else changes. */
function withTokenReplaced(text, older, token) {
    return older
        .filter((one) => one !== '')
        .reduce((rest, one) => rest.replaceAll(basic(one), basic(token)), text);
}
/**
 * The text of an earlier file, without the addresses that are in a newer text. If an address were
 * in both, git would use the newer header, because an empty `extraHeader` resets the list. Git LFS
 * does not know that reset: it sends both headers, and GitHub answers 400.
 */
function config_text_withoutAddressesOf(newer, earlier) {
    const sections = sectionsOf(newer);
    const urls = new Set(sections.flatMap(({ url }) => url ?? []));
    const aliases = rewrittenBy(sections);
    return keep(earlier, (section) => !(section.url !== undefined && urls.has(section.url)) &&
        !(section.alias !== undefined && aliases.has(section.alias)) &&
        !isOverruled(section, aliases));
}
/**
 * The text of a newer file, without the exceptions for addresses that an earlier file rewrites:
 * they would stop that.
 */
function withoutExceptionsTo(earlier, newer) {
    const aliases = rewrittenBy(sectionsOf(earlier));
    return keep(newer, (section) => !isOverruled(section, aliases));
}
/** A rule for an owner ends with a slash, and rewrites every repository of the owner. */
function isOverruled({ alias, isException }, aliases) {
    if (alias === undefined || isException !== true)
        return false;
    const owner = alias.slice(0, alias.lastIndexOf('/') + 1);
    return aliases.has(alias) || aliases.has(owner);
}
function rewrittenBy(sections) {
    return new Set(sections.flatMap(({ alias, isException }) => alias === undefined || isException === true ? [] : [alias]));
}
function keep(text, isKept) {
    return sectionsOf(text)
        .filter(isKept)
        .map((section) => section.text)
        .join('');
}
/** Any other text becomes a section without an address, which is kept. */
function sectionsOf(text) {
    return text.split(/^(?=\[)/m).map((section) => {
        const [, url, base, alias] = /^\[(?:http "([^"\n]*)"|url "([^"\n]*)"\]\n\tinsteadOf = (.*))/.exec(section) ?? [];
        if (alias !== undefined)
            return { text: section, alias, isException: alias === base };
        return url === undefined ? { text: section } : { text: section, url };
    });
}

;// CONCATENATED MODULE: ./src/git/lock.ts



const SYSTEM_CLOCK = { monotonic: src_time/* monotonicTime */.wI, sleep: src_time/* sleep */.yy };
/** How long to wait for a lock, in milliseconds: much less than the time limit of a step. */
const LOCK_TIMEOUT_MS = 10_000;
/**
 * A process has the lock for some milliseconds, or for two seconds if the file is in use. If a lock
 * stays longer than this, its process is dead.
 */
const MAX_HELD_MS = 5_000;
/** How long to wait between two attempts, in milliseconds. */
const PAUSE_MS = 50;
/** Another process has the lock, or something that is not a file is there. */
class lock_LockedError extends Error {
    name = 'LockedError';
}
/**
 * Does some work while no other process works with the same lock. The lock is a file. The work must
 * be short. A lock of a dead process is removed. Raises {@link LockedError},
 * and errors of the file system.
 */
async function lock_withLock(path, work, clock = SYSTEM_CLOCK) {
    const own = await acquire(path, clock);
    try {
        return await work();
    }
    finally {
        // If this process was suspended, another one may have removed its lock and created its own.
        if (identityOf(path) === own)
            (0,external_node_fs_namespaceObject.rmSync)(path);
    }
}
async function acquire(path, clock) {
    const start = clock.monotonic();
    let seen;
    let since = start;
    for (;;) {
        const own = create(path);
        if (own !== undefined)
            return own;
        const now = clock.monotonic();
        const found = identityOf(path);
        if (found !== seen) {
            seen = found;
            since = now;
        }
        else if (found !== undefined && now - since >= MAX_HELD_MS)
            (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
        if (now - start >= LOCK_TIMEOUT_MS)
            throw new lock_LockedError('the lock is not free');
        await clock.sleep(PAUSE_MS);
    }
}
/** Creates the lock. Undefined if there is one already. Follows no link. */
function create(path) {
    try {
        const descriptor = (0,external_node_fs_namespaceObject.openSync)(path, 'wx', 0o600);
        try {
            return identity((0,external_node_fs_namespaceObject.fstatSync)(descriptor));
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(descriptor);
        }
    }
    catch (error) {
        if ((0,json/* textField */.M8)(error, 'code') === 'EEXIST')
            return undefined;
        throw error;
    }
}
/** Distinguishes a lock from a later one at the same path. Undefined if there is no file. */
function identityOf(path) {
    const found = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
    return found?.isFile() === true ? identity(found) : undefined;
}
function identity({ ino, mtimeMs }) {
    return `${ino} ${mtimeMs}`;
}

;// CONCATENATED MODULE: ./src/git/git-file.ts









/** A path in `RUNNER_TEMP` that nobody can guess. */
function newGitFilePath(folder) {
    return join(resolve(folder), `git-credentials-${randomUUID()}.gitconfig`);
}
/** Do not follow a link. Windows does not have this flag: it counts as 0 there. */
const NO_LINK = external_node_fs_namespaceObject.constants.O_NOFOLLOW;
const git_file_OUR_NAME = /^git-credentials-[0-9a-f-]{36}\.gitconfig$/;
/** Whether {@link newGitFilePath} makes such names. */
function isGitFileName(name) {
    return git_file_OUR_NAME.test(name);
}
/**
 * Creates the file from which git reads the tokens, empty. Only its owner can read it (on Windows,
 * the rights of the folder apply). Raises {@link ProblemError} with `git-file-unwritable`.
 */
function createGitFile(path) {
    try {
        // Fails if there is a file or link already.
        closeSync(openSync(path, 'wx', 0o600));
    }
    catch (error) {
        throw unwritable(dirname(path), codeOf(error), true);
    }
}
/** Fills the file. Raises {@link ProblemError} with `git-file-unwritable`. */
function writeGitFile(path, text) {
    try {
        const descriptor = openSync(path, constants.O_WRONLY | NO_LINK);
        try {
            writeFileSync(descriptor, text);
        }
        finally {
            closeSync(descriptor);
        }
    }
    catch (error) {
        throw unwritable(dirname(path), codeOf(error), false);
    }
}
/** Removes the file that this step created. Never fails. */
function discardGitFile(path) {
    try {
        rmSync(path, { force: true });
    }
    catch {
        // Post tries again, and warns if it cannot.
    }
}
/**
 * Removes the file that main created. It must have a name of ours and be directly in `RUNNER_TEMP`.
 * If something that is not a file is there, that stays. Never fails.
 */
function removeGitFile(path, env) {
    const folder = env['RUNNER_TEMP'] ?? '';
    if (!isDirectlyIn(path, folder) || !isGitFileName(basename(path))) {
        return { kind: 'failed', reason: 'it is not in RUNNER_TEMP' };
    }
    try {
        // A process that was killed while it wrote leaves this file, which contains the same tokens.
        remove(unfinishedPath(path));
        const found = lstatSync(path, { throwIfNoEntry: false });
        if (found === undefined)
            return { kind: 'absent' };
        if (!found.isFile())
            return { kind: 'failed', reason: NOT_A_FILE };
        rmSync(path);
        return { kind: 'removed' };
    }
    catch (error) {
        return { kind: 'failed', reason: reasonOf(error) };
    }
}
/** Removes whatever is at a path. Follows no link. */
function remove(path) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found !== undefined)
        rmSync(path, { recursive: found.isDirectory() });
}
/** The error if the file cannot be written. */
function unwritable(folder, reason, nothingSent) {
    const problem = { kind: 'git-file-unwritable', folder: printable(folder), reason };
    return new ProblemError([problem], { nothingSent });
}
/** The code of an error of the file system, such as `ENOENT`. Raises any other error again. */
function codeOf(error) {
    const code = printable(textField(error, 'code'));
    if (code === '')
        throw error;
    return code;
}
const NOT_A_FILE = 'it was replaced by something that is not a file';
/** Why a file cannot be changed, for a function that never fails. */
function reasonOf(error) {
    if (error instanceof NotAFileError)
        return NOT_A_FILE;
    return printable(textField(error, 'code')) || 'the reason is not known';
}
/**
 * Removes the addresses of a newer file from the files of earlier uses. Returns the reason if it
 * cannot. Never throws: git itself works with both files, so the job can go on.
 */
async function updateEarlierFiles(newerFile, earlierFiles) {
    if (earlierFiles.length === 0)
        return undefined;
    try {
        const newer = readGitFile(newerFile);
        // If git can use no token, there is no file.
        if (newer === '')
            return undefined;
        for (const file of earlierFiles) {
            await withLock(gitLockPath(dirname(newerFile)), async () => {
                const text = readGitFile(file);
                const rest = withoutAddressesOf(newer, text);
                if (rest !== text)
                    await replaceFile(file, rest);
            });
        }
        return undefined;
    }
    catch (error) {
        return error instanceof LockedError ? 'another process has locked it' : reasonOf(error);
    }
}
/**
 * The lock for changing files that git may be reading. All steps of a job use the same lock.
 *
 * @param folder `RUNNER_TEMP`
 */
function gitLockPath(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'git-credentials.lock');
}
/**
 * Replaces older tokens in a file by a new one, for the addresses that are still in it. Never makes a
 * file that is gone. Raises `LockedError`, and errors of the file system.
 *
 * @param isAllowed asked while no other process can change the file
 */
async function replaceTokensInGitFile(path, older, token, isAllowed) {
    await lock_withLock(gitLockPath((0,external_node_path_namespaceObject.dirname)(path)), async () => {
        if (!isAllowed())
            return;
        const text = readGitFile(path);
        const renewed = withTokenReplaced(text, older, token);
        if (renewed !== text)
            await files_replaceFile(path, renewed);
    });
}
/** The paths that {@link replaceTokensInGitFile} writes. */
function pathsWrittenFor(path) {
    return [path, unfinishedPath(path), gitLockPath(dirname(path))];
}
/**
 * Does what {@link removeGitFile} does while no other process can change the file, so that a renewal
 * does not make it again. Never fails.
 */
async function removeGitFileLocked(path, env) {
    // The lock is beside the file: elsewhere, nothing is touched.
    if (!isDirectlyIn(path, env['RUNNER_TEMP'] ?? ''))
        return removeGitFile(path, env);
    try {
        return await withLock(gitLockPath(dirname(path)), () => removeGitFile(path, env));
    }
    catch {
        return removeGitFile(path, env);
    }
}
/** The text of a file for git. Empty if there is no such file, or if it cannot be read. */
function readGitFileOrNothing(path) {
    try {
        return readGitFile(path);
    }
    catch {
        return '';
    }
}
/** The text of a file. Empty if there is none. Raises {@link NotAFileError}, and errors of the file system. */
function readGitFile(path) {
    if (!isThere(path))
        return '';
    const text = readOwnFile(path);
    if (text === undefined)
        throw new files_NotAFileError('git-file');
    return text;
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
// EXTERNAL MODULE: ./src/http/attempt.ts
var attempt = __nccwpck_require__(8461);
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
            return (!(0,attempt/* isUntrusted */.fb)(outcome) && !((0,attempt/* isTunnelFailure */.D)(outcome) && /=4\d\d\b/.test(outcome.message)));
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
const name_lookup_lookup = (hostname, options, callback) => {
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
    return { ...options, proxy: { ...options.proxy, host, servername, lookup: name_lookup_lookup } };
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
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
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
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = require("node:https");
;// CONCATENATED MODULE: ./src/http/early-agent.ts

/**
 * Opens direct connections with TLS as any agent does, but the first is the early one, if that leads
 * where the request goes.
 */
class EarlyAgent extends external_node_https_namespaceObject.Agent {
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
        const tls = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1692, 23));
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
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
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
        const client = new HttpClient(this.#userAgent, [options], {
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
            options.lookup = name_lookup_lookup;
            // The CONNECT of a proxy needs the brackets of an IPv6 address.
            if (options.agent instanceof external_node_http_namespaceObject.Agent)
                options.host = hostToConnect(String(options.host));
            // Any other agent is for plain http or a proxy, where the early connection does not lead.
            if (agent !== undefined && options.agent instanceof external_node_https_namespaceObject.Agent)
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
async function readText(message, maxBytes = MAX_ANSWER_BYTES) {
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
class http_client_HttpClient {
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
        (0,external_node_events_namespaceObject.setMaxListeners)(0, cancelled);
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
        return this.journal.filter(attempt/* mayHaveLostToken */.Xe).length + this.#creationsUnderWay;
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
function app_key_addressesOf(key) {
    switch (key.kind) {
        case 'pem':
        case 'jwt':
            return [];
        case 'key-service':
            return kmsKeyAddresses(key);
    }
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

;// CONCATENATED MODULE: ./src/github/app-client.ts



/** A JWT is sent for at most so many milliseconds: a minute less than it is valid. */
const MAX_USE_MS = LIFETIME_SECONDS * 1000 - 60_000;
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
        if (this.#jwt === undefined || now - this.#jwt.madeAt > MAX_USE_MS) {
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

// EXTERNAL MODULE: ./node_modules/jsonwebtoken/sign.js
var sign = __nccwpck_require__(4912);
var sign_default = /*#__PURE__*/__nccwpck_require__.n(sign);
;// CONCATENATED MODULE: ./src/signers/open.ts

/** Opens the signer for a kind of key. A key service's is loaded late, because most steps have a PEM. */
async function openSigner(key, options) {
    switch (key.kind) {
        case 'pem':
            return pemSigner(key);
        case 'jwt':
            return jwtSigner(key);
        case 'key-service': {
            const { openKeyServiceSigner } = await __nccwpck_require__.e(/* import() */ 46).then(__nccwpck_require__.bind(__nccwpck_require__, 3046));
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

// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __nccwpck_require__(6234);
// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var targets = __nccwpck_require__(5237);
// EXTERNAL MODULE: ./src/github/api.ts
var api = __nccwpck_require__(8943);
// EXTERNAL MODULE: ./src/config/permissions.ts
var config_permissions = __nccwpck_require__(2262);
;// CONCATENATED MODULE: ./src/tokens/plan.ts


/** At most this many repositories are named in a line of the log; the others are counted. */
const MAX_NAMED = 10;
/** Turns what the workflow wants into what to ask GitHub for: one request for each owner. Pure. */
function planRequests(targets, requestedPermissions) {
    const [first, ...others] = targets;
    return [
        planRequest(first, requestedPermissions),
        ...others.map((target) => planRequest(target, requestedPermissions))
    ];
}
function planRequest(target, requestedPermissions) {
    return { target, requestedPermissions, lookup: lookupFor(target), subject: subjectOf(target) };
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
    if (namesNone(repositories)) {
        return owner === '' ? installation : `${owner} (${installation})`;
    }
    if (owner !== '')
        return nameRepositories(owner, repositories);
    return `${nameRepositories('', repositories)} of ${installation}`;
}
function nameRepositories(owner, { names, ids }) {
    const shown = names.slice(0, MAX_NAMED).map((name) => (owner === '' ? name : `${owner}/${name}`));
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
function scopeOf({ target, requestedPermissions }, granted) {
    const { names, ids } = target.kind === 'repositories' || target.kind === 'installation'
        ? target
        : { names: [], ids: [] };
    return {
        ...(names.length > 0 && { repositories: names }),
        ...(ids.length > 0 && { repositoryIds: ids }),
        ...permissionsFor(requestedPermissions, granted)
    };
}
function permissionsFor(requestedPermissions, granted) {
    switch (requestedPermissions.kind) {
        case 'everything':
            return {};
        case 'read-all':
            return { permissions: (0,config_permissions/* readLevels */.II)(granted) };
        case 'listed':
            return { permissions: requestedPermissions.permissions };
    }
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

;// CONCATENATED MODULE: ./src/sources/app-source.ts








/** Creates tokens as the App: finds the installation, and asks GitHub for a token. */
class AppSource {
    name;
    app;
    #cancelled;
    /**
     * @param name a short name of the key
     * @param cancelled aborted when the job is cancelled: no token is returned after that
     */
    constructor(name, app, cancelled) {
        this.name = name;
        this.app = app;
        this.#cancelled = cancelled;
    }
    async create(request, save) {
        const { lookup, requestedPermissions } = request;
        const isKnown = lookup.kind === 'installation' && requestedPermissions.kind !== 'read-all';
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
            return { ...issued, request, owner: installation.owner, installation, scope };
        }
        catch (error) {
            throw failure(error, installation);
        }
    }
    /** The id is known, so the token is requested while the installation is looked up. */
    async #createById(request, id, save) {
        const scope = scopeOf(request, {});
        const [lookup, creation] = await Promise.allSettled([
            (0,api/* findInstallation */.Qs)(this.app, request.lookup),
            this.#createAndSave(id, scope, request, save)
        ]);
        const installation = lookup.status === 'fulfilled' ? lookup.value : undefined;
        try {
            // If the installation is on another account, that is reported, and not GitHub's refusal.
            if (creation.status === 'rejected' && !(creation.reason instanceof errors/* RefusedError */.fk)) {
                throw creation.reason;
            }
            if (installation !== undefined)
                checkAccount(request, installation);
            if (creation.status === 'rejected')
                throw creation.reason;
            if (lookup.status === 'rejected')
                throw lookup.reason;
            const { owner } = lookup.value;
            return { ...creation.value, request, owner, installation: lookup.value, scope };
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
    return isKnown ? new token_source_SourceError(error, installation) : error;
}
/** Refuses an installation on another account than the workflow names. */
function checkAccount(request, installation) {
    const problem = accountProblem(request, installation);
    if (problem !== undefined)
        throw new problems_problem/* ProblemError */.M([problem], { nothingSent: false });
}
/** Why an installation is on another account than the workflow names, if it is. */
function accountProblem({ target, lookup }, installation) {
    const named = (0,targets/* accountOf */.XP)(target);
    if (named === '' || (0,config_names/* sameName */.q)(named, installation.owner))
        return undefined;
    if (lookup.kind === 'repository' && installation.movedRepositoryId !== undefined) {
        const repository = (0,src_printable/* printable */.g)(`${lookup.owner}/${lookup.repository}`);
        return { kind: 'repository-moved-away', repository };
    }
    const account = (0,src_printable/* printable */.g)(named);
    return target.kind === 'installation'
        ? { kind: 'installation-of-other-account', id: target.id, owner: account }
        : { kind: 'installation-found-elsewhere', account };
}
/** The scope to ask for. A repository that was renamed is asked for by its id. */
function scopeFor(request, installation) {
    const scope = scopeOf(request, installation.permissions);
    if (scope.permissions !== undefined && Object.keys(scope.permissions).length === 0) {
        const subject = (0,src_printable/* printable */.g)(request.subject);
        // GitHub would read an empty list as every permission.
        throw new problems_problem/* ProblemError */.M([{ kind: 'nothing-to-read', subject }], { nothingSent: false });
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
async function openTokenSource(credential, options) {
    switch (credential.kind) {
        case 'app':
            return openAppSource(credential, options);
        case 'token-service': {
            // Loaded late: most steps have a key.
            const { TokenServiceSource } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 572));
            return new TokenServiceSource(credential, options);
        }
    }
}
async function openAppSource({ app, key }, { github, cancelled, mask }) {
    const signer = await openSigner(key, { http: github.http, mask });
    const client = new AppClient({ github, signer, issuer: app.value, mask });
    return new AppSource(keyName(key), client, cancelled);
}

;// CONCATENATED MODULE: ./src/tokens/describe.ts





/**
 * The log of a success.
 *
 * @param now GitHub's time, in milliseconds since 1970
 */
function describeTokens(tokens, facts, now) {
    const [first, ...others] = tokens;
    const about = tokens.flatMap((one) => describeToken(one, facts.source));
    const end = describeEnd(tokens, facts, now);
    if (others.length === 0)
        return [...about, end];
    const which = `The output tokens has one token for each of the ${tokens.length} owners. The other outputs are about the first, ${printable(first.owner)}`;
    return [...about, end, which];
}
function describeEnd(tokens, { keepToken, renewal }, now) {
    const [first, ...others] = tokens;
    const isOne = others.length === 0;
    const renewed = describeRenewal(renewal);
    if (tokens.every(({ isForeign }) => isForeign === true)) {
        return `The token service decides when ${isOne ? 'it expires' : 'they expire'}${renewed}.`;
    }
    const they = isOne ? 'It is' : 'They are';
    const end = keepToken
        ? `${they} not revoked when this job ends (skip-token-revoke is true).`
        : `${they} revoked when this job ends.`;
    return `${isOne ? 'Expires' : 'They expire'} ${expiry(first.expiresAt, now)}${renewed}. ${end}`;
}
function describeRenewal(renewal) {
    if (renewal === undefined)
        return '';
    const places = renewal.isForGit ? 'in token-file and for git' : 'in token-file';
    return `; renewed every ${amountOfTime(renewal.delay)} until this job ends, ${places}`;
}
function describeToken(token, source) {
    const { installation, grant, request } = token;
    if (installation === undefined) {
        return [
            `Token for ${reachText(token)}`,
            'Permissions: those of the trust policy. The service does not list them',
            source.slice(0, 1).toUpperCase() + source.slice(1)
        ];
    }
    return [
        `Token for ${reachText(token)}`,
        `Permissions: ${permissionsText(request.requestedPermissions, grant.permissions)}`,
        `App ${printable(installation.appSlug)}, installation ${installation.id}, ${source}`
    ];
}
/**
 * How GitHub's audit log of an enterprise names each token: by the standard base64 of its SHA-256.
 * https://docs.github.com/en/enterprise-cloud@latest/admin/monitoring-activity-in-your-enterprise/reviewing-audit-logs-for-your-enterprise/identifying-audit-log-events-performed-by-an-access-token
 */
function describeHashes(tokens) {
    const lines = tokens.map(({ token, subject }) => `Token for ${subject}: hashed_token:"${hashOf(token)}"`);
    // By name: several tokens are created in parallel, and their order is by chance.
    return lines.toSorted();
}
/** The hash by which GitHub's audit log names a token (`hashed_token`). */
function hashOf(token) {
    return (0,external_node_crypto_.createHash)('sha256').update(token).digest('base64');
}
/** Notices and warnings about a token that is output. */
function messagesOnToken(token) {
    const { comparison, request, installation, grant, lost, isForeign } = token;
    const found = [];
    if (comparison.extraReads.length > 0) {
        const names = comparison.extraReads.map((name) => `${dashed(printable(name))}: read`).join(', ');
        found.push({
            level: 'notice',
            message: `GitHub granted more than the step names, but only to read: ${names}.`
        });
    }
    if (installation?.movedRepositoryId !== undefined && request.lookup.kind === 'repository') {
        const { owner, repository } = request.lookup;
        const at = grant.repositoryIds.indexOf(installation.movedRepositoryId);
        const name = grant.repositories?.[at] ?? '';
        const renamed = name === '' ? 'renamed' : `renamed to ${printable(name)}`;
        found.push({
            level: 'notice',
            message: `${owner}/${repository} was ${renamed}. The token covers it. Use its new name in the workflow.`
        });
    }
    for (const what of comparison.unreported) {
        found.push({
            level: 'warning',
            message: `GitHub did not say which ${what} the token has. So the action could not compare them with those that you named.`
        });
    }
    if (isForeign === true) {
        found.push({
            level: 'warning',
            message: `The token for ${request.subject} does not begin with ghs_, so it is not a token of a GitHub App. What it reaches was not compared, and it cannot be revoked when this job ends.`
        });
    }
    if (lost > 0)
        found.push({ level: 'warning', message: describeLost(lost) });
    return found;
}
/** Says that the fallback token is output, and why. */
function describeFallback(reason, targets, rights) {
    return {
        level: 'notice',
        message: `${whyFallback(reason)}. The step outputs the token from fallback-token, and does not revoke it.${withoutEffect(targets, rights)}`
    };
}
function whyFallback(reason) {
    switch (reason.kind) {
        case 'no-secrets':
            return reason.missing === 'oidc-token'
                ? `The job has no OIDC token: ${whyNoOidcToken(reason.run)}`
                : `${reason.missing} is empty: ${whyNoSecrets(reason.run)}`;
        case 'nothing-set':
            return 'client-id, app-id, private-key, private-key-file, kms-key, jwt and token-service are empty or not set';
    }
}
function whyNoSecrets({ kind }) {
    return kind === 'dependabot'
        ? 'Dependabot runs read only Dependabot secrets'
        : 'this pull request comes from a fork, and GitHub gives such runs no secrets';
}
function whyNoOidcToken({ kind }) {
    return kind === 'dependabot'
        ? 'Dependabot started this run, and GitHub does not give it one'
        : 'this pull request comes from a fork, and GitHub gives such runs none';
}
/** Says that `renew` has no effect. */
const FALLBACK_NOT_RENEWED = {
    level: 'notice',
    message: 'renew does nothing here, because the step cannot create another fallback token. token-file holds the one that there is.'
};
/** The inputs that choose what the App's token covers do not change what another token can do. */
function withoutEffect([target], rights) {
    const isScoped = target.kind !== 'repositories' ||
        target.reason === 'both-set' ||
        target.reason === 'owner-not-set';
    const set = [
        ...(isScoped ? ['repositories'] : []),
        ...(rights.kind === 'everything' ? [] : ['permissions'])
    ];
    return set.length === 0 ? '' : ` The inputs for ${set.join(' and ')} have no effect on it.`;
}
/** Says that answers with a token were lost, and what that means. */
function describeLost(lost) {
    const what = lost === 1
        ? 'The answer to a request for a token was lost'
        : `${lost} answers to requests for a token were lost`;
    return `${what}: a token that nobody knows may exist for an hour.`;
}
/**
 * Says by how much the runner's clock is off, compared with that of a server.
 *
 * @param skew the server's clock less the runner's, in milliseconds
 */
function describeSkew(skew, server) {
    const direction = skew > 0 ? 'behind' : 'ahead of';
    return `This runner's clock is ${amountOfTime(skew)} ${direction} ${server}'s. The step used ${server}'s time. Set the runner's clock.`;
}
function reachText({ request, installation, grant }) {
    const { target, subject } = request;
    if (installation === undefined) {
        return target.kind === 'repositories'
            ? subject + omission(target)
            : `${reachOfPolicy(grant)} of ${subject} (repositories is empty)`;
    }
    const everything = `every repository that ${printable(installation.appSlug)} can reach in ${subject} (repositories is empty)`;
    switch (target.kind) {
        case 'repositories':
            return subject + omission(target);
        case 'owner':
            return everything;
        case 'enterprise':
            return subject;
        case 'installation':
            return namesNone(target) ? everything : subject;
    }
}
/** What the trust policy of an account allows, as GitHub says it. */
function reachOfPolicy({ repositories }) {
    if (repositories === undefined)
        return 'the repositories';
    return repositories.length === 1 ? 'one repository' : `${repositories.length} repositories`;
}
function omission({ reason, owner }) {
    switch (reason) {
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
function permissionsText(asked, granted) {
    if (granted === undefined)
        return untoldPermissions(asked);
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
function untoldPermissions(asked) {
    switch (asked.kind) {
        case 'listed':
            return `GitHub did not list them. The step requested ${listPermissions(asked.permissions)}`;
        case 'read-all':
            return 'GitHub did not list them. The step requested all that the App has, but only to read (read-all)';
        case 'everything':
            return 'all that the App has, because the step names none. GitHub did not list them';
    }
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
    return `at ${clockTime(expiresAt)} (in ${Math.round((time - now) / 60_000)} minutes)`;
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
        const [wanted, got] = [(0,config_permissions/* levelOf */.In)(asked, name), (0,config_permissions/* levelOf */.In)(granted, name)];
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
        ...names.filter((name) => !granted.some((one) => (0,config_names/* sameName */.q)(one, name))),
        ...ids.filter((id) => !grant.repositoryIds.includes(id)).map((id) => `repository ${id}`)
    ];
    const extra = granted.filter((one, index) => !names.some((name) => (0,config_names/* sameName */.q)(one, name)) && !ids.includes(grant.repositoryIds[index] ?? 0));
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
            const [asked, granted] = [(0,config_permissions/* levelOf */.In)(first.permissions, name), (0,config_permissions/* levelOf */.In)(permissions, name)];
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
    return asked === undefined || (granted !== asked && (0,config_permissions/* covers */.hU)(granted, asked));
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

// EXTERNAL MODULE: ./src/signers/key-service/key-service-client.ts
var key_service_client = __nccwpck_require__(1394);
// EXTERNAL MODULE: ./src/sources/token-service-client.ts
var token_service_client = __nccwpck_require__(3273);
// EXTERNAL MODULE: ./src/sources/token-service-source.ts + 1 modules
var token_service_source = __nccwpck_require__(572);
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
function accountName({ request }) {
    const target = request?.target;
    if (target === undefined)
        return 'the account';
    return target.kind === 'installation' && target.owner === ''
        ? `the account of installation ${target.id}`
        : (0,targets/* accountOf */.XP)(target);
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
    return `${(0,config_permissions/* dashed */.Gg)((0,src_printable/* printable */.g)(name))}: ${level}`;
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
const LOOKALIKES = (/* unused pure expression or super */ null && ([
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
]));
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
var google_paths = __nccwpck_require__(8976);
// EXTERNAL MODULE: ./src/signers/key-service/google.ts
var google = __nccwpck_require__(5906);
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
    const name = accountName(context);
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
    const [app, account] = [appName(context), accountName(context)];
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
    const [app, owner] = [appName(context), accountName(context)];
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
    const [app, account] = [appName(context), accountName(context)];
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
        problem: `${app} is installed on ${accountName(context)}, but it cannot reach ${which} ${names}. Either the installation does not include ${isOne ? names : 'them'}, or ${isOne ? 'the name is' : 'the names are'} wrong.${unchecked(found)}`,
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
    const [account, names] = [accountName(context), shortList(outOfReach)];
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

// EXTERNAL MODULE: ./src/config/permission-list.ts
var permission_list = __nccwpck_require__(9828);
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
    if (permission_list/* KNOWN_PERMISSIONS */.x.has(name))
        return undefined;
    if (ONLY_GITHUB_TOKEN.has(name))
        return { kind: 'github-token' };
    const full = name.replace(/^org_/, 'organization_').replace(/^repo_/, 'repository_');
    if (permission_list/* KNOWN_PERMISSIONS */.x.has(full))
        return { kind: 'other-name', meant: [full] };
    const meant = MEANT.get(full) ?? MEANT.get((0,config_names/* nearMiss */.bi)(full, MEANT.keys()) ?? '');
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
    const words = `GitHub refused the permissions that ${theApp(context)} requested on ${accountName(context)}: ${quote(reply.message)}.`;
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
    const misplaced = doubts.rest.filter(isMisplaced).map(({ name }) => (0,config_permissions/* dashed */.Gg)(name));
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
        .map((one) => ({ ...one, granted: (0,config_permissions/* levelOf */.In)(installation.permissions, one.name) }))
        .filter(({ level, granted }) => granted === undefined || !(0,config_permissions/* covers */.hU)(granted, level));
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
        const shown = (0,config_permissions/* dashed */.Gg)((0,src_printable/* printable */.g)(name));
        const known = permission_list/* KNOWN_PERMISSIONS */.x.get(name);
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
    const names = meant.map((name) => `\`${(0,config_permissions/* dashed */.Gg)(name)}\``);
    const [first = ''] = meant.map(config_permissions/* dashed */.Gg);
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
    return [(0,config_permissions/* dashed */.Gg)(name), ...scopesOf(name).map((scope) => `(${scope})`)].join(' ');
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
        const granted = (0,config_permissions/* levelOf */.In)(installation.permissions, other.name);
        if (granted === undefined || !(0,config_permissions/* covers */.hU)(granted, level))
            return [];
        const [shown, meant] = [(0,config_permissions/* dashed */.Gg)(name), (0,config_permissions/* dashed */.Gg)(other.name)];
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
        `${appName(context)} lacks ${counted(lacking.length, 'permission')} on ${accountName(context)}.`,
        ...shown.map(({ asked, granted }) => `  ${asked.padEnd(width)}   granted: ${granted}`),
        ...(more > 0 ? [`  and ${more} more`] : [])
    ];
}
/** How the App gets a permission that it lacks. */
function raiseAndAccept(context) {
    return [
        'add or raise what is missing in the App\'s settings, under "Permissions & events"',
        `an owner of ${accountName(context)} accepts: ${settingsPage(context)}`
    ];
}
/** The steps of a fix, one in each line. */
function numbered(steps) {
    const [first = ''] = steps;
    if (steps.length === 1)
        return `${first}.`;
    return steps.map((step, at) => `${at === 0 ? '' : '     '}${at + 1}. ${step}`).join('\n');
}

;// CONCATENATED MODULE: ./src/explain/creation-rules.ts









/** Why GitHub did not create a token although it knows the installation. */
const CREATION_RULES = [suspended, scopeRefused];
function suspended(context) {
    if (!/\bsuspended\b/i.test(context.error.reply.message))
        return undefined;
    const [app, account] = [appName(context), accountName(context)];
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
        problem: `GitHub refused a token this large: ${quote(reply.message)}. GitHub accepts at most ${targets/* MAX_REPOSITORIES */.ar} repositories, and fewer with many permissions.`,
        fix: `request fewer permissions or repositories, or use several steps. Or install the App on all repositories of ${accountName(context)}, and remove \`repositories\`.`
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
        problem: `GitHub refused the repositories that ${theApp(context)} requested on ${accountName(context)}: ${quote(context.error.reply.message)}.${looked}`,
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
            return `  ${(0,config_permissions/* dashed */.Gg)((0,src_printable/* printable */.g)(difference.name))}   requested: ${difference.asked ?? 'none'}   granted: ${difference.granted ?? 'none'}`;
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
    if ((0,attempt/* isTunnelFailure */.D)({ message }))
        return tunnelFailed(context, place);
    if ((0,attempt/* isUntrusted */.fb)({ code }))
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
        problem: `${accountName(context)} has an IP allow list, and this runner's address is not on it: ${quote(message)}.`,
        fix: `an owner of ${accountName(context)} adds the address under Settings > Authentication security > IP allow list, or the job uses a runner whose address is on the list.`
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
var aws_answers = __nccwpck_require__(1694);
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
var azure = __nccwpck_require__(5698);
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
var vault = __nccwpck_require__(3497);
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
        fix: `write it with its owner, such as \`${owners[0]}/${(0,config_names/* isName */.Eo)(name) ? name : 'NAME'}\`.`
    }),
    'too-many-owners': ({ count }) => ({
        code: 'scope-too-large',
        title: 'Too many owners for one step',
        problem: `owner names ${count} accounts. One step creates tokens for at most ${targets/* MAX_OWNERS */.qL}.`,
        fix: 'use several steps.'
    }),
    'too-many-repositories': ({ count, owner }) => ({
        code: 'scope-too-large',
        title: 'Too many repositories for one token',
        problem: `${count} repositories${owner === '' ? '' : ` of ${owner}`} are named. GitHub accepts at most ${targets/* MAX_REPOSITORIES */.ar} for one token.`,
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

// EXTERNAL MODULE: ./src/config/token-service.ts + 2 modules
var token_service = __nccwpck_require__(3457);
;// CONCATENATED MODULE: ./src/explain/token-service/rules.ts





/** Explains why a token service gave no token. Pure. */
function explainTokenServiceRefusal({ service, asked, error }) {
    const { reply, attempts } = error;
    const facts = {
        host: (0,token_service/* tokenServiceName */.yv)(service),
        policy: (0,src_printable/* printable */.g)(service.trustPolicy),
        scope: (0,src_printable/* printable */.g)(asked.scope),
        file: `.github/chainguard/${(0,src_printable/* printable */.g)(service.trustPolicy)}.sts.yaml`,
        repository: (0,src_printable/* printable */.g)(`${asked.owner}/${asked.repository ?? '.github'}`),
        audience: service.oidc.audience,
        message: (0,token_service_client/* tokenServiceMessage */.Qb)(reply),
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
        problem: `GitHub answered ${status} (${quote(message)}), when it was asked what the token of ${(0,token_service/* tokenServiceName */.yv)(service)} for ${(0,src_printable/* printable */.g)(asked.scope)} reaches. So the token is not output.`,
        fix: 'check that the token service creates installation tokens for this GitHub. For another one, set `github-api-url`.'
    };
}
/** A token reaches something else than was asked for. */
function explainReach({ service, asked, reached }) {
    const host = (0,token_service/* tokenServiceName */.yv)(service);
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
    if (owners.some((one) => !(0,config_names/* sameName */.q)(one, asked.owner)))
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
    if (error instanceof problems_problem/* ProblemError */.M)
        return explainProblems(error.problems);
    if (error instanceof GrantError)
        return [explainGrant({ ...context, error })];
    if (error instanceof errors/* UnreachableError */.Jk)
        return [explainUnreachable({ ...context, error })];
    if (error instanceof key_service_client/* KeyServiceError */.j2)
        return [explainKeyService({ ...context, error })];
    if (error instanceof token_service_client/* TokenServiceError */.LB)
        return [explainTokenService({ ...context, error })];
    if (error instanceof token_service_source/* ReachError */.s)
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

;// CONCATENATED MODULE: ./src/renew/failure.ts
// Not loaded late: somebody may remove the action's own folder before a renewal fails.






/** The token service gave a token of GitHub first, and now another one. */
class ForeignTokenError extends Error {
    name = 'ForeignTokenError';
}
/** A token service gave a token again that is in use. */
class SameTokenError extends Error {
    name = 'SameTokenError';
}
/** At most this many characters of a reason, and of what to do about it, are kept. */
const failure_MAX_TEXT_LENGTH = 600;
/** What went wrong, and what to do about it, each in one line. */
function failure_describeFailure(error, { credential, request }) {
    const cause = error instanceof token_source_SourceError ? error.cause : error;
    if (cause instanceof files_NotAFileError) {
        const file = cause.file === 'token-file' ? 'token-file' : "git's file";
        return {
            reason: `${file} was replaced by something that is not a file.`,
            fix: 'find out which step of the job replaced it.'
        };
    }
    if (cause instanceof ForeignTokenError) {
        return {
            reason: 'the token service gave a token that is not one of a GitHub App, although the first one was.',
            fix: 'ask those who run the token service.'
        };
    }
    if (cause instanceof SameTokenError) {
        return {
            reason: 'the token service gave the same token again.',
            fix: 'ask those who run the token service for a new token for each request.'
        };
    }
    if (cause instanceof lock_LockedError) {
        return {
            reason: "another process has locked git's file.",
            fix: 'find out which step of the job did that.'
        };
    }
    const code = (0,json/* textField */.M8)(cause, 'syscall') === '' ? '' : (0,json/* textField */.M8)(cause, 'code');
    if (code !== '') {
        return {
            reason: `its files cannot be written (${(0,src_printable/* printable */.g)(code)}).`,
            fix: 'check that the disk is not full, and that no step changes the files of a renewal.'
        };
    }
    const app = credential.kind === 'app' ? credential : undefined;
    const [{ problem, fix }] = explain({ error: cause, credential: app, request });
    return {
        reason: withoutDetails(oneLine(problem)),
        fix: withoutDetails(oneLine(fix)) || OTHER_FIX
    };
}
/** The renewer has no log, so there are no details above. */
function withoutDetails(text) {
    const sentences = text.split(/(?<=\.) /);
    return sentences.filter((sentence) => !sentence.includes('details above')).join(' ');
}
const OTHER_FIX = 'search for the words of this answer in docs/TROUBLESHOOTING.md.';
function oneLine(text) {
    return text.replace(/\n\s*/g, ' ').slice(0, failure_MAX_TEXT_LENGTH);
}

;// CONCATENATED MODULE: ./src/renew/schedule.ts


/** The present. */
function currentMoment() {
    return { wall: Date.now(), monotonic: (0,src_time/* monotonicTime */.wI)() };
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
function schedule_lifeOf(expiresAt, now) {
    const life = Date.parse(expiresAt) - now;
    return life > 0 ? Math.min(life, MAX_LIFE_MS) : TOKEN_LIFE_MS;
}
/** A clock that is wrong must not keep a token from being renewed. */
const MAX_LIFE_MS = 1.5 * TOKEN_LIFE_MS;
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

;// CONCATENATED MODULE: ./src/renew/token-renewal.ts
















/** Renews one token again and again. It never starts anything after it is cancelled. */
class TokenRenewal {
    #order;
    #store;
    #cancelled;
    /** The token in the files. */
    #current;
    /** A newer one that could not be written to the files yet. */
    #waiting;
    #next;
    #failuresInARow = 0;
    /** @param cancelled aborted when no token may be created any more */
    constructor(order, store, cancelled) {
        this.#order = order;
        this.#store = store;
        this.#cancelled = cancelled;
        const { token, life } = order.first;
        this.#current = { token, life, createdAt: currentMoment() };
        this.#next = dueAt(this.#current);
    }
    /** Whether it is time for a renewal, or to try again. */
    isDue() {
        return hasCome(this.#next, currentMoment());
    }
    /** Renews once. What fails is written down, and tried again later. Never rejects. */
    async renew() {
        try {
            const token = this.#usableWaiting() ?? (await this.#create());
            this.#waiting = token;
            await this.#letItSettle(token);
            await this.#publish(token);
        }
        catch (error) {
            if (!(error instanceof errors/* InterruptedError */.p4))
                await this.#fail(error);
        }
    }
    /** A token that could not be written is used as long as it is young. */
    #usableWaiting() {
        const isOld = this.#waiting === undefined || hasCome(dueAt(this.#waiting), currentMoment());
        return isOld ? undefined : this.#waiting;
    }
    /** Creates a token, and writes it down before anybody can use it. */
    async #create() {
        const { credential, apiUrl, request } = this.#order;
        const http = newHttpClient(this.#cancelled);
        const github = new GitHubClient(apiUrl, http);
        const lostBefore = this.#store.ledger.lost;
        const lost = () => {
            const end = (0,src_time/* isoTime */.Ly)(Date.now() + TOKEN_LIFE_MS);
            return { lost: [...lostBefore, ...Array(http.lostTokens).fill(end)] };
        };
        // First of all: if this process is killed now, post knows that there may be a token.
        await this.#store.change({ creatingSince: (0,src_time/* isoTime */.Ly)(Date.now()) });
        try {
            // Opened anew each time, so that no login is kept.
            const source = await openTokenSource(credential, {
                github,
                cancelled: this.#cancelled,
                mask: doNothing
            });
            let saved;
            const save = async (issued) => {
                // It is in use, so it must not be revoked if something fails now.
                if (this.#knows(issued.token))
                    throw new SameTokenError();
                saved = issued;
                await this.#save(issued, lost());
            };
            try {
                const token = await source.create(request, save);
                await this.#compare(token, github);
                const life = schedule_lifeOf(token.expiresAt, source.app?.now() ?? Date.now());
                return { token: token.token, life, createdAt: currentMoment() };
            }
            catch (error) {
                // If the job is over, post revokes it. If its grant is wrong, it was revoked already.
                const isDone = error instanceof errors/* InterruptedError */.p4 || error instanceof GrantError;
                if (saved !== undefined && !isDone)
                    await this.#revoke(saved, github);
                throw error;
            }
        }
        finally {
            http.close();
            // A folder that is gone is noticed elsewhere.
            await this.#store.change({ creatingSince: '', ...lost() }).catch(() => undefined);
        }
    }
    #knows(token) {
        return [this.#order.first, ...this.#store.ledger.tokens].some((one) => one.token === token);
    }
    async #save({ token, expiresAt, isForeign = false }, lost) {
        const createdAt = (0,src_time/* isoTime */.Ly)(Date.now());
        const renewed = { token, hash: hashOf(token), createdAt, expiresAt, isForeign };
        const { tokens } = this.#store.ledger;
        await this.#store.change({ tokens: [...tokens, renewed], creatingSince: '', ...lost });
    }
    /** A token that is not like the one that main got must not be used. Raises {@link GrantError}. */
    async #compare(token, github) {
        if (token.isForeign === true && !this.#order.first.isForeign)
            throw new ForeignTokenError();
        const { owner, installation, scope, grant } = token;
        const comparison = grant_compareGrant(owner, scope, grant);
        const known = new Set(comparison.wrong.map((one) => JSON.stringify(one)));
        const wider = widerParts(this.#order.first.grant, grant, scope);
        const wrong = [...comparison.wrong, ...wider.filter((one) => !known.has(JSON.stringify(one)))];
        if (wrong.length === 0)
            return;
        const revoked = await this.#revoke(token, github);
        throw new GrantError({
            comparison: { ...comparison, wrong },
            installation,
            expiresAt: token.expiresAt,
            revoked
        });
    }
    /** Whether the token is revoked now. If not, post tries again. */
    async #revoke(issued, github) {
        try {
            if ((await revoke_revokeToken(github, issued)).kind !== 'revoked')
                return false;
        }
        catch {
            return false;
        }
        const tokens = this.#store.ledger.tokens.map((one) => one.token === issued.token ? { ...one, token: '' } : one);
        await this.#store.change({ tokens }).catch(() => undefined);
        return true;
    }
    /**
     * Some servers of GitHub may not know a new token yet. If the one in the files is still good, it stays
     * there for longer. Raises `InterruptedError` if no token may be used any more.
     */
    async #letItSettle({ life }) {
        const isOver = hasCome(endOf(this.#current), currentMoment());
        try {
            await (0,src_time/* sleep */.yy)(isOver ? 0 : newTokenDelay(life), this.#cancelled);
        }
        catch {
            throw new errors/* InterruptedError */.p4();
        }
    }
    async #publish(token) {
        const { folder, git } = this.#order;
        const files = filesOf(folder);
        // A file that is gone is not made again.
        if (isThere(files.token)) {
            if (!isFile(files.token))
                throw new files_NotAFileError('token-file');
            await files_replaceFile(files.token, token.token);
        }
        await this.#useFromNowOn(token);
        if (git !== undefined) {
            const known = [this.#order.first, ...this.#store.ledger.tokens].map((one) => one.token);
            await replaceTokensInGitFile(git.file, known, token.token, () => !isThere(files.stop));
        }
        await this.#succeed(token);
    }
    /** The token is in its file. If there was no valid one before, that is over. */
    async #useFromNowOn(token) {
        // If only git's file could not be written, the same token comes here again.
        if (this.#current === token)
            return;
        const gap = this.currentGap();
        this.#current = token;
        const now = (0,src_time/* isoTime */.Ly)(Date.now());
        const over = gap === undefined ? {} : { gap: { ...gap, until: now } };
        const renewals = this.#store.ledger.renewals + 1;
        await this.#store.change({ renewals, renewedAt: now, ...over });
    }
    async #succeed(token) {
        this.#waiting = undefined;
        this.#failuresInARow = 0;
        this.#next = dueAt(token);
        await this.#store.change({ isFailing: false });
    }
    /**
     * Since when the file has had no valid token; undefined if it has one. By the monotonic clock, because
     * the wall clock can be set.
     */
    currentGap() {
        const { gap } = this.#store.ledger;
        if (gap?.until === '')
            return gap;
        const end = endOf(this.#current);
        const isOver = currentMoment().monotonic >= end.monotonic;
        return isOver ? { since: (0,src_time/* isoTime */.Ly)(end.wall), until: '' } : undefined;
    }
    async #fail(error) {
        this.#failuresInARow += 1;
        const asked = error instanceof errors/* RefusedError */.fk ? error.reply.wait : undefined;
        const delay = retryDelay(this.#failuresInARow, this.#current.life, asked);
        this.#next = later(currentMoment(), delay);
        const { failures } = this.#store.ledger;
        const gap = this.currentGap();
        const change = {
            failures: failures + 1,
            lastFailure: { at: (0,src_time/* isoTime */.Ly)(Date.now()), ...failure_describeFailure(error, this.#order) },
            isFailing: true,
            ...(gap === undefined ? {} : { gap })
        };
        await this.#store.change(change).catch(() => undefined);
    }
}
/** A client for some requests. It waits for no rate limit, because a renewal is tried again anyway. */
function newHttpClient(cancelled) {
    const rateLimitWaits = new RateLimitWaits(0, doNothing);
    return new http_client_HttpClient({ cancelled, rateLimitWaits, early: undefined });
}
/** The renewer has no log to write to, or to hide a secret in. */
function doNothing() {
    // Nothing.
}
function dueAt({ createdAt, life }) {
    return later(createdAt, renewalDelay(life));
}
function endOf({ createdAt, life }) {
    return later(createdAt, life);
}

;// CONCATENATED MODULE: ./src/renew/renewer.ts









/** How long to wait between two looks at the clock and at the folder, in milliseconds. */
const LOOK_MS = 1_000;
/**
 * The renewer lives at most this many hours. If it does not see the runner, nothing else ends it when
 * the runner dies.
 */
const MAX_HOURS = { withRunner: 24, alone: 6 };
const HOUR_MS = 60 * 60_000;
/** How many looks in a row may fail: a disk can fail for a moment. */
const MAX_FAILED_LOOKS = 3;
/** How long to wait before each further try to revoke, in milliseconds, if nobody else does it. */
const REVOKE_DELAYS_MS = [0, 10_000, 60_000, 5 * 60_000, 15 * 60_000];
/** Renews the token of a step until post, or something else, ends it. */
class Renewer {
    #order;
    #store;
    #cancellation = new AbortController();
    #folderIdentity;
    /** When it is too old. The wall clock can be set, and must not end a job's tokens. */
    #tooOldAt;
    #hours;
    #failedLooks = 0;
    /** @param order what main wants */
    constructor(order) {
        this.#order = order;
        this.#store = new SealedStore(order);
        this.#folderIdentity = identityOfFolder(order.folder);
        this.#hours = order.runner === undefined ? MAX_HOURS.alone : MAX_HOURS.withRunner;
        this.#tooOldAt = (0,src_time/* monotonicTime */.wI)() + this.#hours * HOUR_MS;
    }
    /** Writes the first ledger. Raises errors of the file system. */
    async begin() {
        await this.#store.change({});
    }
    /** Works until the end. Never rejects. */
    async run() {
        const renewal = new TokenRenewal(this.#order, this.#store, this.#cancellation.signal);
        let underWay;
        let end = this.#reasonToEnd();
        while (end === undefined) {
            if (underWay === undefined && renewal.isDue()) {
                underWay = renewal.renew().finally(() => {
                    underWay = undefined;
                });
            }
            await (0,src_time/* sleep */.yy)(LOOK_MS);
            end = this.#reasonToEnd();
        }
        // From now on, nothing is started. What GitHub is creating already is waited for.
        this.#cancellation.abort();
        await underWay;
        await this.#finish(end, renewal.currentGap());
    }
    /** A folder that cannot be looked at three times in a row is as good as gone. */
    #reasonToEnd() {
        try {
            const reason = this.#findReason();
            this.#failedLooks = 0;
            return reason;
        }
        catch {
            this.#failedLooks += 1;
            return this.#failedLooks < MAX_FAILED_LOOKS ? undefined : { reason: 'no-folder' };
        }
    }
    #findReason() {
        const { folder, runner } = this.#order;
        if (identityOfFolder(folder) !== this.#folderIdentity)
            return { reason: 'no-folder' };
        const nonce = readNonce(filesOf(folder).stop);
        if (nonce !== undefined)
            return { reason: 'stop', nonce };
        if (runner !== undefined && !isRunning(runner))
            return { reason: 'no-runner' };
        if ((0,src_time/* monotonicTime */.wI)() >= this.#tooOldAt)
            return { reason: 'too-old', hours: this.#hours };
        return undefined;
    }
    async #finish(end, gap) {
        // If post has ended it, post revokes the tokens. In any other case, perhaps nobody does.
        if (end.reason !== 'stop')
            await this.#revokeAll();
        if (end.reason === 'no-folder')
            return;
        await this.#store.change(gap === undefined ? { end } : { end, gap }).catch(() => undefined);
    }
    async #revokeAll() {
        let left = this.#allTokens();
        for (const delay of REVOKE_DELAYS_MS) {
            await (0,src_time/* sleep */.yy)(delay);
            const http = newHttpClient(new AbortController().signal);
            const results = await revokeAll(new GitHubClient(this.#order.apiUrl, http), left);
            http.close();
            left = results.flatMap(({ kind, saved }) => (kind === 'failed' ? [saved] : []));
            if (left.length === 0)
                return;
        }
    }
    #allTokens() {
        const { first, request } = this.#order;
        const renewed = this.#store.ledger.tokens.filter(({ token }) => token !== '');
        return [first, ...renewed].map(({ token, expiresAt, isForeign }) => ({
            token,
            expiresAt,
            isForeign,
            subject: request.subject
        }));
    }
}
/** The text of the file that ends the renewer; undefined if there is none. Anything there ends it. */
function readNonce(path) {
    if (!isThere(path))
        return undefined;
    try {
        return readOwnFile(path) ?? '';
    }
    catch {
        return '';
    }
}
/** Keeps the ledger in the folder, sealed. */
class SealedStore {
    #order;
    #ledger = EMPTY_LEDGER;
    #lastWrite = Promise.resolve();
    /** When each token was first written down, by its hash: monotonic, because the wall clock can be wrong. */
    #writtenAt = new Map();
    constructor(order) {
        this.#order = order;
    }
    get ledger() {
        return this.#ledger;
    }
    async change(change) {
        this.#ledger = {
            ...this.#ledger,
            ...change,
            tokens: this.#shortened(change.tokens ?? this.#ledger.tokens)
        };
        const write = this.#lastWrite.then(async () => {
            const { folder, secret } = this.#order;
            await files_replaceFile(filesOf(folder).ledger, sealLedger(this.#ledger, secret));
        });
        this.#lastWrite = write.catch(() => undefined);
        await write;
    }
    /** Tokens that ended long ago keep only their hash, so that post does not revoke dozens of them. */
    #shortened(tokens) {
        const now = (0,src_time/* monotonicTime */.wI)();
        return tokens.map((one) => {
            const writtenAt = this.#writtenAt.get(one.hash) ?? now;
            this.#writtenAt.set(one.hash, writtenAt);
            return now - writtenAt > 2 * TOKEN_LIFE_MS ? { ...one, token: '' } : one;
        });
    }
}

;// CONCATENATED MODULE: ./src/renew/run.ts



/**
 * The process that renews a token. It gets its order through its standard input, says that it is
 * ready, and closes its standard output: nobody reads more.
 */
async function runRenewer() {
    // Main may be gone: then there is nobody to tell.
    process.stdout.on('error', () => undefined);
    const renewer = await begin(await (0,consumers_namespaceObject.text)(process.stdin));
    if (renewer === undefined) {
        process.exitCode = 1;
        return;
    }
    process.stdout.end(READY);
    await renewer.run();
    process.exit(0);
}
/** Undefined if main was killed before it had written everything, or if the folder is gone. */
async function begin(order) {
    try {
        const renewer = new Renewer(JSON.parse(order));
        await renewer.begin();
        return renewer;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/renewer.ts

void runRenewer();

})();

module.exports = __webpack_exports__;
/******/ })()
;