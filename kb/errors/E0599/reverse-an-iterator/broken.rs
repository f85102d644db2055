pub fn is_palindrome(word: &str) -> bool {
    let letters: String = word
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let backwards: String = letters.chars().reverse().collect();
    letters.eq_ignore_ascii_case(&backwards)
}
