fn trade(stock: &mut u32) {
    let buy = |stock: &mut u32, count: u32| *stock += count;
    let sell = |stock: &mut u32, count: u32| *stock -= count;
    buy(stock, 10);
    sell(stock, 3);
}

fn main() {
    let mut stock = 5;
    trade(&mut stock);
    println!("{stock} in stock");
}
