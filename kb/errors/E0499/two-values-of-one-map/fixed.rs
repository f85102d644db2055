use std::collections::HashMap;

pub fn transfer(accounts: &mut HashMap<u32, i64>, from: u32, to: u32, cents: i64) -> bool {
    if from == to {
        return false;
    }
    let [Some(source), Some(target)] = accounts.get_disjoint_mut([&from, &to]) else {
        return false;
    };
    *source -= cents;
    *target += cents;
    true
}
