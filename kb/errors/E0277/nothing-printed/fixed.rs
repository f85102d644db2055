pub fn receipt(net: u64, tax: u64) -> String {
    let gross = {
        println!("adding tax");
        net + tax
    };
    format!("total: {gross}")
}
