"use strict";
exports.id = 486;
exports.ids = [486];
exports.modules = {

/***/ 2486:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jwtSigner: () => (/* binding */ jwtSigner)
/* harmony export */ });
/** Signs nothing: it has one JWT, which was made elsewhere. */
function jwtSigner({ jwt, expires }) {
    return { expires: expires * 1000, jwt: () => Promise.resolve(jwt) };
}


/***/ })

};
;