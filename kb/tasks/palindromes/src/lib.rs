//! Texts that read the same from both ends.

/// Whether the letters and digits of `text` are the same from both ends, in either case.
pub fn is_palindrome(text: &str) -> bool {
    let letters = || {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
    };
    letters().eq(letters().rev())
}

/// Whether the decimal digits of `number` are the same from both ends.
pub fn is_palindromic_number(number: u64) -> bool {
    let (mut rest, mut reversed) = (number, 0_u64);
    while rest > 0 {
        // a reversed number that does not fit is certainly another one
        let Some(next) = reversed
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(rest % 10))
        else {
            return false;
        };
        reversed = next;
        rest /= 10;
    }
    reversed == number
}

/// Returns the longest part of `text` that reads the same from both ends, the first of several.
pub fn longest_palindrome(text: &str) -> &str {
    // where each character begins, and where the last one ends
    let mut places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
    places.push(text.len());
    let chars: Vec<char> = text.chars().collect();
    let mut best = 0..0;
    for middle in 0..chars.len() {
        for (left, right) in [(middle, middle + 1), (middle, middle)] {
            let found = grown(&chars, left, right);
            if found.len() > best.len() {
                best = found;
            }
        }
    }
    &text[places[best.start]..places[best.end]]
}

/// Widens `left..right` as long as the characters on both sides are the same.
fn grown(chars: &[char], mut left: usize, mut right: usize) -> std::ops::Range<usize> {
    while left > 0 && right < chars.len() && chars[left - 1] == chars[right] {
        left -= 1;
        right += 1;
    }
    left..right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_count() {
        assert!(is_palindrome("Was it a car, or a cat I saw?"));
        assert!(is_palindrome("Été"));
        assert!(is_palindrome(""));
        assert!(!is_palindrome("a car or a cat"));
    }

    #[test]
    fn numbers_are_turned_round() {
        assert!(is_palindromic_number(12_321));
        assert!(is_palindromic_number(0));
        assert!(!is_palindromic_number(10));
        assert!(!is_palindromic_number(u64::MAX));
    }

    #[test]
    fn the_longest_is_found_odd_or_even() {
        assert_eq!(longest_palindrome("bananas"), "anana");
        assert_eq!(longest_palindrome("a noon here"), " noon ");
        assert_eq!(longest_palindrome("abc"), "a");
        assert_eq!(longest_palindrome(""), "");
        assert_eq!(longest_palindrome("xéüéy"), "éüé");
    }
}
