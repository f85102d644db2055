fn main() {
    let mut bytes = [0u8; 64];
    getrandom::getrandom(&mut bytes).unwrap();
    let again: fn(&mut [u8]) -> Result<(), getrandom::Error> = getrandom::getrandom;
    again(&mut []).unwrap();
    println!("getrandom::getrandom {}", bytes.iter().any(|&byte| byte != 0));
}
