use rand::distributions::{Alphanumeric, Distribution, Standard};
use rand::{Rng, SeedableRng};

fn draw<T>(rng: &mut impl Rng) -> T
where
    Standard: Distribution<T>,
{
    rng.gen()
}

fn main() {
    let mut rng = rand::rngs::StdRng::from_entropy();
    let text: String = (&mut rng).sample_iter(&Alphanumeric).take(9).map(char::from).collect();
    let drawn: Vec<u8> = (0..500).map(|_| rng.gen_range(3..5)).collect();
    let always = rng.gen_bool(1.0) && rng.gen_ratio(1, 1);
    let float = draw::<f64>(&mut rng) < 1.0 && rand::thread_rng().gen::<f32>() < 1.0;
    println!("{} {:?} {:?} {always} {float}", text.len(), drawn.iter().min(), drawn.iter().max());
}
