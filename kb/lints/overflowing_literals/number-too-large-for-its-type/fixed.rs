pub const MAX_LOGINS: u16 = 300;

pub fn is_blocked(attempts: u32) -> bool {
    attempts > u32::from(MAX_LOGINS)
}
