struct Job {
    attempts: u32,
}

fn main() {
    let mut jobs = vec![Job { attempts: 2 }];
    jobs.push(Job { attempts: 5 });
    for job in &mut jobs {
        job.attempts = 0;
    }
    println!("{}", jobs.iter().map(|job| job.attempts).sum::<u32>());
}
