// What a C++ toolchain of a target has to get right, as TAP: exceptions (through frames, threads
// and a rethrow), RTTI, static and thread-local objects, threads, streams and locales, the
// containers' allocation.
#include <atomic>
#include <chrono>
#include <exception>
#include <future>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <typeinfo>
#include <vector>

namespace
{

int point, failed;

void ok(bool good, const char *what)
{
        std::cout << (good ? "ok " : "not ok ") << ++point << " - " << what << '\n';
        failed |= !good;
}

struct Base {
        virtual ~Base() = default;
};
struct Derived : Base {
        int value = 3;
};

int destroyed;
struct Counted {
        ~Counted()
        {
                destroyed++;
        }
};

[[gnu::noinline]] void deep(int depth)
{
        Counted here;
        if (depth == 0)
                throw std::out_of_range("deep down");
        deep(depth - 1);
}

std::atomic<int> ended;
struct OfThread {
        int value = 5;
        ~OfThread()
        {
                ended++;
        }
};
thread_local OfThread of_thread;

std::map<std::string, int> &table()
{
        static std::map<std::string, int> it{{"one", 1}};
        return it;
}

} // namespace

int main()
{
        try {
                deep(20);
                ok(false, "an exception arrives");
        } catch (const std::logic_error &error) {
                ok(std::string(error.what()) == "deep down" && destroyed == 21,
                   "an exception through 21 frames");
        }

        std::string nested;
        try {
                try {
                        throw 42;
                } catch (int) {
                        std::throw_with_nested(std::runtime_error("outer"));
                }
        } catch (const std::exception &error) {
                try {
                        std::rethrow_if_nested(error);
                } catch (int value) {
                        nested = error.what() + std::to_string(value);
                }
        }
        ok(nested == "outer42", "nested exceptions");

        std::unique_ptr<Base> base = std::make_unique<Derived>();
        bool bad_cast = false;
        try {
                Base plain;
                (void)dynamic_cast<Derived &>(plain);
        } catch (const std::bad_cast &) {
                bad_cast = true;
        }
        const Base &object = *base;
        ok(bad_cast && dynamic_cast<Derived *>(base.get())->value == 3 &&
               typeid(object) == typeid(Derived),
           "RTTI");

        auto task = std::async(std::launch::async,
                               []() -> int { throw std::runtime_error("from a thread"); });
        std::string seen;
        try {
                task.get();
        } catch (const std::runtime_error &error) {
                seen = error.what();
        }
        ok(seen == "from a thread", "an exception from a thread");

        std::mutex mutex;
        int sum = 0;
        {
                std::vector<std::thread> threads;
                for (int i = 0; i < 8; i++)
                        threads.emplace_back([&, i] {
                                std::lock_guard<std::mutex> lock(mutex);
                                sum += of_thread.value + i;
                                table()["one"]++;
                        });
                for (auto &thread : threads)
                        thread.join();
        }
        ok(sum == 68 && table()["one"] == 9, "threads, a mutex, a static of a function");
        ok(ended == 8, "destructors of thread-local objects");

        std::atomic<long long> wide{0};
        for (int i = 0; i < 100; i++)
                wide.fetch_add(0x100000001LL);
        ok(wide.load() == 100 * 0x100000001LL, "64-bit atomics");

        std::ostringstream out;
        out.imbue(std::locale::classic());
        out << std::hex << 255 << ' ' << std::fixed << 2.5 << ' ' << std::boolalpha << true;
        double read = 0;
        std::istringstream("3.25e2") >> read;
        ok(out.str() == "ff 2.500000 true" && read == 325, "streams");
        ok(std::chrono::steady_clock::now().time_since_epoch().count() > 0, "clocks");

        bool thrown = false;
        try {
                std::vector<int>().at(1) = 1;
        } catch (const std::out_of_range &) {
                thrown = true;
        }
        ok(thrown, "an exception from libc++ itself");
        std::cout << "1.." << point << std::endl;
        return failed;
}
