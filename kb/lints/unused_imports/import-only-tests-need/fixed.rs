pub fn parse_limit(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn reads_each_limit() {
        let cases = BTreeMap::from([(" 10", Some(10)), ("ten", None)]);
        for (text, limit) in cases {
            assert_eq!(parse_limit(text), limit);
        }
    }
}
