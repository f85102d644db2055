#[derive(Debug, PartialEq)]
pub struct UserId(pub u64);

pub fn parse_id(text: &str) -> Option<UserId> {
    let id = text.strip_prefix('u')?.parse().ok()?;
    Some(UserId { id })
}
