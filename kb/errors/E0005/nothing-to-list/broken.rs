use std::collections::HashMap;

pub fn open_orders(orders: &HashMap<u32, Vec<(u64, bool)>>, user: u32) -> Vec<u64> {
    let Some(list) = orders.get(&user);
    list.iter()
        .filter(|(_, open)| *open)
        .map(|(id, _)| *id)
        .collect()
}
