use std::collections::HashMap;

pub fn transfer(accounts: &mut HashMap<u32, i64>, from: u32, to: u32, cents: i64) -> bool {
    let Some(source) = accounts.get_mut(&from) else {
        return false;
    };
    let Some(target) = accounts.get_mut(&to) else {
        return false;
    };
    *source -= cents;
    *target += cents;
    true
}
