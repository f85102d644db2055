pub fn greet(points: u32) {
    let tier;
    if points > 1000 {
        tier = "gold";
    } else if points > 100 {
        tier = "silver";
    }
    println!("you are a {tier} member");
}
