use std::str::FromStr;

pub fn parse_all<T: FromStr>(texts: &[&str]) -> Result<Vec<T>, T::Error> {
    texts.iter().map(|text| text.parse()).collect()
}
