pub const RETRY_PAUSES: (i32, i32) = (100, 2_000);

pub fn pause(attempt: u32) -> i32 {
    let (first, longest) = RETRY_PAUSES;
    (first << attempt.min(16)).min(longest)
}
