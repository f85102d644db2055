fn trade(stock: &mut u32) {
    let mut buy = |count: u32| *stock += count;
    let mut sell = |count: u32| *stock -= count;
    buy(10);
    sell(3);
}

fn main() {
    let mut stock = 5;
    trade(&mut stock);
    println!("{stock} in stock");
}
