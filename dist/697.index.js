export const id = 697;
export const ids = [697];
export const modules = {

/***/ 3697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6790);
/* harmony import */ var _written_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4471);



/** The library searches all anchors for each alias, which takes quadratic time. */
const maxAliases = 500;
const tooManyAliases = 'It uses too many aliases (*name). Write the values out.';
/**
 * Parses YAML 1.2 with its core schema: `yes` and dates are strings. Supports merge keys (`<<`), because people use them
 * and no parameter has that name. Limits aliases, so that a small text can't expand to a huge value.
 */
function parseYaml(text) {
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
            version: '1.2',
            merge: true,
            // Otherwise `007: x` would be a parameter with the name 7.
            stringKeys: true,
            // The library compares each key with every other, and its pretty errors copy the text. Both take quadratic
            // time. `markWritten` compares the keys.
            uniqueKeys: false,
            prettyErrors: false,
            // Otherwise tags such as `!!binary` create values that JSON does not have.
            resolveKnownTags: false,
            lineCounter,
        });
        // Warnings are about tags that would be dropped, so Hex would receive another value.
        const error = document.errors[0] ?? document.warnings[0];
        if (error?.code === 'RESOURCE_EXHAUSTION')
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(_written_js__WEBPACK_IMPORTED_MODULE_2__/* .tooDeep */ .DI);
        if (error !== undefined) {
            const { line, col } = lineCounter.linePos(error.pos[0]);
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(`It is not valid YAML (line ${line}, column ${col}). ${meaningOf(error.code)}`);
        }
        if (hasTooManyAliases(document))
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(tooManyAliases);
        const complaints = markWritten(document).map(_written_js__WEBPACK_IMPORTED_MODULE_2__/* .repeatedName */ .OC);
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)({ root: document.toJS({ maxAliasCount: 50 }), complaints });
    }
    catch (error) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(meaningOfThrown(error));
    }
}
/** The problem behind an exception: nesting that is too deep, aliases, or merge keys. */
function meaningOfThrown(error) {
    if (error instanceof RangeError)
        return _written_js__WEBPACK_IMPORTED_MODULE_2__/* .tooDeep */ .DI;
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Excessive alias count'))
        return tooManyAliases;
    return message.startsWith('Unresolved alias')
        ? 'It is not valid YAML. A value that starts with * needs quotes.'
        : 'It is not valid YAML. << needs the alias of a mapping (<<: *name), or a list of aliases.';
}
/** Does the text have more aliases than `maxAliases`? Then nothing else is read. */
function hasTooManyAliases(document) {
    let aliases = 0;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Alias() {
            aliases += 1;
            return aliases > maxAliases ? yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK : undefined;
        },
    });
    return aliases > maxAliases;
}
/** Keeps numbers as written, and marks missing values. Returns the names that occur twice in a mapping. */
function markWritten(document) {
    const repeated = new Set();
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map(_, { items }) {
            const keys = new Set();
            for (const { key } of items) {
                const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : String(key);
                if (keys.has(name))
                    repeated.add(name);
                keys.add(name);
            }
        },
        Pair(_, pair) {
            // `{a}` and `? a` have no value node at all.
            if (pair.value === null)
                pair.value = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5(_written_js__WEBPACK_IMPORTED_MODULE_2__/* .unwritten */ .pg);
        },
        Scalar(_, node) {
            if (typeof node.value === 'number')
                node.value = (0,_written_js__WEBPACK_IMPORTED_MODULE_2__/* .writtenNumber */ .x6)('plain', node.source ?? '', node.value);
            else if (node.value === null && (node.source ?? '') === '')
                node.value = _written_js__WEBPACK_IMPORTED_MODULE_2__/* .unwritten */ .pg;
        },
    });
    return [...repeated];
}
const indentation = 'Check the indentation, and put values that contain ": " in quotes.';
const startsWithMark = 'A value that starts with * or & needs quotes.';
const startsWithSpecial = 'A value that starts with a special character needs quotes.';
/** What to do about an error of the library. The library's own message can repeat values. */
const meanings = {
    TAB_AS_INDENT: 'Tabs cannot indent YAML. Use spaces.',
    BAD_INDENT: indentation,
    BLOCK_IN_FLOW: indentation,
    BLOCK_AS_IMPLICIT_KEY: indentation,
    MULTILINE_IMPLICIT_KEY: indentation,
    MISSING_CHAR: 'A space, comma, bracket, or quote is missing here or earlier.',
    MULTIPLE_DOCS: 'A second document starts here (---). Use only one.',
    BAD_ALIAS: startsWithMark,
    ALIAS_PROPS: startsWithMark,
    BAD_SCALAR_START: startsWithSpecial,
    BAD_DIRECTIVE: startsWithSpecial,
    BAD_DQ_ESCAPE: 'Invalid escape sequence. In double quotes, write \\\\ for a backslash, or use single quotes.',
    TAG_RESOLVE_FAILED: 'Tags (!name) are not supported. Remove the tag, or put the value in quotes.',
    NON_STRING_KEY: 'Keys must be text.',
};
function meaningOf(code) {
    return meanings[code] ?? 'Put values with special characters in quotes.';
}


/***/ })

};
