fn call<F: Fn(&F, u32) -> u32>(step: &F, n: u32) -> u32 {
    step(step, n)
}

fn main() {
    let total = call(&|again, n| if n == 0 { 0 } else { n + call(again, n - 1) }, 4);
    println!("{total}");
}
