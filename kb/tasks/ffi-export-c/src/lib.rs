//! A counter of words that C programs can use.
//!
//! ```c
//! struct word_counter;
//! struct word_counter *word_counter_new(void);
//! int32_t word_counter_add(struct word_counter *, const char *text);
//! int64_t word_counter_get(const struct word_counter *, const char *word);
//! char *word_counter_longest(const struct word_counter *);
//! void word_counter_free(struct word_counter *);
//! void word_counter_free_text(char *);
//! ```

use std::collections::BTreeMap;
use std::ffi::{CStr, CString, c_char};
use std::ptr;

/// Counts words. C sees only pointers to it.
#[derive(Debug, Default)]
pub struct WordCounter {
    counts: BTreeMap<String, i64>,
}

/// Make a counter; give it back with [`word_counter_free`].
#[unsafe(no_mangle)]
pub extern "C" fn word_counter_new() -> *mut WordCounter {
    Box::into_raw(Box::default())
}

/// Count the words of a text. Returns 0, or -1 for a null pointer or a text that is not UTF-8.
///
/// # Safety
///
/// `counter` is null or comes from [`word_counter_new`] and is used by no other thread meanwhile;
/// `text` is null or ends in a zero byte.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn word_counter_add(counter: *mut WordCounter, text: *const c_char) -> i32 {
    // SAFETY: promised by the caller.
    let (counter, text) = unsafe { (counter.as_mut(), to_str(text)) };
    let (Some(counter), Some(text)) = (counter, text) else {
        return -1;
    };
    for word in text.split_whitespace() {
        *counter.counts.entry(word.to_owned()).or_default() += 1;
    }
    0
}

/// How often a word was counted, or -1 for a null pointer or a word that is not UTF-8.
///
/// # Safety
///
/// As for [`word_counter_add`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn word_counter_get(counter: *const WordCounter, word: *const c_char) -> i64 {
    // SAFETY: promised by the caller.
    let (counter, word) = unsafe { (counter.as_ref(), to_str(word)) };
    let (Some(counter), Some(word)) = (counter, word) else {
        return -1;
    };
    counter.counts.get(word).copied().unwrap_or(0)
}

/// The longest word (of equal ones the first in order), or null if there is none.
///
/// Give it back with [`word_counter_free_text`].
///
/// # Safety
///
/// As for [`word_counter_add`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn word_counter_longest(counter: *const WordCounter) -> *mut c_char {
    // SAFETY: promised by the caller.
    let counter = unsafe { counter.as_ref() };
    counter
        .and_then(|counter| {
            counter
                .counts
                .keys()
                .rev()
                .max_by_key(|word| word.chars().count())
        })
        .and_then(|word| CString::new(word.as_str()).ok())
        .map_or(ptr::null_mut(), CString::into_raw)
}

/// Free a counter; null is fine.
///
/// # Safety
///
/// `counter` is null or comes from [`word_counter_new`], and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn word_counter_free(counter: *mut WordCounter) {
    if !counter.is_null() {
        // SAFETY: it came out of a box, and the caller gives it up.
        drop(unsafe { Box::from_raw(counter) });
    }
}

/// Free a text that this library has returned; null is fine.
///
/// # Safety
///
/// `text` is null or comes from [`word_counter_longest`], and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn word_counter_free_text(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: it came out of a `CString`, and the caller gives it up.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// # Safety
///
/// `text` is null or ends in a zero byte, and lives as long as the result is used.
unsafe fn to_str<'a>(text: *const c_char) -> Option<&'a str> {
    if text.is_null() {
        return None;
    }
    // SAFETY: not null, and the rest is promised by the caller.
    unsafe { CStr::from_ptr(text) }.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn used_as_c_would() {
        let counter = word_counter_new();
        // SAFETY: the counter is live until it is freed, and the texts end in a zero.
        unsafe {
            assert_eq!(word_counter_add(counter, c"to be or not to be".as_ptr()), 0);
            assert_eq!(word_counter_get(counter, c"be".as_ptr()), 2);
            assert_eq!(word_counter_get(counter, c"question".as_ptr()), 0);
            let longest = word_counter_longest(counter);
            assert_eq!(CStr::from_ptr(longest), c"not");
            word_counter_free_text(longest);
            word_counter_free(counter);
        }
    }

    #[test]
    fn an_empty_counter_has_no_longest_word() {
        let counter = word_counter_new();
        // SAFETY: the counter is live until it is freed.
        unsafe {
            assert!(word_counter_longest(counter).is_null());
            word_counter_free(counter);
        }
    }

    #[test]
    fn null_and_bad_text_are_answered_not_crashed_on() {
        let counter = word_counter_new();
        // SAFETY: null is allowed everywhere; the counter is live until it is freed.
        unsafe {
            assert_eq!(word_counter_add(ptr::null_mut(), c"x".as_ptr()), -1);
            assert_eq!(word_counter_add(counter, ptr::null()), -1);
            assert_eq!(word_counter_add(counter, c"\xff".as_ptr()), -1);
            assert_eq!(word_counter_get(counter, ptr::null()), -1);
            assert!(word_counter_longest(ptr::null()).is_null());
            word_counter_free(ptr::null_mut());
            word_counter_free_text(ptr::null_mut());
            word_counter_free(counter);
        }
    }
}
