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

/***/ 9898:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* unused harmony exports parseApiUrl, isLoopback */
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9095);


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


/***/ }),

/***/ 1816:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ keyName)
});

// UNUSED EXPORTS: addressesOf

// EXTERNAL MODULE: ./src/config/key-service/google.ts
var google = __nccwpck_require__(9153);
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
    return 'oidc' in login;
}
function oidcAddress(login) {
    return 'oidc' in login ? [login.oidc.url] : [];
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


/***/ }),

/***/ 9153:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Us: () => (/* binding */ googleAddress),
/* harmony export */   Ws: () => (/* binding */ googleProviderPath),
/* harmony export */   lH: () => (/* binding */ googlePoolPath),
/* harmony export */   q3: () => (/* binding */ googleKeyPath)
/* harmony export */ });
/* unused harmony exports parseGoogleKey, recogniseGoogleKey */
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9095);
/* harmony import */ var _api_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9898);
/* harmony import */ var _oidc__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2949);




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
/** Longer than the name of any key. */
const MAX_URI_LENGTH = 500;
const EXAMPLE = 'gcpkms://projects/my-project/locations/europe-west3/keyRings/ci/cryptoKeys/github-app/cryptoKeyVersions/1';
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
    const parts = combine({
        server: parseServer(authority),
        key: parseName(name),
        login: parseLogin(facts)
    });
    return map(parts, ({ key, ...rest }) => ({
        kind: 'key-service',
        service: 'google',
        ...key,
        ...rest
    }));
}
/** The mistake in the name or address of a key version that is no URI; undefined if it is neither. */
function recogniseGoogleKey(text) {
    const [, scheme, path] = /^(?:(https:)?\/\/cloudkms\.googleapis\.com\/(?:v1\/)?)?(projects\/.*)$/is.exec(text) ?? [];
    if (path === undefined)
        return undefined;
    const key = readName(path);
    return 'mistake' in key
        ? key
        : {
            mistake: 'other-spelling',
            is: scheme === undefined ? 'google-name' : 'google-url',
            uri: `gcpkms://${googleKeyPath(key)}`
        };
}
function parseServer(authority) {
    const address = `http://${authority}`;
    const isLocal = /^[\w.:[\]-]+$/.test(authority) &&
        URL.canParse(address) &&
        isLoopback(new URL(address).hostname);
    if (authority === '' || isLocal)
        return valid(authority === '' ? '' : new URL(address).origin);
    return malformed(wrongPart('word "projects"', authority));
}
function parseName(path) {
    const key = readName(path);
    return 'mistake' in key ? malformed(key) : valid(key);
}
/** Each part of the name of a key version, with its name for people. */
const PARTS = (/* unused pure expression or super */ null && ([
    // An old project can belong to a domain: `example.com:my-project`.
    ['project', 'project', /^(?:[a-z\d.-]+:)?[a-z\d-]+$/],
    ['location', 'location', /^[a-z\d-]+$/],
    ['ring', 'key ring', /^[\w-]+$/],
    ['name', 'key', /^[\w-]+$/],
    ['version', 'version', /^[1-9]\d*$/]
]));
const NAME = /^(?<key>projects\/(?<project>[^/]+)\/locations\/(?<location>[^/]+)\/keyRings\/(?<ring>[^/]+)\/cryptoKeys\/(?<name>[^/]+))(?:\/(?:cryptoKeyVersions|versions)(?:\/(?<version>[^/]*))?)?\/?$/;
function readName(path) {
    if (path === '')
        return missing('key', EXAMPLE);
    const found = NAME.exec(path)?.groups;
    if (found === undefined)
        return wrongPart('name of a key version', path);
    const value = (group) => found[group] ?? '';
    if (value('version') === '')
        return missing('version', `gcpkms://${value('key')}/cryptoKeyVersions/1`);
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
function missing(part, uri) {
    return { mistake: 'part-missing', service: 'google', part, uri: printable(uri, MAX_URI_LENGTH) };
}
function wrongPart(part, text) {
    return {
        mistake: 'part-malformed',
        service: 'google',
        part,
        text: printable(text),
        uri: EXAMPLE
    };
}
function malformed(mistake) {
    return invalid({ kind: 'kms-key-malformed', mistake });
}
const PROVIDER_INPUT = 'gcp-workload-identity-provider';
function parseLogin(facts) {
    const { inputs } = facts;
    if (inputs[PROVIDER_INPUT] === '') {
        const beside = ['gcp-service-account', 'audience'].find((input) => inputs[input] !== '');
        return beside === undefined
            ? invalid({ kind: 'login-missing', service: 'google' })
            : invalid({ kind: 'login-incomplete', service: 'google', missing: PROVIDER_INPUT, beside });
    }
    const provider = parseProvider(inputs[PROVIDER_INPUT]);
    const audience = provider.ok
        ? `https://iam.googleapis.com/${googleProviderPath(provider.value)}`
        : '';
    return combine({
        provider,
        serviceAccount: parseServiceAccount(inputs['gcp-service-account']),
        oidc: readOidcRequest('google', audience, facts)
    });
}
/** Pages of Google show the full name of a provider with a host in front of it. */
const PROVIDER = /^(?:(?:https:)?\/\/iam\.googleapis\.com\/)?projects\/(\d+)\/locations\/global\/workloadIdentityPools\/([a-z\d-]+)\/providers\/([a-z\d-]+)\/?$/;
function parseProvider(text) {
    const [, project, pool, name] = PROVIDER.exec(text) ?? [];
    return project === undefined || pool === undefined || name === undefined
        ? invalid({
            kind: 'login-input-malformed',
            input: PROVIDER_INPUT,
            text: printable(text),
            example: 'projects/123456789012/locations/global/workloadIdentityPools/github/providers/github'
        })
        : valid({ project, pool, name });
}
function parseServiceAccount(text) {
    return text === '' || /^[a-z\d-]+@[a-z\d.-]+\.gserviceaccount\.com$/.test(text)
        ? valid(text)
        : invalid({
            kind: 'login-input-malformed',
            input: 'gcp-service-account',
            text: printable(text),
            example: 'github-app@my-project.iam.gserviceaccount.com'
        });
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

/***/ 2949:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* unused harmony exports readOidcRequest, isEncryptedOrLocal */
/* harmony import */ var _printable__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9095);
/* harmony import */ var _api_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9898);



/** Audiences consist of visible characters: services compare them byte by byte. */
const AUDIENCE = /^[\x21-\x7e]{1,1000}$/;
/** No header could have anything else. The runner sets nothing else either, but an earlier step can. */
const VISIBLE = /^[\x21-\x7e]+$/;
/**
 * Reads how to get the job's OIDC token. Problems: `oidc-not-available`, `oidc-audience-refused`.
 *
 * @param audience the one of the service; the input `audience` replaces it
 */
function readOidcRequest(service, audience, { inputs, variables, isForkRun }) {
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
    return URL.canParse(url) && isEncryptedOrLocal(new URL(url));
}
/** Whether nobody on the network can read what is sent to an address. */
function isEncryptedOrLocal({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
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

// UNUSED EXPORTS: parseTargets

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
        // Whole entries: a part of a key would not be recognised as one.
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
const MAX_REPOSITORY_PAGES = 10;
async function readRepositories(github, token, page) {
    const path = `/installation/repositories?per_page=${PER_PAGE}&page=${page}`;
    const { reply } = await github.call({ method: 'GET', path, bearer: () => token });
    const listed = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(reply.body, 'repositories');
    return {
        grant: {
            repositorySelection: selectionField(reply.body),
            repositories: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(one, 'full_name')),
            repositoryIds: listed.map((one) => (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .idField */ .ei)(one, 'id') ?? 0)
        },
        total: Math.max(listed.length, (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .idField */ .ei)(reply.body, 'total_count') ?? 0)
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
    const isWhole = total === repositories.length;
    return {
        grant: {
            ...grant,
            permissions: undefined,
            repositories: isWhole ? repositories : undefined,
            repositoryIds: isWhole ? grant.repositoryIds : []
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
        const id = idField(reply.body, 'id');
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
    const id = idField(viewer, 'databaseId');
    return id === undefined ? undefined : { login: textField(viewer, 'login'), id };
}


/***/ }),

/***/ 3106:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ appClaims),
/* harmony export */   Xg: () => (/* binding */ isClockRefusal),
/* harmony export */   sr: () => (/* binding */ LIFETIME_SECONDS)
/* harmony export */ });
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


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTunnelFailure),
/* harmony export */   Xe: () => (/* binding */ mayHaveLostToken),
/* harmony export */   fb: () => (/* binding */ isUntrusted)
/* harmony export */ });
/* unused harmony export mayHaveCreatedToken */
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
    rateLimitWaited;
    constructor(reply, attempts, rateLimitWaited = 0) {
        super(`${reply.status} ${reply.message}`);
        this.reply = reply;
        this.attempts = attempts;
        this.rateLimitWaited = rateLimitWaited;
    }
}
/** No answer arrived. The message is Node's, of the last attempt. */
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
/* harmony export */   bQ: () => (/* binding */ formBody)
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


/***/ }),

/***/ 8902:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ RATE_LIMIT_DELAY_MS),
/* harmony export */   j2: () => (/* binding */ REQUEST_TIMEOUT_MS),
/* harmony export */   tE: () => (/* binding */ decideRetry)
/* harmony export */ });
/* unused harmony export MAX_ATTEMPTS */
/* harmony import */ var _attempt__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8461);

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
 * for a new token is tried again once. Anything else is not tried again. If GitHub says that a limit is reached, the wait is as long as GitHub asks, and up to
 * twice as long by chance, so that jobs that met the limit together do not meet it again. A wait
 * that does not fit into the remaining time is not started.
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
            return (!(0,_attempt__WEBPACK_IMPORTED_MODULE_0__/* .isUntrusted */ .fb)(outcome) && !((0,_attempt__WEBPACK_IMPORTED_MODULE_0__/* .isTunnelFailure */ .D)(outcome) && /=4\d\d\b/.test(outcome.message)));
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


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   Lo: () => (/* binding */ messageText),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   ei: () => (/* binding */ idField),
/* harmony export */   iO: () => (/* binding */ messageField)
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
function idField(value, name) {
    const found = field(value, name);
    return Number.isSafeInteger(found) && found > 0 ? found : undefined;
}


/***/ }),

/***/ 9095:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ printable)
});

// UNUSED EXPORTS: breakCommands

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
/** When something happens "at", by an ISO 8601 time: `14:03 UTC`; a token's end where there is none. */
function clockTime(iso) {
    const time = Date.parse(iso);
    return Number.isNaN(time)
        ? 'the end of its hour'
        : `${new Date(time).toISOString().slice(11, 16)} UTC`;
}
/** A forged `Date` could otherwise buy a signature that is valid in a far future. */
const MAX_SKEW_MS = 24 * 60 * 60 * 1000;
/** Less than the margins of a signature's own times cannot be the cause. */
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

/***/ 6512:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ GrantError)
/* harmony export */ });
/* unused harmony exports CreateError, createTokens, revokeUnused */
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8549);
/* harmony import */ var _sources_token_source__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7325);
/* harmony import */ var _grant__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(184);
/* harmony import */ var _revoke__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7934);





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
    const error = new GrantError({ comparison, installation, grant: token, revoked });
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
    // GitHub did not create it, so it must not see it.
    if (token.isForeign === true)
        return { subject, expiresAt, outcome: 'foreign' };
    if (!(await tryRevoke(token, github)))
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
        return (await revokeToken(github, token)).kind === 'revoked';
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 184:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K_: () => (/* binding */ isWider),
/* harmony export */   Y6: () => (/* binding */ widerParts),
/* harmony export */   mB: () => (/* binding */ compareGrant)
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
/** In which ways a grant is wider than an earlier one for the same request. Empty if in none. */
function widerParts(first, grant) {
    const found = [];
    const { permissions = {} } = grant;
    if (first.permissions !== undefined) {
        for (const name of Object.keys(permissions)) {
            const [asked, granted] = [(0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(first.permissions, name), (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .levelOf */ .In)(permissions, name)];
            if (isWider(asked, granted))
                found.push({ kind: 'permission', name, asked, granted });
        }
    }
    if (first.repositorySelection === 'selected' && grant.repositorySelection === 'all') {
        found.push({ kind: 'all-repositories' });
    }
    if (first.repositories !== undefined) {
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
    return asked === undefined || (granted !== asked && (0,_config_permissions__WEBPACK_IMPORTED_MODULE_0__/* .covers */ .hU)(granted, asked));
}


/***/ }),

/***/ 7934:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

"use strict";
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ revokeAll),
/* harmony export */   w: () => (/* binding */ revokeToken)
/* harmony export */ });
/* harmony import */ var _http_errors__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8549);
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1968);


/** How long to wait before each further try, in milliseconds: three tries within three seconds. */
const RETRY_DELAYS_MS = [1_000, 2_000];
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
            const { reply } = await github.call({ method: 'DELETE', path: '/installation/token', bearer });
            return { kind: 'revoked', rateLimit: reply.rateLimit };
        }
        catch (error) {
            if (!(error instanceof _http_errors__WEBPACK_IMPORTED_MODULE_0__/* .RefusedError */ .fk) || error.reply.status !== 401)
                throw error;
            const { message, date = Date.now() } = error.reply;
            const isGitHubs = message === 'Bad credentials';
            const ago = date - Date.parse(expiresAt);
            if (isGitHubs && ago >= 0)
                return { kind: 'expired', ago };
            const delay = RETRY_DELAYS_MS[tries];
            if (delay !== undefined)
                await (0,_time__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .yy)(delay);
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
        return { ...(await revokeToken(github, saved)), saved };
    }
    catch (error) {
        return { kind: 'failed', saved, error };
    }
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
    async call({ method, path, bearer, expires, body }) {
        return this.http.send({
            method,
            url: this.#apiUrl + path,
            headers: {
                accept: 'application/vnd.github+json',
                'x-github-api-version': '2022-11-28'
            },
            body: body === undefined ? undefined : (0,request_parts/* jsonBody */.J9)(body),
            authorize: async () => (0,request_parts/* bearerAuthorization */.Dv)(await bearer()),
            authorizationExpires: expires,
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
var time = __nccwpck_require__(1968);
// EXTERNAL MODULE: ./src/tokens/revoke.ts
var revoke = __nccwpck_require__(7934);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
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
    const isInside = temp !== '' && resolve(path) === path && dirname(path) === resolve(temp);
    return isInside && OUR_NAME.test(basename(path));
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
/** Creates a file that only its owner can read. Raises an error if there is something already. */
function createFile(path, text) {
    (0,external_node_fs_namespaceObject.writeFileSync)(path, text, { flag: 'wx', mode: 0o600 });
}
/** On Windows, a file cannot be replaced while another process has it open. In milliseconds. */
const REPLACE_DELAYS_MS = [20, 50, 100, 200, 500, 1_000];
/**
 * Writes a file, or replaces it: a reader gets the old text or the new one. Replaces a link, and never
 * follows it. Raises errors of the file system.
 */
async function replaceFile(path, text) {
    const beside = `${path}.new`;
    // A process that was killed may have left it.
    (0,external_node_fs_namespaceObject.rmSync)(beside, { force: true });
    createFile(beside, text);
    for (const delay of REPLACE_DELAYS_MS) {
        try {
            (0,external_node_fs_namespaceObject.renameSync)(beside, path);
            return;
        }
        catch (error) {
            if (!IN_USE.has((0,json/* textField */.M8)(error, 'code')))
                throw error;
        }
        await (0,time/* sleep */.yy)(delay);
    }
    (0,external_node_fs_namespaceObject.renameSync)(beside, path);
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
/** No file of the renewer is anywhere near as large. */
const MAX_BYTES = 4 * 1024 * 1024;
/**
 * The text of a file; undefined if there is something else in its place. Follows no link, and waits
 * for no pipe. Raises errors of the file system, such as `ENOENT`.
 */
function readFile(path) {
    if ((0,external_node_fs_namespaceObject.lstatSync)(path).isSymbolicLink())
        return undefined;
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = external_node_fs_namespaceObject.constants;
    // Windows does not have these flags: they count as 0 there.
    const descriptor = (0,external_node_fs_namespaceObject.openSync)(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
        const found = (0,external_node_fs_namespaceObject.fstatSync)(descriptor);
        const isUsable = found.isFile() && found.size <= MAX_BYTES;
        return isUsable ? (0,external_node_fs_namespaceObject.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(descriptor);
    }
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
/** Reads a ledger. Undefined if its seal is not the one of this secret. */
function openLedger(sealed, secret) {
    const found = parse(sealed);
    const text = textField(found, 'ledger');
    const seal = Buffer.from(textField(found, 'seal'), 'base64');
    const expected = sealOf(text, secret);
    const isOurs = seal.length === expected.length && timingSafeEqual(seal, expected);
    return isOurs ? readLedger(parse(text)) : undefined;
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
    try {
        return process.kill(identity.pid, 'SIGKILL');
    }
    catch {
        return false;
    }
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
        const [state = ''] = fields;
        return { isAlive: !/[ZXx]/.test(state), startTime: fields[19] ?? '' };
    }
    catch (error) {
        const isGone = ['ENOENT', 'ESRCH'].includes((0,json/* textField */.M8)(error, 'code'));
        return isGone ? { isAlive: false, startTime: '' } : 'unknown';
    }
}
function isNumberInUse(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return (0,json/* textField */.M8)(error, 'code') === 'EPERM';
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
    const isShortened = all.filter(({ isWhole }) => isWhole).length > MAX_EXACT;
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
            return reach.owners.map((owner) => ({ path: `${owner}/`, isWhole: false }));
        case 'repositories':
            return reach.names.map((path) => ({ path, isWhole: true }));
    }
}
/**
 * Git compares the path of `http.<url>` by whole parts between slashes. So `octo/` does not match
 * `octo-evil/lib`, and `octo/lib` does not match `octo/lib-evil`. It does not match `octo/lib.git`
 * either, which needs its own section.
 */
function headersFor(origin, { path, isWhole }, token) {
    const urls = isWhole ? [path, `${path}.git`] : [path];
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
    const whole = addresses.filter(({ isWhole }) => isWhole).map(({ path }) => path);
    const rewritten = new Set([...(isShortened ? [] : whole), ...whole.map((path) => `${path}.git`)]);
    const continuations = isShortened ? ['h'] : NAME_CHARACTERS;
    const longer = [...rewritten].flatMap((path) => continuations.map((next) => path + next));
    const left = longer.filter((path) => !rewritten.has(path));
    const owners = addresses.filter(({ isWhole }) => !isWhole).map(({ path }) => path);
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



const SYSTEM_CLOCK = { monotonic: time/* monotonicTime */.wI, sleep: time/* sleep */.yy };
/** How long to wait for a lock, in milliseconds: much less than the time limit of a step. */
const LOCK_TIMEOUT_MS = 10_000;
/**
 * A process has the lock for some milliseconds. If a lock stays longer than this, its process is
 * dead.
 */
const MAX_HELD_MS = 5_000;
/** How long to wait between two attempts, in milliseconds. */
const PAUSE_MS = 50;
/** Another process has the lock, or something else is in its place. */
class lock_LockedError extends Error {
    name = 'LockedError';
}
/**
 * Does some work while no other process works with the same lock. The lock is a file. The work must
 * be short, so it is synchronous. A lock of a dead process is removed. Raises {@link LockedError},
 * and errors of the file system.
 */
async function lock_withLock(path, work, clock = SYSTEM_CLOCK) {
    const own = await acquire(path, clock);
    try {
        return work();
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
/** Where a new text is written before it replaces the file. */
function unfinishedPath(path) {
    return `${path}.new`;
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
 * If something else is in its place, that stays. Never fails.
 */
function removeGitFile(path, env) {
    const folder = env['RUNNER_TEMP'] ?? '';
    const isInside = folder !== '' && resolve(path) === path && dirname(path) === resolve(folder);
    if (!isInside || !isGitFileName(basename(path))) {
        return { kind: 'failed', reason: 'it is not in RUNNER_TEMP' };
    }
    try {
        // A process that was killed while it wrote leaves this file, which contains the same tokens.
        rmSync(unfinishedPath(path), { force: true });
        const found = lstatSync(path, { throwIfNoEntry: false });
        if (found === undefined)
            return { kind: 'absent' };
        if (!found.isFile())
            return { kind: 'failed', reason: 'something else is in its place' };
        rmSync(path);
        return { kind: 'removed' };
    }
    catch (error) {
        return { kind: 'failed', reason: codeOf(error) };
    }
}
/** The error if the file cannot be written. */
function unwritable(folder, reason, nothingSent) {
    const problem = { kind: 'git-file-unwritable', folder: printable(folder), reason };
    return new ProblemError([problem], { nothingSent });
}
/** Node's code for an error of the file system, such as `ENOENT`. */
function codeOf(error) {
    return printable(textField(error, 'code'));
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
        await withLock(gitLockPath(dirname(newerFile)), () => {
            for (const file of earlierFiles) {
                const text = readGitFile(file);
                const rest = withoutAddressesOf(newer, text);
                if (rest !== text)
                    replaceGitFile(file, rest);
            }
        });
        return undefined;
    }
    catch (error) {
        return error instanceof LockedError ? 'another process has locked it' : codeOf(error);
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
 * Replaces the text of a file that git may be reading. Git reads the old text or the new one, never
 * a part. Needs the lock at {@link gitLockPath}. Raises errors of the file system.
 */
function replaceGitFile(path, text) {
    const beside = unfinishedPath(path);
    try {
        // A killed process may have left it. While we have the lock, no other process writes it.
        (0,external_node_fs_namespaceObject.rmSync)(beside, { force: true });
        (0,external_node_fs_namespaceObject.writeFileSync)(beside, text, { flag: 'wx', mode: 0o600 });
        (0,external_node_fs_namespaceObject.renameSync)(beside, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(beside, { force: true });
        throw error;
    }
}
/**
 * Replaces older tokens in a file by a new one, for the addresses that are still in it. Never makes a
 * file that is gone. Raises `LockedError`, and errors of the file system.
 *
 * @param isAllowed asked while no other process can change the file
 */
async function replaceTokensInGitFile(path, older, token, isAllowed) {
    await lock_withLock(gitLockPath((0,external_node_path_namespaceObject.dirname)(path)), () => {
        if (!isAllowed())
            return;
        const text = readGitFile(path);
        const renewed = withTokenReplaced(text, older, token);
        if (renewed !== text)
            replaceGitFile(path, renewed);
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
/**
 * The text of a file. Empty if there is none. Follows no link. Raises errors of the file system.
 */
function readGitFile(path) {
    const found = (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined)
        return '';
    if (!found.isFile())
        throw Object.assign(new Error('not a file'), { code: 'not a file' });
    const flag = external_node_fs_namespaceObject.constants.O_RDONLY | NO_LINK;
    return (0,external_node_fs_namespaceObject.readFileSync)(path, { encoding: 'utf8', flag: flag });
}

// EXTERNAL MODULE: ./src/http/errors.ts
var errors = __nccwpck_require__(8549);
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

// EXTERNAL MODULE: ./src/http/retry.ts
var http_retry = __nccwpck_require__(8902);
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
            await (0,time/* handlePendingEvents */.lp)();
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
    #deadline = (0,time/* monotonicTime */.wI)() + TOTAL_TIMEOUT_MS;
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
            const retry = (0,http_retry/* decideRetry */.tE)({
                outcome,
                attempts: attempts.length,
                rateLimitHits,
                remaining: Math.min(this.remaining(), lifeOf(request)),
                remainingForRateLimits: Math.min(this.#rateLimitWaits.remaining((0,time/* monotonicTime */.wI)()), lifeOf(request)),
                // GitHub has been seen to answer such a request with a 400 that passes; other services not.
                createsToken: request.effect === 'creates-token' && request.service === undefined,
                random: Math.random()
            });
            if (retry === undefined)
                throw error;
            if (retry.kind === 'rate-limit') {
                this.#rateLimitWaits.begin((0,time/* monotonicTime */.wI)(), retry);
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
        const now = (0,time/* monotonicTime */.wI)();
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
            const waited = this.#rateLimitWaits.waited((0,time/* monotonicTime */.wI)());
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
     * Waits until the current wait for a rate limit is over. A cancelled job ends the wait at once, also
     * before a revocation: post tries again.
     */
    async #waitForRateLimit() {
        for (let left = this.#rateLimitLeft(); left > 0; left = this.#rateLimitLeft()) {
            try {
                await (0,time/* sleep */.yy)(left, this.#cancelled);
            }
            catch {
                throw new errors/* InterruptedError */.p4();
            }
        }
    }
    #rateLimitLeft() {
        return this.#rateLimitWaits.left((0,time/* monotonicTime */.wI)());
    }
    #checkCancelled({ effect }) {
        if (effect !== 'revokes-token' && this.#cancelled.aborted)
            throw new errors/* InterruptedError */.p4();
    }
    /** How long a request may take; nothing or less if the step's time is over. */
    #requestTimeout({ effect }) {
        const limit = Math.min(http_retry/* REQUEST_TIMEOUT_MS */.j2, this.remaining());
        return effect === 'revokes-token' ? Math.max(MIN_REVOCATION_TIMEOUT_MS, limit) : limit;
    }
}
/** How many milliseconds a request may wait until what authorizes it ends while it is sent. */
function lifeOf({ authorizationExpires = Infinity }) {
    return authorizationExpires - http_retry/* REQUEST_TIMEOUT_MS */.j2 - Date.now();
}
async function authorize(request) {
    const { headers, secrets } = await request.authorize();
    return { ...request, headers: { ...request.headers, ...headers }, secrets };
}
/** The part of an answer that decides whether to try again. */
function outcomeOf({ service }, reply) {
    const { status, wait } = reply;
    return service === undefined
        ? { kind: 'answered', status, isRateLimited: reply.isRateLimited, wait }
        : {
            kind: 'answered',
            status,
            isRateLimited: false,
            isTemporary: service.isTemporary(reply),
            wait
        };
}
function answered(request, reply) {
    const message = request.service?.codeOf(reply) ?? reply.message;
    return {
        kind: 'answered',
        method: request.method,
        effect: request.effect,
        url: withoutQuery(reply.url),
        status: reply.status,
        message: message === '' ? reply.statusText : message,
        requestId: reply.requestId,
        isUsable: request.isUsable(reply)
    };
}
function unanswered({ method, effect, url }, error) {
    const { code, message } = error;
    return { kind: 'unanswered', method, effect, url: withoutQuery(url), code, message };
}
function withoutQuery(url) {
    return url.replace(/\?.*$/s, '');
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
        const asksNothingNew = now + wait.asked < this.#end + SAME_RATE_LIMIT_MS;
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
    const least = Math.round(asked / 1000);
    const request = least === 0 ? '' : ` (GitHub asks for at least ${least})`;
    return `GitHub's rate limit is reached. The step tries again in ${(0,time/* inSeconds */.F7)(delay)}${request}.`;
}

// EXTERNAL MODULE: ./src/config/app-key.ts + 1 modules
var app_key = __nccwpck_require__(1816);
// EXTERNAL MODULE: ./src/github/jwt.ts
var github_jwt = __nccwpck_require__(3106);
;// CONCATENATED MODULE: ./src/github/app-client.ts



/** A JWT is sent for at most so many milliseconds: a minute less than it is valid. */
const MAX_USE_MS = github_jwt/* LIFETIME_SECONDS */.sr * 1000 - 60_000;
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
    /** Asks a key service which key it has; undefined if the key is not in one. Never rejects. */
    async lookUpKey() {
        return this.#options.signer.lookUpKey?.();
    }
    #currentJwt() {
        const now = (0,time/* monotonicTime */.wI)();
        // A wait for a rate limit can be longer than a JWT is valid.
        if (this.#jwt === undefined || now - this.#jwt.madeAt > MAX_USE_MS) {
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
        const skew = (0,time/* clockSkew */.nW)(reply.date, Date.now());
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
            const { openKeyServiceSigner } = await Promise.all(/* import() */[__nccwpck_require__.e(689), __nccwpck_require__.e(809)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6809));
            return openKeyServiceSigner(key, options);
        }
    }
}
/** Signs with a private key that is on the runner. */
function pemSigner({ pem }) {
    return {
        expires: undefined,
        jwt: (claims) => Promise.resolve(sign_default()({ ...claims }, pem, { algorithm: 'RS256' }))
    };
}
/** Signs nothing: it has one JWT, which was made elsewhere. */
function jwtSigner({ jwt, expires }) {
    return { expires: expires * 1000, jwt: () => Promise.resolve(jwt) };
}

// EXTERNAL MODULE: ./src/config/names.ts
var config_names = __nccwpck_require__(6234);
// EXTERNAL MODULE: ./src/config/targets.ts + 1 modules
var targets = __nccwpck_require__(5237);
// EXTERNAL MODULE: ./src/github/api.ts
var api = __nccwpck_require__(8943);
// EXTERNAL MODULE: ./src/config/permissions.ts
var permissions = __nccwpck_require__(2262);
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
    if (repositories.names.length + repositories.ids.length === 0) {
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
            return { permissions: (0,permissions/* readLevels */.II)(granted) };
        case 'listed':
            return { permissions: requestedPermissions.permissions };
    }
}

// EXTERNAL MODULE: ./src/sources/token-source.ts
var token_source = __nccwpck_require__(7325);
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
    return isKnown ? new token_source/* SourceError */.c(error, installation) : error;
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
            const { TokenServiceSource } = await __nccwpck_require__.e(/* import() */ 572).then(__nccwpck_require__.bind(__nccwpck_require__, 572));
            return new TokenServiceSource(credential, options);
        }
    }
}
async function openAppSource({ app, key }, { github, cancelled, mask }) {
    const signer = await openSigner(key, { http: github.http, mask });
    const client = new AppClient({ github, signer, issuer: app.value, mask });
    return new AppSource((0,app_key/* keyName */.x)(key), client, cancelled);
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
        return `${isOne ? 'Ends' : 'They end'} when the token service says${renewed}.`;
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
            return 'No input for a credential is set (client-id, app-id, private-key, private-key-file, kms-key, jwt, token-service)';
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
/** Says by how much the runner's clock is off, compared with that of a server. */
function describeSkew(skew, server = 'GitHub') {
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
    const everything = `every repository ${printable(installation.appSlug)} can reach in ${subject} (repositories is empty)`;
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

// EXTERNAL MODULE: ./src/tokens/create.ts
var tokens_create = __nccwpck_require__(6512);
// EXTERNAL MODULE: ./src/tokens/grant.ts
var tokens_grant = __nccwpck_require__(184);
;// CONCATENATED MODULE: ./src/renew/schedule.ts

/** How long GitHub's tokens live, in milliseconds. */
const TOKEN_LIFE_MS = 60 * 60_000;
/** The present. */
function currentMoment() {
    return { wall: Date.now(), monotonic: (0,time/* monotonicTime */.wI)() };
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
/** When a token is renewed: readers always have the other half of its life. */
function renewalDelay(life) {
    return Math.round(life / 2);
}
/** How long to wait until a new token is used: GitHub's servers need some seconds to know it. */
function settleDelay(life) {
    return Math.min(5_000, Math.round(life / 20));
}
/**
 * How long to wait after so many failures in a row: half a minute, doubled each time, up to five
 * minutes. It is shorter in proportion if tokens live shorter.
 *
 * @param asked how long GitHub asks to wait, in milliseconds
 */
function retryDelay(failures, life, asked = 0) {
    const delay = Math.min((life / 120) * 2 ** (failures - 1), life / 12);
    return Math.max(Math.round(delay), asked);
}

;// CONCATENATED MODULE: ./src/renew/renewals.ts

















/** Renews one token again and again. It never starts anything after it is cancelled. */
class Renewals {
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
            const end = (0,time/* isoTime */.Ly)(Date.now() + TOKEN_LIFE_MS);
            return { lost: [...lostBefore, ...Array(http.lostTokens).fill(end)] };
        };
        // First of all: if this process is killed now, post knows that there may be a token.
        await this.#store.change({ creatingSince: (0,time/* isoTime */.Ly)(Date.now()) });
        try {
            // Opened anew each time, so that no login is kept.
            const source = await openTokenSource(credential, {
                github,
                cancelled: this.#cancelled,
                mask: () => undefined
            });
            let saved;
            const save = async (issued) => {
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
                // If the job is over, post revokes it.
                if (saved !== undefined && !(error instanceof errors/* InterruptedError */.p4)) {
                    await this.#revoke(saved, github);
                }
                throw error;
            }
        }
        finally {
            http.close();
            // A folder that is gone is noticed elsewhere.
            await this.#store.change({ creatingSince: '', ...lost() }).catch(() => undefined);
        }
    }
    async #save({ token, expiresAt }, lost) {
        const createdAt = (0,time/* isoTime */.Ly)(Date.now());
        const renewed = { token, hash: hashOf(token), createdAt, expiresAt };
        const { tokens } = this.#store.ledger;
        await this.#store.change({ tokens: [...tokens, renewed], creatingSince: '', ...lost });
    }
    /** A token that is not what main got must not be used. Raises {@link GrantError}. */
    async #compare(token, github) {
        const { owner, installation, scope, grant } = token;
        const comparison = (0,tokens_grant/* compareGrant */.mB)(owner, scope, grant);
        const known = new Set(comparison.wrong.map((one) => JSON.stringify(one)));
        const wider = (0,tokens_grant/* widerParts */.Y6)(this.#order.first.grant, grant);
        const wrong = [...comparison.wrong, ...wider.filter((one) => !known.has(JSON.stringify(one)))];
        if (wrong.length === 0)
            return;
        const revoked = await this.#revoke(token, github);
        throw new tokens_create/* GrantError */.FY({
            comparison: { ...comparison, wrong },
            installation,
            grant: token,
            revoked
        });
    }
    /** Whether the token is revoked now. If not, post tries again. */
    async #revoke(issued, github) {
        const { ledger } = this.#store;
        if (!ledger.tokens.some(({ token }) => token === issued.token))
            return true;
        try {
            if ((await (0,revoke/* revokeToken */.w)(github, issued)).kind !== 'revoked')
                return false;
        }
        catch {
            return false;
        }
        const tokens = this.#store.ledger.tokens.map((one) => one.token === issued.token ? { ...one, token: '' } : one);
        await this.#store.change({ tokens }).catch(() => undefined);
        return true;
    }
    /** Some servers of GitHub may not know a new token yet. The one in the files is good for longer. */
    async #letItSettle({ life }) {
        if (hasCome(endOf(this.#current), currentMoment()))
            return;
        try {
            await (0,time/* sleep */.yy)(settleDelay(life), this.#cancelled);
        }
        catch {
            throw new errors/* InterruptedError */.p4();
        }
    }
    async #publish(token) {
        if (this.#cancelled.aborted)
            throw new errors/* InterruptedError */.p4();
        const { folder, git } = this.#order;
        const files = filesOf(folder);
        // A file that is gone is not made again.
        if (isThere(files.token)) {
            if (!isFile(files.token))
                throw new OtherFileError();
            await replaceFile(files.token, token.token);
        }
        if (git !== undefined) {
            const known = [this.#order.first, ...this.#store.ledger.tokens].map((one) => one.token);
            await replaceTokensInGitFile(git.file, known, token.token, () => !isThere(files.stop));
        }
        await this.#succeed(token);
    }
    async #succeed(token) {
        const now = (0,time/* isoTime */.Ly)(Date.now());
        const { renewals } = this.#store.ledger;
        const gap = this.#gap();
        this.#current = token;
        this.#waiting = undefined;
        this.#failuresInARow = 0;
        this.#next = dueAt(token);
        await this.#store.change({
            renewals: renewals + 1,
            renewedAt: now,
            isFailing: false,
            ...(gap === undefined ? {} : { gap: { ...gap, until: now } })
        });
    }
    /** The files have no valid token now, or had none before this renewal. */
    #gap() {
        const { gap } = this.#store.ledger;
        if (gap?.until === '')
            return gap;
        const end = endOf(this.#current);
        return Date.now() < end.wall ? undefined : { since: (0,time/* isoTime */.Ly)(end.wall), until: '' };
    }
    async #fail(error) {
        this.#failuresInARow += 1;
        const asked = error instanceof errors/* RefusedError */.fk ? error.reply.wait : undefined;
        const delay = retryDelay(this.#failuresInARow, this.#current.life, asked);
        this.#next = later(currentMoment(), delay);
        const { failures } = this.#store.ledger;
        const gap = this.#gap();
        const change = {
            failures: failures + 1,
            lastFailure: { at: (0,time/* isoTime */.Ly)(Date.now()), reason: await reasonOf(error) },
            isFailing: true,
            ...(gap === undefined ? {} : { gap })
        };
        await this.#store.change(change).catch(() => undefined);
    }
}
/** A client for some requests. It waits for no rate limit, because a renewal is tried again anyway. */
function newHttpClient(cancelled) {
    const rateLimitWaits = new RateLimitWaits(0, () => undefined);
    return new http_client_HttpClient({ cancelled, rateLimitWaits, early: undefined });
}
function dueAt({ createdAt, life }) {
    return later(createdAt, renewalDelay(life));
}
function endOf({ createdAt, life }) {
    return later(createdAt, life);
}
/** Where a file of ours should be, there is something that is no file, such as a link. */
class OtherFileError extends Error {
    name = 'OtherFileError';
}
/** At most this many characters of a reason are kept. */
const MAX_REASON_LENGTH = 400;
/** What went wrong, in one line. */
async function reasonOf(error) {
    const cause = error instanceof token_source/* SourceError */.c ? error.cause : error;
    if (cause instanceof OtherFileError)
        return 'something else is in the place of token-file.';
    if (cause instanceof lock_LockedError)
        return "another process has locked git's file.";
    const code = (0,json/* textField */.M8)(cause, 'syscall') === '' ? '' : (0,json/* textField */.M8)(cause, 'code');
    if (code !== '')
        return `its files cannot be written (${(0,src_printable/* printable */.g)(code)}).`;
    try {
        // Loaded late: a renewer that succeeds never needs it.
        const { explain } = await Promise.all(/* import() */[__nccwpck_require__.e(689), __nccwpck_require__.e(507)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6507));
        const [{ problem }] = explain({ error: cause });
        return problem.replace(/\n\s*/g, ' ').slice(0, MAX_REASON_LENGTH);
    }
    catch {
        // Somebody has removed the action's own folder since.
        return `${(0,src_printable/* printable */.g)((0,json/* textField */.M8)(cause, 'name'))}.`;
    }
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
/** How long to wait before each further try to revoke, in milliseconds, if nobody else does it. */
const REVOKE_DELAYS_MS = [0, 10_000, 60_000, 5 * 60_000, 15 * 60_000];
/** Renews the token of a step until post, or something else, ends it. */
class Renewer {
    #order;
    #store;
    #cancellation = new AbortController();
    #folder;
    #end;
    #hours;
    /** @param order what main wants */
    constructor(order) {
        this.#order = order;
        this.#store = new SealedStore(order);
        this.#folder = identityOfFolder(order.folder);
        this.#hours = order.runner === undefined ? MAX_HOURS.alone : MAX_HOURS.withRunner;
        this.#end = later(currentMoment(), this.#hours * HOUR_MS);
    }
    /** Writes the first ledger. Raises errors of the file system. */
    async begin() {
        await this.#store.change({});
    }
    /** Works until the end. Never rejects. */
    async run() {
        const renewals = new Renewals(this.#order, this.#store, this.#cancellation.signal);
        let underWay;
        let end = this.#reasonToEnd();
        while (end === undefined) {
            if (underWay === undefined && renewals.isDue()) {
                underWay = renewals.renew().finally(() => {
                    underWay = undefined;
                });
            }
            await (0,time/* sleep */.yy)(LOOK_MS);
            end = this.#reasonToEnd();
        }
        // From now on, nothing is started. What GitHub is creating already is waited for.
        this.#cancellation.abort();
        await underWay;
        await this.#finish(end);
    }
    #reasonToEnd() {
        const { folder, runner } = this.#order;
        if (identityOfFolder(folder) !== this.#folder)
            return { reason: 'no-folder' };
        const nonce = readNonce(filesOf(folder).stop);
        if (nonce !== undefined)
            return { reason: 'stop', nonce };
        if (runner !== undefined && !isRunning(runner))
            return { reason: 'no-runner' };
        if (hasCome(this.#end, currentMoment()))
            return { reason: 'too-old', hours: this.#hours };
        return undefined;
    }
    async #finish(end) {
        // Only post is sure to revoke.
        if (end.reason !== 'stop')
            await this.#revokeAll();
        if (end.reason === 'no-folder')
            return;
        await this.#store.change({ end }).catch(() => undefined);
    }
    async #revokeAll() {
        let left = this.#allTokens();
        for (const delay of REVOKE_DELAYS_MS) {
            await (0,time/* sleep */.yy)(delay);
            const http = newHttpClient(new AbortController().signal);
            const results = await (0,revoke/* revokeAll */.i)(new GitHubClient(this.#order.apiUrl, http), left);
            http.close();
            left = results.flatMap(({ kind, saved }) => (kind === 'failed' ? [saved] : []));
            if (left.length === 0)
                return;
        }
    }
    #allTokens() {
        const { first, request } = this.#order;
        const renewed = this.#store.ledger.tokens.filter(({ token }) => token !== '');
        return [first, ...renewed].map(({ token, expiresAt }) => ({
            token,
            expiresAt,
            subject: request.subject
        }));
    }
}
/** The text of the file that ends the renewer; undefined if there is none. Anything there ends it. */
function readNonce(path) {
    if (!isThere(path))
        return undefined;
    try {
        return readFile(path) ?? '';
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
            tokens: shortened(change.tokens ?? this.#ledger.tokens)
        };
        const write = this.#lastWrite.then(async () => {
            const { folder, secret } = this.#order;
            await replaceFile(filesOf(folder).ledger, sealLedger(this.#ledger, secret));
        });
        this.#lastWrite = write.catch(() => undefined);
        await write;
    }
}
/** Tokens that ended long ago keep only their hash, so that post does not revoke dozens of them. */
function shortened(tokens) {
    const long = (0,time/* isoTime */.Ly)(Date.now() - TOKEN_LIFE_MS);
    return tokens.map((one) => one.expiresAt !== '' && one.expiresAt < long ? { ...one, token: '' } : one);
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